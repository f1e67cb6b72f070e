// Compares an answer of the program, as JSON, with the part of it that a case file expects, as YAML.
//
// Of an object only the keys that are named are compared; a list has the length and the order of the answer's. A scalar
// is the answer's text; of an object with a `code` (a reason, an error) that code; `absent` where there is none.
// `clauses` are among those that the answer cites.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "base/json.h"
#include "policy/parse/yaml.h"
#include "tests/support/bill_check.h"

namespace yidan::testing {

using Items = std::vector<const json::Value*>;

inline Items items_of(const json::Value* list) {
  Items items;
  if (list == nullptr || list->kind != json::Kind::array) return items;
  for (const json::Value& item : list->items()) items.push_back(&item);
  return items;
}

// A reason is its code.
inline std::string text_of(const json::Value* value) {
  const json::Value* code = member(value, "code");
  return scalar(code != nullptr ? code : value);
}

// What differs, one line each: where, expected, actual.
class PartCheck {
 public:
  void compare(const std::string& where, const policy::YamlNode& expected, const json::Value* actual) {
    if (expected.kind == policy::YamlNode::Kind::map) {
      for (const auto& [key, value] : expected.entries) {
        const json::Value* part = member(actual, key.text);
        if (key.text == "clauses") {
          expect_cited(where, value, part);
        } else {
          compare(where + "." + key.text, value, part);
        }
      }
    } else if (expected.kind == policy::YamlNode::Kind::list) {
      compare_items(where, expected, items_of(actual));
    } else {
      same(where, expected.text, text_of(actual));
    }
  }

  void same(const std::string& where, const std::string& expected, const std::string& actual) {
    if (expected != actual) differences_.push_back(where + ": expected " + expected + ", but it is " + actual);
  }

  [[nodiscard]] const std::vector<std::string>& differences() const { return differences_; }

 private:
  void compare_items(const std::string& where, const policy::YamlNode& expected, const Items& items) {
    same(where + ": its length", std::to_string(expected.items.size()), std::to_string(items.size()));
    for (std::size_t i = 0; i < std::min(items.size(), expected.items.size()); ++i) {
      compare(where + "[" + std::to_string(i) + "]", expected.items[i], items[i]);
    }
  }

  void expect_cited(const std::string& where, const policy::YamlNode& expected, const json::Value* actual) {
    const Items cited = items_of(actual);
    for (const policy::YamlNode& clause : expected.items) {
      const bool is = std::ranges::any_of(cited, [&](const json::Value* each) { return scalar(each) == clause.text; });
      if (!is) differences_.push_back(where + ": " + clause.text + " is not cited");
    }
  }

  std::vector<std::string> differences_;
};

}  // namespace yidan::testing
