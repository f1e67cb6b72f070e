#include "policy/parse/parse_key.h"

#include "policy/parse/parse_benefit.h"

namespace yidan::policy {

std::uint32_t read_ordinals(MapReader& row, Dimension dimension, Groups& groups, std::string& key_text) {
  const auto nodes = row.list(name_of(dimension));
  if (nodes.empty()) return UINT32_MAX;
  std::uint32_t bits = 0;
  if (!key_text.empty()) key_text += " ";
  key_text += std::string(name_of(dimension)) + "=";
  for (const YamlNode* node : nodes) {
    key_text += (node == nodes.front() ? "" : ",") + node->text;
    if (dimension == Dimension::identity) {
      bits |= bits_of(read_identities(*node, row.context(), groups));
    } else if (const auto ordinal = parse_ordinal(dimension, node->text)) {
      bits |= 1U << *ordinal;
    } else {
      report_unknown_word(row.context(), *node, words_of(dimension));
    }
  }
  return bits;
}

}  // namespace yidan::policy
