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
  // First days of the spans in which nothing changes.
  [[nodiscard]] const std::vector<Date>& breaks() const { return breaks_; }

 private:
  std::vector<Dimension> by_;
  std::array<std::size_t, kDimensions> strides_{};
  std::size_t key_count_ = 1;
  std::vector<Date> breaks_;
  std::vector<Cell> cells_;
};

}  // namespace yidan::policy
