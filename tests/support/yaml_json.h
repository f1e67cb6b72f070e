// The JSON of the contract that a case file writes as YAML: scalars are text, but what the contract wants as a number
// or as true or false.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/json_writer.h"
#include "policy/parse/yaml.h"

namespace yidan::testing {

using policy::YamlNode;

inline bool is_plain(std::string_view key) {
  static constexpr std::array<std::string_view, 11> plain{"level",
                                                          "insured_year",
                                                          "months",
                                                          "use_account",
                                                          "before_admission",
                                                          "first_contact_referral",
                                                          "residence_permit",
                                                          "exempt",
                                                          "telemedicine",
                                                          "verified",
                                                          "mobile_payment"};
  return std::ranges::find(plain, key) != plain.end();
}

// `key` is the name under which the node stands; empty for none.
inline void write_json(const YamlNode& node, std::string_view key, json::Writer& writer) {
  switch (node.kind) {
    case YamlNode::Kind::null:
      writer.raw("null");
      return;
    case YamlNode::Kind::scalar:
      if (is_plain(key)) {
        writer.raw(node.text);
      } else {
        writer.string(node.text);
      }
      return;
    case YamlNode::Kind::list:
      writer.begin_array();
      for (const YamlNode& item : node.items) write_json(item, key, writer);
      writer.end_array();
      return;
    case YamlNode::Kind::map:
      writer.begin_object();
      for (const auto& [name, value] : node.entries) {
        writer.key(name.text);
        write_json(value, name.text, writer);
      }
      writer.end_object();
      return;
  }
}

}  // namespace yidan::testing
