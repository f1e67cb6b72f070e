#include "store/sums.h"

#include <algorithm>

#include "store/fault.h"

namespace yidan::store {
namespace {

bool grow(std::int64_t& sum, std::int64_t amount) { return !__builtin_add_overflow(sum, amount, &sum); }

DaySums::Sides sides_of(std::int64_t amount, bool& fits) {
  if (amount >= 0) return {.debit = amount};
  DaySums::Sides sides;
  fits = fits && !__builtin_sub_overflow(std::int64_t{0}, amount, &sides.credit);
  return sides;
}

}  // namespace

void DaySums::add(const Summand& summand) {
  const std::int64_t day = day_of(summand.recorded);
  Range& range = ranges_[day];
  range.first = std::min(range.first, summand.position);
  range.last = std::max(range.last, summand.position);
  for (const Entry& entry : summand.entries) {
    const Sides sides = sides_of(entry.amount, fits_);
    add({summand.pool, entry.fund, entry.account, day}, sides);
  }
}

void DaySums::add(const Place& place, Sides sides) {
  Sides& sum = sums_[place];
  const bool both = grow(sum.debit, sides.debit) && grow(sum.credit, sides.credit);
  fits_ = fits_ && both;
}

bool DaySums::totals(std::vector<Balance>& balances) const {
  bool fits = fits_;
  for (const auto& [place, sides] : sums_) {  // by pool, fund, account, day
    const bool same = !balances.empty() && balances.back().pool == place.pool && balances.back().fund == place.fund &&
                      balances.back().account == place.account;
    if (!same) balances.push_back({place.pool, place.fund, place.account});
    fits = grow(balances.back().debit, sides.debit) && grow(balances.back().credit, sides.credit) && fits;
  }
  return fits;
}

std::vector<DayBalance> DaySums::by_day() const {
  std::vector<DayBalance> all;
  all.reserve(sums_.size());
  for (const auto& [place, sides] : sums_)
    all.push_back({place.day, {place.pool, place.fund, place.account, sides.debit, sides.credit}});
  return all;
}

Result<std::vector<Balance>> balances_from(SumSource& source, const BalanceQuery& query, std::string_view database) {
  const auto summed = source.summed();
  if (!summed) return std::unexpected(summed.error());
  const Instant known = query.known.value_or(INT64_MAX);
  constexpr Instant last = INT64_MAX - 2 * kMicrosecondsOfDay;
  const bool all = known >= last;
  const std::int64_t open_day = all ? INT64_MAX : day_of(known + 1);  // days before it have ended by then

  DaySums sums;
  const auto add = [&](const Summand& summand) -> Result<void> {
    if ((query.pool == 0 || query.pool == summand.pool) && summand.recorded <= known) sums.add(summand);
    return {};
  };
  const auto add_of_open_day = [&](const Summand& summand) -> Result<void> {
    return day_of(summand.recorded) == open_day ? add(summand) : Result<void>{};
  };
  if (auto closed = source.closed(query.pool, open_day, true, sums); !closed) return std::unexpected(closed.error());
  if (!all) {
    const auto range = source.range(open_day);
    if (!range) return std::unexpected(range.error());
    if (range->last != 0) {
      auto added = source.each(range->first - 1, std::min(range->last, *summed), add_of_open_day);
      if (!added) return std::unexpected(added.error());
    }
  }
  if (auto added = source.each(*summed, INT64_MAX, add); !added) return std::unexpected(added.error());
  std::vector<Balance> balances;
  if (!sums.totals(balances)) return std::unexpected(sums_overflow(database));
  return balances;
}

Result<std::vector<DayBalance>> day_balances_from(SumSource& source, std::string_view database) {
  const auto summed = source.summed();
  if (!summed) return std::unexpected(summed.error());
  DaySums sums;
  if (auto closed = source.closed(0, INT64_MAX, false, sums); !closed) return std::unexpected(closed.error());
  const auto add = [&sums](const Summand& summand) -> Result<void> {
    sums.add(summand);
    return {};
  };
  if (auto added = source.each(*summed, INT64_MAX, add); !added) return std::unexpected(added.error());
  if (!sums.fits()) return std::unexpected(sums_overflow(database));
  return sums.by_day();
}

}  // namespace yidan::store
