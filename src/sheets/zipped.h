// A ZIP archive of one file, in memory; beside archive.cpp the one place that knows libzip.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace yidan::sheets {

[[nodiscard]] bool is_zipped(std::string_view bytes);

// The one file in it. Errors: `syntax`: damaged, sealed by a password, or with other than one file; `invalid_value`: it
// would be larger than `most` bytes; no more than these are ever made.
[[nodiscard]] Result<std::string> unzipped(std::string_view bytes, std::size_t most);

// The same text always makes the same bytes.
[[nodiscard]] std::string zipped(const std::string& name, std::string_view text);

}  // namespace yidan::sheets
