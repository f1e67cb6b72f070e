// Reads the members of one JSON object by name; whatever was not asked for, or stands twice, is an error.
//
// The first fault is thrown as `Fault` and caught where the contract says what it spoils: an encounter, or the case.
// Neither the exception nor this header leaves the module. `null` counts as absent.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "calendar/date.h"
#include "money/money.h"
#include "money/rate.h"
#include "terms/nearest.h"
#include "terms/terms.h"

namespace yidan::exchange {

struct Fault {
  Error error;
};

// Where a value stands: "$.encounters[0].lines[2].amount". Links live on the stack; text is made only for a fault.
struct Path {
  const Path* parent = nullptr;
  std::string_view key;
  std::size_t index = 0;
  bool is_index = false;

  [[nodiscard]] Path member(std::string_view name) const { return {this, name, 0, false}; }
  [[nodiscard]] Path item(std::size_t at) const { return {this, {}, at, true}; }
  [[nodiscard]] std::string text() const;
};

[[noreturn]] void fail(ErrorCode code, const Path& path, std::string zh, std::string en);
// Throws a value's error with its place.
[[noreturn]] void fail(Error error, const Path& path);

// What was found of a word list, for "did you mean".
[[noreturn]] void fail_unknown_word(const Path& path, std::string_view text, std::string_view allowed);

// Fails when two of an object's members have the same name.
void require_named_once(std::span<const json::Member> members, const Path& path);

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
  // The `id` of what messages call `zh` and `en`: not empty, without control characters.
  std::string_view require_id(std::string_view zh, std::string_view en);
  std::optional<Money> money(std::string_view key);
  std::optional<Rate> rate(std::string_view key);
  std::optional<Date> date(std::string_view key);
  Date require_date(std::string_view key);
  bool flag(std::string_view key);
  // The items of a list; empty when absent.
  std::span<const json::Value> list(std::string_view key);
  // `from`, inclusive, and `to`, exclusive, open when absent.
  Period period();

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
    if (const auto parsed = parse_word<E>(code)) return *parsed;
    fail_unknown_word(path, code, codes_of<E>());
  }

  // Faults for an absent key; a misspelt one in its place is named instead.
  [[noreturn]] void fail_missing(std::string_view key, std::string zh, std::string en) const;

  // Faults when a member was not asked for; keys that begin with "x-" are ignored. REQUIRES: called last.
  void finish() const;

 private:
  [[nodiscard]] bool is_known(std::string_view key) const;
  [[noreturn]] void fail_unknown_key(std::string_view written, std::string_view nearest_key) const;

  std::span<const json::Member> members_;
  Path path_;
  std::vector<std::string_view> asked_;
};

// The text of a JSON string; anything else is a fault of type.
std::string_view text_of(const json::Value& value, const Path& path);

}  // namespace yidan::exchange
