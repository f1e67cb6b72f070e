// Reads one JSON value as what the contract says it is; anything else is thrown as a `Fault` with its place.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/json.h"
#include "calendar/month.h"
#include "contract/fault.h"
#include "contract/field.h"
#include "facts/person.h"
#include "money/rate.h"

namespace yidan::contract {

[[noreturn]] void fail_type(const Path& path, std::string_view zh, std::string_view en, const json::Value& value);

// The text of a JSON string.
[[nodiscard]] std::string_view text_of(const json::Value& value, const Path& path);
// An id: not empty, without control characters; messages call it by `gist`.
[[nodiscard]] std::string_view id_of(const json::Value& value, const Path& path, Gist gist);
// A person's number, in its one spelling.
[[nodiscard]] std::string person_number_of(const json::Value& value, const Path& path);
[[nodiscard]] bool flag_of(const json::Value& value, const Path& path);
[[nodiscard]] Money money_of(const json::Value& value, const Path& path);
// The same, which may be negative.
[[nodiscard]] Money signed_money_of(const json::Value& value, const Path& path);
// At most 100 %.
[[nodiscard]] Rate rate_of(const json::Value& value, const Path& path);
[[nodiscard]] Date day_of(const json::Value& value, const Path& path);
// The day after the last of a period; messages say how an open end is written.
[[nodiscard]] Date end_of(const json::Value& value, const Path& path);
[[nodiscard]] Month month_of(const json::Value& value, const Path& path);
// A month, or the month of a day.
[[nodiscard]] Month month_or_day_of(const json::Value& value, const Path& path);
// A region code of six digits.
[[nodiscard]] Region region_of(std::string_view text, const Path& path);
[[nodiscard]] Region region_of(const json::Value& value, const Path& path);
// An institution's level: the number 1, 2 or 3.
[[nodiscard]] int level_of(const json::Value& value, const Path& path);
// A whole number from `least` to `most`, written as a number or as text of at most four digits.
[[nodiscard]] int count_of_value(const json::Value& value, const Path& path, std::int64_t least, std::int64_t most);
// Digits with at most so many decimals, times 10^places.
[[nodiscard]] Exact decimal_of(const json::Value& value, const Path& path, int places);
[[nodiscard]] std::span<const json::Value> items_of(const json::Value& value, const Path& path);

// "a, b, c": the codes of words.
[[nodiscard]] std::string codes_of(std::span<const Word> words);

// Which of the words of an enum the text is; `words` are those that may stand here, the last ones of the enum.
template <class E>
[[nodiscard]] E word_of(std::string_view written, const Path& path, std::span<const Word> words = Terms<E>::words) {
  const std::size_t first = yidan::count_of<E> - words.size();
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].code == written) return static_cast<E>(first + i);
  }
  fail_unknown_word(path, written, codes_of(words));
}

}  // namespace yidan::contract
