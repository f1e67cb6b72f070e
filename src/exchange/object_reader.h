// Reads the members of one JSON object by name; whatever was not asked for, or stands twice, is an error.
//
// For objects whose reading asks more than a table of the contract can say: the policy, other parts of the case.
// The first fault is thrown and caught where the contract says what it spoils. `null` counts as absent.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json.h"
#include "contract/members.h"
#include "contract/value_reader.h"
#include "terms/nearest.h"

namespace yidan::exchange {

using contract::fail;
using contract::fail_unknown_key;
using contract::fail_unknown_word;
using contract::Fault;
using contract::Path;
using contract::require_named_once;

class ObjectReader {
 public:
  // Faults when the value is not an object or has a key twice.
  ObjectReader(const json::Value& value, const Path& path);

  [[nodiscard]] const Path& path() const { return path_; }
  [[nodiscard]] Path path_of(std::string_view key) const { return path_.member(key); }

  // The value of a key, or null when absent.
  const json::Value* find(std::string_view key);
  const json::Value& require(std::string_view key);

  std::optional<std::string_view> text(std::string_view key);
  std::string_view require_text(std::string_view key);
  // A person's number, in its one spelling.
  std::string require_number(std::string_view key);
  std::optional<Money> money(std::string_view key);
  std::optional<Rate> rate(std::string_view key);
  std::optional<Date> date(std::string_view key);
  Date require_date(std::string_view key);
  bool flag(std::string_view key);
  // The items of a list; empty when absent.
  std::span<const json::Value> list(std::string_view key);
  std::span<const json::Value> require_list(std::string_view key);

  template <class E>
  std::optional<E> word(std::string_view key) {
    const auto code = text(key);
    return code ? std::optional<E>(read_word<E>(*code, path_of(key))) : std::nullopt;
  }
  template <class E>
  E require_word(std::string_view key) {
    return read_word<E>(require_text(key), path_of(key));
  }
  template <class E>
  static E read_word(std::string_view code, const Path& path) {
    return contract::word_of<E>(code, path);
  }

  // Faults for an absent key; a misspelt one in its place is named instead.
  [[noreturn]] void fail_missing(std::string_view key, std::string zh, std::string en) const;

  // Faults when a member was not asked for; keys that begin with "x-" are ignored. REQUIRES: called last.
  void finish() const;

 private:
  template <class Read>
  auto value_of(std::string_view key, Read read) {
    const json::Value* value = find(key);
    using Found = std::optional<decltype(read(*value, path_))>;
    return value == nullptr ? Found() : Found(read(*value, path_of(key)));
  }
  [[nodiscard]] bool is_known(std::string_view key) const;

  std::span<const json::Member> members_;
  Path path_;
  std::vector<std::string_view> asked_;
};

}  // namespace yidan::exchange
