#include <algorithm>

#include "money/overflow.h"
#include "standing/account.h"
#include "standing/death.h"
#include "standing/timeline.h"
#include "standing/years.h"

namespace yidan::standing {
namespace {

// Who must not be left uninsured, and is (HZ-3.1-b, SD42-1-i, JN-7.1-c).
void check_insured(const View& view, const Identities& identities) {
  const Held* held = identities.highest_in(view.rules.categories_must_be_insured, view.as_of);
  if (held == nullptr) return;
  const auto covered = [&view](const CoverSpan& span) { return span.period.contains(view.as_of); };
  if (std::ranges::any_of(view.standing.cover, covered)) return;
  const policy::Cell* rule =
      find(view.rules.categories_must_be_insured, policy::Dimension::identity, held->category, view.as_of);
  view.warn(WarningKind::needy_not_covered, nullptr, {word(held->category), view.as_of}, {rule});
}

// Who enjoys retiree benefits pays no more: a relation that opens later is none (LY-3.2.1-l). It could not have brought
// the entitlement, so counting again without it changes nothing else.
Employment count_employment(const View& view) {
  const std::size_t warnings = view.standing.warnings.size();
  Employment employment(view);
  count_years(view, employment);
  const auto entitled = view.standing.years.entitled_from;
  const auto later = [&entitled](const Relation& relation) { return relation.opened >= *entitled; };
  if (!entitled || std::ranges::none_of(employment.relations(), later)) return employment;
  view.standing.warnings.resize(warnings);
  view.standing.years = {};
  Employment closed(view, *entitled);
  count_years(view, closed);
  return closed;
}

void sort_dues(Standing& standing) {
  const auto day = [](const Due& due) {
    return due.insured_year ? first_of_year(*due.insured_year) : due.month.first_day();
  };
  std::ranges::stable_sort(standing.dues, [&day](const Due& a, const Due& b) { return day(a) < day(b); });
}

void sort_warnings(Standing& standing) {
  std::ranges::stable_sort(standing.warnings, [](const Warning& a, const Warning& b) {
    constexpr std::size_t last = SIZE_MAX;
    return a.event.value_or(last) < b.event.value_or(last);
  });
}

Standing derive_all(const policy::Pool& pool, const Record& record, Date as_of) {
  Standing standing;
  standing.as_of = as_of;
  const auto died = died_on(record, as_of);
  const bool is_dead = died && *died <= as_of;
  // After a death nothing comes: all is as it was known on its day.
  View view(pool, record, is_dead ? *died : as_of, standing, as_of);
  view.know_until_as_of();
  view.warn_of_repetition();
  const Identities identities(view);
  const Employment employment = count_employment(view);
  const Residents residents(view, identities, employment);
  assess_contributions(view, employment);
  draw_timeline(view, employment, residents);
  keep_account(view, employment);
  standing.identities = identities.counting();
  for (const Held& held : identities.all()) standing.held.push_back({held.category, held.period});
  check_insured(view, identities);
  if (is_dead) end_with_life(standing, *died);
  sort_dues(standing);
  sort_warnings(standing);
  return standing;
}

}  // namespace

Date as_of(const Record& record) {
  if (record.as_of) return *record.as_of;
  return record.events.empty() ? record.born : record.events.back().on;
}

const Text& sums_do_not_fit() {
  static const Text text{"档案中的金额合计超出 64 位分的范围：请检查各项金额",
                         "a sum of the record does not fit 64 bits of fen: check its amounts"};
  return text;
}

Result<Standing> derive(const policy::Pool& pool, const Record& record, Date as_of) {
  return unless_overflow(sums_do_not_fit(), "$", [&] { return derive_all(pool, record, as_of); });
}

}  // namespace yidan::standing
