#include "policy/policy.h"

#include <algorithm>

namespace yidan::policy {

RuleId Pool::in_force_on(Date day) const { return rule_on(in_force, day); }

std::vector<FundRoute> Pool::fund_routes_on(Date day) const {
  std::vector<FundRoute> permitted;
  if (fund_routes.empty()) return permitted;
  Key key;
  for (std::size_t route = 0; route < count_of<Route>; ++route) {
    key.set(Dimension::route, route);
    for (std::size_t payer = 0; payer < count_of<Fund>; ++payer) {
      key.set(Dimension::payer_fund, payer);
      for (std::size_t receiver = 0; receiver < count_of<Fund>; ++receiver) {
        key.set(Dimension::receiver_fund, receiver);
        const Cell* cell = fund_routes.find(key, day);
        if (cell == nullptr) continue;
        permitted.push_back(
            {static_cast<Route>(route), static_cast<Fund>(payer), static_cast<Fund>(receiver), cell->rule});
      }
    }
  }
  return permitted;
}

std::vector<Fund> Pool::kept_funds() const {
  std::vector<Fund> kept;
  funds_kept.for_each([&kept](const Key& key, const Period&, const Cell&) {
    const auto fund = static_cast<Fund>(key[Dimension::fund]);
    if (kept.empty() || kept.back() != fund) kept.push_back(fund);
  });
  return kept;
}

const Cell* Pool::reference_of(Care care, Status status, Date day) const {
  if (care_by_reference.empty()) return nullptr;
  Key key;
  key.set(Dimension::care, static_cast<std::size_t>(care));
  key.set(Dimension::status, static_cast<std::size_t>(status));
  return care_by_reference.find(key, day);
}

const Cell* Pool::government_of_standard(int year) const {
  for (const Date day : people.resident_government.breaks()) {
    const Cell* cell = people.resident_government.find({}, day);
    if (cell != nullptr && rule(cell->rule).standard_year == year) return cell;
  }
  return nullptr;
}

CounterId Pool::counter(std::string_view asked) const {
  const auto found = std::ranges::find(counter_names, asked);
  return found == counter_names.end() ? kNoCounter : static_cast<CounterId>(found - counter_names.begin());
}

const Pool* Policy::find(Region region) const {
  const auto found = std::ranges::find(pools, region, &Pool::region);
  return found == pools.end() ? nullptr : &*found;
}

}  // namespace yidan::policy
