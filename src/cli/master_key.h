// The master key of sealed books, as the operator gives it: never on the command line, where others can see it.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "base/seal.h"

namespace yidan::cli {

// Of the file named in YIDAN_KEY_FILE, or of YIDAN_KEY; absent when neither is set. Errors: `invalid_value`, when both
// are, or what is there is no key; those of the file.
[[nodiscard]] Result<std::optional<SealKey>> master_key();

// A file of 64 hexadecimal digits that nobody but its owner may read. Errors: `not_found`, `invalid_value`.
[[nodiscard]] Result<SealKey> read_key_file(const std::string& path);

}  // namespace yidan::cli
