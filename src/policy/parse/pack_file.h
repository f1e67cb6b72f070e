// One file of a pack as a tree. A file that cannot be read is one problem, and nothing is said about what it lacks.
#pragma once

#include <optional>
#include <string>

#include "policy/parse/yaml.h"

namespace yidan::policy {

// `name` is what messages show.
struct PackFile {
  std::string name;
  std::optional<YamlNode> root;  // a mapping; absent when the file could not be read
};

[[nodiscard]] PackFile parse_file(const std::string& text, std::string name, Problems& problems);

}  // namespace yidan::policy
