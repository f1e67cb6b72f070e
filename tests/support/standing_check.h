// The comparison of a standing with the part of it that a case file expects.
//
// A list has the length and the order of the standing's; of an item only the keys given are compared. `to: open` says
// that the end is open. Two lists are compared without regard to order: `warnings` holds codes; `dues` lists the dues
// of the years and months that it names, all of them and no other, because a record of years has hundreds;
// `no_dues_for` names years and months without dues. A refused entry of the account has its `reason`'s code.
#pragma once

#include <algorithm>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "policy/parse/yaml.h"
#include "tests/support/bill_check.h"
#include "tests/support/part_check.h"

namespace yidan::testing {

// Every clause that is cited anywhere in the standing.
inline void collect_clauses(const json::Value& value, std::set<std::string>& clauses) {
  if (value.kind == json::Kind::array) {
    for (const json::Value& item : value.items()) collect_clauses(item, clauses);
  }
  if (value.kind != json::Kind::object) return;
  for (const json::Member& member : value.members()) {
    if (member.key == "clauses") {
      for (const json::Value& clause : member.value.items()) clauses.emplace(clause.text);
    } else {
      collect_clauses(member.value, clauses);
    }
  }
}

// An item of a list in one line, for messages: scalars as they are, sentences and clauses left out.
inline std::string in_short(const json::Value& item) {
  if (item.kind != json::Kind::object) return scalar(&item);
  std::string text;
  for (const json::Member& member : item.members()) {
    if (member.key == "text" || member.key == "clauses" || member.key == "basis") continue;
    const json::Value* code = testing::member(&member.value, "code");
    text += (text.empty() ? "" : ", ") + std::string(member.key) + " " + scalar(code != nullptr ? code : &member.value);
  }
  return "{" + text + "}";
}

// Collects what differs, one line each: where, expected, actual.
class StandingCheck {
 public:
  explicit StandingCheck(const json::Value& standing) : standing_(standing) {}

  [[nodiscard]] const std::vector<std::string>& differences() const { return differences_; }

  void expect(const policy::YamlNode& expected) {
    for (const auto& [key, value] : expected.entries) {
      if (key.text == "dues") {
        expect_dues(value);
      } else if (key.text == "no_dues_for") {
        for (const policy::YamlNode& period : value.items) expect_no_due(period.text);
      } else if (key.text == "warnings") {
        expect_warnings(value);
      } else {
        compare(key.text, value, member(&standing_, key.text));
      }
    }
  }

 private:
  void differ(const std::string& where, const std::string& expected, const std::string& actual) {
    differences_.push_back(where + ": expected " + expected + ", but it is " + actual);
  }

  static std::string listed(const Items& items) {
    std::string text;
    for (const json::Value* item : items) text += (text.empty() ? "" : "; ") + in_short(*item);
    return "[" + text + "]";
  }

  // The text of a value; of an object with a code, the code; "open" where there is none.
  static std::string text_or_open(const json::Value* actual) { return actual == nullptr ? "open" : text_of(actual); }

  static bool matches(const policy::YamlNode& expected, const json::Value& item) {
    return std::ranges::all_of(expected.entries, [&item](const policy::YamlEntry& entry) {
      return entry.value.text == text_or_open(member(&item, entry.key.text));
    });
  }

  void compare(const std::string& where, const policy::YamlNode& expected, const json::Value* actual) {
    if (expected.kind == policy::YamlNode::Kind::map) {
      for (const auto& [key, value] : expected.entries) {
        compare(where + "." + key.text, value, actual == nullptr ? nullptr : member(actual, key.text));
      }
    } else if (expected.kind == policy::YamlNode::Kind::list) {
      compare_list(where, expected, items_of(actual));
    } else if (expected.text != text_or_open(actual)) {
      differ(where, expected.text, text_or_open(actual));
    }
  }

  void compare_list(const std::string& where, const policy::YamlNode& expected, const Items& actual) {
    bool same = expected.items.size() == actual.size();
    for (std::size_t i = 0; same && i < actual.size(); ++i) same = matches(expected.items[i], *actual[i]);
    if (!same) differ(where, written(expected), listed(actual));
  }

  [[nodiscard]] Items dues_for(const std::set<std::string>& periods) const {
    Items dues = items_of(member(&standing_, "dues"));
    std::erase_if(dues, [&](const json::Value* due) { return !periods.contains(scalar(member(due, "for"))); });
    return dues;
  }

  void expect_dues(const policy::YamlNode& expected) {
    std::set<std::string> periods;
    for (const policy::YamlNode& due : expected.items) {
      const policy::YamlNode* period = due.find("for");
      if (period == nullptr) throw std::runtime_error("expect.dues: a due names what it is for");
      periods.insert(period->text);
    }
    const Items dues = dues_for(periods);
    Items left = dues;
    for (const policy::YamlNode& due : expected.items) {
      const auto found = std::ranges::find_if(left, [&due](const json::Value* each) { return matches(due, *each); });
      if (found == left.end()) return differ("dues", written(expected), listed(dues));
      left.erase(found);
    }
    if (!left.empty()) differ("dues", written(expected), listed(dues));
  }

  void expect_no_due(const std::string& period) {
    const Items dues = dues_for({period});
    if (!dues.empty()) differ("dues for " + period, "none", listed(dues));
  }

  void expect_warnings(const policy::YamlNode& expected) {
    std::multiset<std::string> wanted;
    std::multiset<std::string> found;
    for (const policy::YamlNode& code : expected.items) wanted.insert(code.text);
    const Items warnings = items_of(member(&standing_, "warnings"));
    for (const json::Value* warning : warnings) found.insert(scalar(member(warning, "code")));
    if (wanted != found) differ("warnings", written(expected), listed(warnings));
  }

  const json::Value& standing_;
  std::vector<std::string> differences_;
};

}  // namespace yidan::testing
