// Sums of days: what the entries of each fund and account come to, by the day on which they were known.
//
// They are derived, and kept apart from the events: `sum_up` of a database moves them on from one position to a later
// one. What was known at an instant is the days before it, the part of its own day, and what came after the position
// up to which they go. No settlement waits for a sum.
#pragma once

#include <map>
#include <tuple>

#include "store/store.h"

namespace yidan::store {

inline constexpr Instant kMicrosecondsOfDay = Instant{24} * 3'600 * 1'000'000;

// Days since 1970-01-01, in Beijing.
[[nodiscard]] constexpr std::int64_t day_of(Instant instant) {
  constexpr Instant ahead = Instant{8} * 3'600 * 1'000'000;
  const Instant there = instant + ahead;
  return there >= 0 ? there / kMicrosecondsOfDay : -((-there - 1) / kMicrosecondsOfDay) - 1;
}

// A posting as it is added up.
struct Summand {
  std::int64_t position = 0;
  std::int32_t pool = 0;
  Instant recorded = 0;
  std::vector<Entry> entries;
};

class DaySums {
 public:
  struct Place {
    std::int32_t pool = 0;
    std::string fund;
    std::string account;
    std::int64_t day = 0;
    auto operator<=>(const Place&) const = default;
  };
  struct Sides {
    std::int64_t debit = 0;
    std::int64_t credit = 0;
  };
  struct Range {
    std::int64_t first = INT64_MAX;
    std::int64_t last = 0;
  };

  void add(const Summand& summand);
  // REQUIRES: `debit` and `credit` are sums of absolute amounts.
  void add(const Place& place, Sides sides);

  // False: a sum left 64 bits.
  [[nodiscard]] bool fits() const { return fits_; }
  [[nodiscard]] bool empty() const { return ranges_.empty(); }
  [[nodiscard]] const std::map<Place, Sides>& sums() const { return sums_; }
  [[nodiscard]] const std::map<std::int64_t, Range>& ranges() const { return ranges_; }

  // All days together. False when a sum leaves 64 bits.
  [[nodiscard]] bool totals(std::vector<Balance>& balances) const;
  [[nodiscard]] std::vector<DayBalance> by_day() const;

 private:
  std::map<Place, Sides> sums_;
  std::map<std::int64_t, Range> ranges_;
  bool fits_ = true;
};

// Where sums come from, all in one state of the database.
class SumSource {
 public:
  virtual ~SumSource() = default;
  // Up to which position days have been added up.
  [[nodiscard]] virtual Result<std::int64_t> summed() = 0;
  // The sums of days before `day`, of one pool or (0) of all, added to `sums` as those of day 0 when `together`.
  [[nodiscard]] virtual Result<void> closed(std::int32_t pool, std::int64_t day, bool together, DaySums& sums) = 0;
  [[nodiscard]] virtual Result<DaySums::Range> range(std::int64_t day) = 0;
  // Postings after a position, up to and including another.
  [[nodiscard]] virtual Result<void> each(std::int64_t after, std::int64_t up_to, const Visitor<Summand>& visit) = 0;
};

// `database` is named in errors. Errors: those of the source; `overflow`.
[[nodiscard]] Result<std::vector<Balance>> balances_from(SumSource& source, const BalanceQuery& query,
                                                         std::string_view database);
[[nodiscard]] Result<std::vector<DayBalance>> day_balances_from(SumSource& source, std::string_view database);

}  // namespace yidan::store
