#include "standing/identities.h"

#include <algorithm>

namespace yidan::standing {

using policy::Dimension;

Identities::Identities(const View& view) : view_(view) {
  for (const Event& event : view.events()) {
    const auto* identity = std::get_if<IdentityEvent>(&event.what);
    if (identity == nullptr) continue;
    const Held held{identity->category, identity->period, identity->exempt, !identity->order.empty()};
    const auto twin = std::ranges::find_if(held_, [&held](const Held& other) {
      return other.category == held.category && other.period.from == held.period.from;
    });
    if (twin == held_.end()) {
      held_.push_back(held);
    } else {
      *twin = held;
    }
  }
}

std::int64_t Identities::rank(Identity category, Date day) const {
  constexpr std::int64_t last = 1000;
  const policy::Cell* cell = find(view_.pool.rank, Dimension::identity, category, day);
  return cell == nullptr ? last : cell->value;
}

const Held* Identities::highest_in(const policy::Table& table, Date day) const {
  if (held_.empty()) return nullptr;
  return highest(day,
                 [&](const Held& held) { return find(table, Dimension::identity, held.category, day) != nullptr; });
}

std::vector<CountingIdentity> Identities::counting() const {
  std::vector<Date> days;
  for (const Held& held : held_) {
    days.push_back(held.period.from);
    days.push_back(held.period.to);
  }
  std::ranges::sort(days);
  days.erase(std::ranges::unique(days).begin(), days.end());
  std::vector<CountingIdentity> spans;
  for (std::size_t i = 0; i + 1 < days.size(); ++i) {
    const Held* held = highest(days[i]);
    if (held == nullptr) continue;
    const Period period{days[i], days[i + 1]};
    if (!spans.empty() && spans.back().category == held->category && spans.back().period.to == period.from) {
      spans.back().period.to = period.to;
      continue;
    }
    const policy::Cell* reference = held->by_order ? find(view_.rules.categories_by_reference, days[i]) : nullptr;
    spans.push_back(
        {held->category, period,
         because(held->by_order ? Saying::identity_by_order : Saying::identity,
                 {find(view_.pool.rank, Dimension::identity, held->category, days[i]),
                  find(view_.rules.categories_authority, Dimension::identity, held->category, days[i]), reference},
                 {word(held->category)})});
  }
  return spans;
}

}  // namespace yidan::standing
