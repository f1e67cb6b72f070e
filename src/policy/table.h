// A compiled table: for a key and a day, the one value that holds there and the rule it comes from.
//
// Cells lie flat, one block per span of days in which nothing changes; a look-up is an index and a short walk over the
// first days of the spans. Totality and freedom from overlap were proved when it was compiled.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "calendar/date.h"
#include "money/money.h"
#include "money/rate.h"
#include "policy/dimension.h"
#include "policy/year_day.h"

namespace yidan::policy {

// Index of a rule in its pool's list.
using RuleId = std::uint16_t;
inline constexpr RuleId kNoRule = UINT16_MAX;

struct Cell {
  // amount: fen; rate: ppm; word: the ordinal of a closed word, a rank, or an index; number: a count of months or
  // times, a date as days, a packed day or window of the year.
  enum class Kind : std::uint8_t { absent, amount, rate, none, word, number };
  std::int64_t value = 0;
  RuleId rule = kNoRule;
  Kind kind = Kind::absent;

  [[nodiscard]] Money money() const { return Money::fen(value); }
  [[nodiscard]] Rate rate() const { return Rate::ppm(static_cast<std::int32_t>(value)); }
  // Of a number: months, times.
  [[nodiscard]] int count() const { return static_cast<int>(value); }
  // Of a number: a date, a day of every year, a span of them.
  [[nodiscard]] Date date() const { return Date::from_days(static_cast<std::int32_t>(value)); }
  [[nodiscard]] YearDay year_day() const { return unpacked_day(value); }
  [[nodiscard]] Window window() const { return unpacked_window(value); }
  // Of a word: whether it is this one of the enum that people.h names beside the table.
  template <class E>
  [[nodiscard]] bool is(E word) const {
    return value == static_cast<std::int64_t>(word);
  }
  // Of a word: the rank, or the index of a schedule or of bands.
  [[nodiscard]] std::size_t index() const { return static_cast<std::size_t>(value); }
  bool operator==(const Cell&) const = default;
};

class Table {
 public:
  // An empty table holds no value anywhere.
  Table() = default;
  // REQUIRES: `breaks` ascending; `cells` has one block of `key_count()` per break.
  Table(std::vector<Dimension> by, std::vector<Date> breaks, std::vector<Cell> cells);

  // The cell for the key on the day; null where no value holds.
  [[nodiscard]] const Cell* find(const Key& key, Date day) const {
    const std::size_t count = breaks_.size();
    std::size_t span = count;
    while (span > 0 && breaks_[span - 1] > day) --span;
    if (span == 0) return nullptr;
    std::size_t index = (span - 1) * key_count_;
    for (std::size_t i = 0; i < by_.size(); ++i) index += key[by_[i]] * strides_[i];
    const Cell& cell = cells_[index];
    return cell.kind == Cell::Kind::absent ? nullptr : &cell;
  }

  [[nodiscard]] bool empty() const { return cells_.empty(); }
  [[nodiscard]] bool uses(Dimension dimension) const;
  [[nodiscard]] const std::vector<Dimension>& dimensions() const { return by_; }
  // First days of the spans in which nothing changes.
  [[nodiscard]] const std::vector<Date>& breaks() const { return breaks_; }
  // Every key that has a value and each of its values with all its days, key by key, in the order of days:
  // `visit(const Key&, const Period&, const Cell&)`. Dimensions by which the table is not keyed stay at 0.
  template <class Visit>
  void for_each(Visit visit) const;

 private:
  std::vector<Dimension> by_;
  std::array<std::size_t, kDimensions> strides_{};
  std::size_t key_count_ = 1;
  std::vector<Date> breaks_;
  std::vector<Cell> cells_;
};

// The next key of these dimensions, the first of them turning fastest; false after the last one.
[[nodiscard]] bool advance(const std::vector<Dimension>& by, Key& key);

template <class Visit>
void Table::for_each(Visit visit) const {
  if (empty()) return;
  Key key;
  std::size_t index = 0;
  do {
    for (std::size_t span = 0; span < breaks_.size();) {
      const Cell& cell = cells_[span * key_count_ + index];
      const Date from = breaks_[span];
      for (++span; span < breaks_.size() && cells_[span * key_count_ + index] == cell;) ++span;
      if (cell.kind == Cell::Kind::absent) continue;
      visit(key, Period{from, span < breaks_.size() ? breaks_[span] : Date::never()}, cell);
    }
    ++index;
  } while (advance(by_, key));
}

}  // namespace yidan::policy
