// YAML text as a tree in which every node knows its line and column; the one place that knows the YAML library.
//
// Scalars stay text exactly as written: a pack's figures are never read as binary numbers. Mappings keep their order
// and their duplicates, so that the reader can complain about them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policy/problem.h"

namespace yidan::policy {

struct YamlEntry;

struct YamlNode {
  enum class Kind : unsigned char { null, scalar, list, map };

  Kind kind = Kind::null;
  std::string text;
  int line = 0;
  int column = 0;
  std::vector<YamlNode> items;     // of a list
  std::vector<YamlEntry> entries;  // of a map

  // The value of `key`, or null.
  [[nodiscard]] const YamlNode* find(std::string_view key) const;
};

struct YamlEntry {
  YamlNode key;
  YamlNode value;
};

// The node as one would write it on a line: "500.00", "[1, 2]", "{of: wage}"; for messages.
[[nodiscard]] std::string written(const YamlNode& node);

// Reads one document. A syntax error becomes a problem at its place and gives an empty node. Anchors are refused.
[[nodiscard]] YamlNode parse_yaml(const std::string& text, const std::string& file, Problems& problems);

}  // namespace yidan::policy
