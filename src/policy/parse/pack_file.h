// One file of a pack as a tree. A file that cannot be read is one problem, and nothing is said about what it lacks.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "policy/parse/yaml.h"

namespace yidan::policy {

// `name` is what messages show.
struct PackFile {
  std::string name;
  std::optional<YamlNode> root;  // a mapping; absent when the file could not be read
};

[[nodiscard]] PackFile load_file(const std::filesystem::path& path, std::string name, Problems& problems);

// Sorted, so that problems and rule numbers do not depend on the file system.
[[nodiscard]] std::vector<std::filesystem::path> sorted_entries(const std::filesystem::path& folder);

}  // namespace yidan::policy
