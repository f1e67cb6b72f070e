#include "benefit/past.h"

#include <algorithm>
#include <utility>

namespace yidan::benefit {

YearState& Past::year(int year, const policy::Pool& pool) {
  const auto found = std::ranges::find(years, year, &YearState::year);
  if (found != years.end()) return *found;
  return years.emplace_back(YearState{year, std::vector<Money>(pool.counter_names.size())});
}

void note_stay(std::vector<StayNumber>& stays, StayNumber bill) {
  const auto same = std::ranges::find_if(
      stays, [&bill](const StayNumber& stay) { return stay.number == bill.number && stay.provider == bill.provider; });
  if (same == stays.end()) {
    stays.push_back(std::move(bill));
  } else {
    same->days = {std::min(same->days.from, bill.days.from), std::max(same->days.to, bill.days.to)};
  }
}

Past opening_past(const policy::Pool& pool, const Person& person, const std::vector<OpeningCounter>& opening) {
  Past past;
  for (const OpeningCounter& counter : opening) {
    const policy::CounterId id = pool.counter(counter.name);
    ensure(id != policy::kNoCounter, "opening counters were checked against the pool");
    past.year(counter.year, pool).counters[static_cast<std::size_t>(id)] = counter.amount;
  }
  past.account_balance = person.account_balance;
  past.accounts = person.accounts;
  std::ranges::stable_sort(past.accounts, {}, &FamilyAccount::owner);
  return past;
}

}  // namespace yidan::benefit
