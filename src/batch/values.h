// Reads the values of a row as dates, words, money. The first mistake is kept as the row's refusal; what is read after
// it has no meaning, so `refusal` is asked before anything is used.
#pragma once

#include "base/text.h"
#include "batch/row.h"
#include "calendar/date.h"
#include "money/money.h"
#include "terms/word.h"

namespace yidan::batch {

class Values {
 public:
  Values(Columns columns, const Row& row) : columns_(columns), values_(row.values) {}

  [[nodiscard]] bool has(std::size_t column) const { return !values_[column].empty(); }
  std::string_view require_text(std::size_t column);
  // A person's number, in its one spelling.
  std::string require_number(std::size_t column);
  std::optional<Date> date(std::size_t column);
  Date require_date(std::size_t column);
  Money require_money(std::size_t column);
  // "yes" or "no", 是 or 否; absent is no.
  bool truth(std::size_t column);

  template <class E>
  std::optional<E> word(std::size_t column, WordSet<E> allowed) {
    if (!has(column)) return std::nullopt;
    const auto read = parse_named<E>(values_[column]);
    if (read && allowed.contains(*read)) return read;
    refuse_word(column, codes_in(allowed));
    return std::nullopt;
  }
  template <class E>
  E require_word(std::size_t column, WordSet<E> allowed) {
    (void)require_text(column);
    return word(column, allowed).value_or(E{});
  }

  void refuse(std::size_t column, ErrorCode code, Text message);
  [[nodiscard]] const std::optional<Refusal>& refusal() const { return refusal_; }

 private:
  // By its code, or by its Chinese name as a sheet has it.
  template <class E>
  static std::optional<E> parse_named(std::string_view text) {
    for (std::size_t i = 0; i < count_of<E>; ++i) {
      if (Terms<E>::words[i].zh == text) return static_cast<E>(i);
    }
    return parse_word<E>(text);
  }
  template <class E>
  static std::string codes_in(WordSet<E> allowed) {
    std::string list;
    for (std::size_t i = 0; i < count_of<E>; ++i) {
      if (allowed.contains(static_cast<E>(i)))
        list += (list.empty() ? "" : ", ") + std::string(Terms<E>::words[i].code);
    }
    return list;
  }
  void refuse_word(std::size_t column, const std::string& allowed);

  Columns columns_;
  std::span<const std::string_view> values_;
  std::optional<Refusal> refusal_;
};

}  // namespace yidan::batch
