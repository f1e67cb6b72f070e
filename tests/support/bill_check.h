// Compares a bill with the part of it that a case file expects, and checks that every bill adds up.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/json.h"
#include "money/money.h"
#include "policy/parse/yaml.h"

namespace yidan::testing {

inline const json::Value* member(const json::Value* object, std::string_view key) {
  if (object == nullptr) return nullptr;
  for (const json::Member& each : object->members()) {
    if (each.key == key) return &each.value;
  }
  return nullptr;
}

// A scalar as text; "absent" where there is none.
inline std::string scalar(const json::Value* value) {
  if (value == nullptr) return "absent";
  if (value->kind == json::Kind::boolean) return value->truth ? "true" : "false";
  if (value->kind == json::Kind::string || value->kind == json::Kind::number) return std::string(value->text);
  return "a list or an object";
}

inline Money amount(const json::Value* value) { return parse_money(scalar(value)).value_or(Money{}); }

// The clauses that a bill cites, in its reason or in its steps.
inline std::set<std::string> cited(const json::Value& bill) {
  std::set<std::string> clauses;
  const auto add = [&clauses](const json::Value* holder) {
    const json::Value* list = member(holder, "clauses");
    if (list == nullptr) return;
    for (const json::Value& clause : list->items()) clauses.emplace(clause.text);
  };
  add(member(&bill, "reason"));
  if (const json::Value* steps = member(&bill, "steps")) {
    for (const json::Value& step : steps->items()) add(&step);
  }
  return clauses;
}

// Collects what differs, one line each: path, expected, actual.
class BillCheck {
 public:
  explicit BillCheck(const json::Value& bill) : bill_(bill), encounter_(scalar(member(&bill, "encounter"))) {}

  [[nodiscard]] const std::vector<std::string>& differences() const { return differences_; }

  void expect(const policy::YamlNode& expected) {
    for (const auto& [key, value] : expected.entries) {
      if (key.text == "clauses") {
        expect_clauses(value);
      } else if (key.text == "reason") {
        same("reason.code", value.text, scalar(member(member(&bill_, "reason"), "code")));
      } else if (key.text == "layers") {
        expect_layers(value);
      } else if (key.text == "warnings") {
        expect_warnings(value);
      } else if (key.text == "deposit_waived" && value.text == "false") {
        same(key.text, "absent", scalar(member(&bill_, key.text)));
      } else {
        expect_value(key.text, value, member(&bill_, key.text));
      }
    }
  }

  // M3: what nobody else pays is the person's, so the parts always add up.
  void expect_sums() {
    if (scalar(member(&bill_, "status")) == "rejected") return;
    const json::Value* amounts = member(&bill_, "amounts");
    const Money total = amount(member(amounts, "total"));
    Money parts;
    for (const char* part : {"not_payable", "outside_catalogue", "over_limit", "self_pay_first", "policy_scope"}) {
      parts += amount(member(amounts, part));
    }
    same("the sum of amounts", to_text(total), to_text(parts));
    Money funds;
    if (const json::Value* layers = member(&bill_, "layers")) {
      for (const json::Value& layer : layers->items()) {
        const Money paid = amount(member(&layer, "paid"));
        funds += paid;
        same("burden + paid of " + scalar(member(&layer, "layer")), scalar(member(&layer, "base")),
             to_text(amount(member(&layer, "burden")) + paid));
      }
    }
    const Money fund_total = amount(member(&bill_, "fund_total"));
    same("the sum of the layers", to_text(fund_total), to_text(funds));
    const Money supplement = amount(member(&bill_, "enterprise_supplement"));
    same("fund_total + enterprise_supplement + account + cash", to_text(total),
         to_text(fund_total + supplement + amount(member(&bill_, "account")) + amount(member(&bill_, "cash"))));
    expect_owners();
  }

 private:
  void same(const std::string& path, const std::string& expected, const std::string& actual) {
    if (expected == actual) return;
    differences_.push_back("encounter " + encounter_ + ": " + path + ": expected " + expected + ", but it is " +
                           actual);
  }

  void expect_owners() {
    const json::Value* owners = member(&bill_, "account_by_owner");
    if (owners == nullptr) return;
    Money sum;
    for (const json::Member& owner : owners->members()) sum += amount(&owner.value);
    same("the sum of account_by_owner", scalar(member(&bill_, "account")), to_text(sum));
  }

  void expect_value(const std::string& path, const policy::YamlNode& expected, const json::Value* actual) {
    if (expected.kind == policy::YamlNode::Kind::map) {
      for (const auto& [key, value] : expected.entries) {
        expect_value(path + "." + key.text, value, member(actual, key.text));
      }
      return;
    }
    const bool counter = path.starts_with("counters.");  // an absent one is 0
    same(path, expected.text, counter && actual == nullptr ? "0.00" : scalar(actual));
  }

  void expect_clauses(const policy::YamlNode& expected) {
    const auto clauses = cited(bill_);
    std::string all;
    for (const std::string& clause : clauses) all += (all.empty() ? "" : " ") + clause;
    for (const policy::YamlNode& clause : expected.items) {
      if (!clauses.contains(clause.text)) same("clauses", clause.text, "not among " + all);
    }
  }

  void expect_warnings(const policy::YamlNode& expected) {
    std::vector<std::string> wanted;
    std::vector<std::string> found;
    for (const policy::YamlNode& code : expected.items) wanted.push_back(code.text);
    if (const json::Value* warnings = member(&bill_, "warnings")) {
      for (const json::Value& each : warnings->items()) found.push_back(scalar(member(&each, "code")));
    }
    same("warnings", names_of(wanted), names_of(found));
  }

  static std::string names_of(const std::vector<std::string>& names) {
    std::string all;
    for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
    return "[" + all + "]";
  }

  // The layers of the bill are the ones named, in that order.
  void expect_layers(const policy::YamlNode& expected) {
    std::vector<std::string> wanted;
    std::vector<std::string> found;
    const json::Value* layers = member(&bill_, "layers");
    for (const policy::YamlNode& layer : expected.items) {
      const policy::YamlNode* name = layer.find("layer");
      wanted.push_back(name == nullptr ? "?" : name->text);
    }
    if (layers != nullptr) {
      for (const json::Value& layer : layers->items()) found.push_back(scalar(member(&layer, "layer")));
    }
    same("layers", names_of(wanted), names_of(found));
    if (wanted != found) return;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      for (const auto& [key, value] : expected.items[i].entries) {
        same(wanted[i] + "." + key.text, value.text, scalar(member(&layers->items()[i], key.text)));
      }
    }
  }

  const json::Value& bill_;
  std::string encounter_;
  std::vector<std::string> differences_;
};

}  // namespace yidan::testing
