// A folder of packs as one text, so that packs once used can be kept and used again.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"

namespace yidan::policy {

// Every file under `root`, in the order of their paths, each with path and length in front. The same files give the
// same text, wherever the folder is. Errors: `not_found`.
[[nodiscard]] Result<std::string> archive_of(const std::filesystem::path& root);

// Writes the files of an archive below `folder`, which is made. Errors: `damaged`, `unavailable`.
[[nodiscard]] Result<void> unpack(std::string_view archive, const std::filesystem::path& folder);

}  // namespace yidan::policy
