#include "standing/premium.h"

#include <algorithm>

namespace yidan::standing {

using policy::Cell;
using policy::Dimension;

std::optional<Date> Premiums::newborn_limit(Date day) const {
  const Cell* months = find(view_.rules.resident_newborn_limit, day);
  if (months == nullptr) return std::nullopt;
  return add_months(view_.record.born, months->count());
}

Charge Premiums::charge(const PremiumCase& premium, Date day) const {
  Charge charge;
  charge.day = day;
  const Date standard_day = first_of_year(premium.year);
  const auto& rules = view_.rules;
  charge.individual = find(rules.resident_individual, standard_day);
  charge.government = find(rules.resident_government, standard_day);
  if (charge.government != nullptr) charge.government_part = charge.government->money();
  charge.at_once = identities_.highest_in(rules.resident_at_once, day);
  if (charge.at_once != nullptr)
    charge.at_once_rule = find(rules.resident_at_once, Dimension::identity, charge.at_once->category, day);
  const auto limit = newborn_limit(day);
  charge.newborn = premium.newborn || (premium.newborn_status && limit && day <= *limit);
  const Cell* until = find(rules.resident_individual_until, day);
  const bool late = until != nullptr && day > until->year_day().in(premium.year);
  if (late && charge.at_once == nullptr && !charge.newborn) {
    charge.late_rule = until;
    charge.person_owes_government = true;
  }
  if (charge.individual != nullptr) subsidise(charge, standard_day);
  return charge;
}

void Premiums::subsidise(Charge& charge, Date standard_day) const {
  const auto& rules = view_.rules;
  const Money individual = charge.individual->money();
  charge.person = individual;
  const Date dated = rules.subsidy_dated_by == DatedBy::payment ? charge.day : standard_day;
  // Held on the charge day; the row is that of the day by which subsidies are dated.
  charge.subsidised = identities_.highest(charge.day, [&](const Held& held) {
    return find(rules.resident_subsidy, Dimension::identity, held.category, dated) != nullptr;
  });
  if (charge.subsidised == nullptr) return;
  const Cell* amount = find(rules.resident_subsidy, Dimension::identity, charge.subsidised->category, dated);
  charge.subsidy_rule = amount;
  charge.subsidy = amount->kind == Cell::Kind::none ? individual : std::min(amount->money(), individual);
  charge.person = individual - charge.subsidy;
  if (rules.resident_subsidy_rest.empty()) return;
  policy::Key key;
  key.set(Dimension::identity, static_cast<std::size_t>(charge.subsidised->category));
  key.set(Dimension::exempt, static_cast<std::size_t>(charge.subsidised->exempt ? Exemption::yes : Exemption::no));
  charge.rest_rule = rules.resident_subsidy_rest.find(key, dated);
  if (says(charge.rest_rule, Payer::county)) {
    charge.county = charge.person;
    charge.person = Money{};
  }
}

bool Premiums::is_cited(const Charge& charge) const {
  const auto cited = [this](const Cell* cell) {
    return cell == nullptr || view_.pool.rule(cell->rule).basis == Basis::cited;
  };
  return charge.individual != nullptr && cited(charge.individual) && cited(charge.subsidy_rule) &&
         (!charge.person_owes_government || cited(charge.government));
}

void Premiums::add(const PremiumCase& premium, std::optional<Date> paid_on, DuePart part, Payer payer, Money amount,
                   const Reasoning& why) const {
  if (amount.is_zero()) return;
  view_.standing.dues.push_back(
      {.insured_year = premium.year, .part = part, .payer = payer, .amount = amount, .paid_on = paid_on, .why = why});
}

void Premiums::add_dues(const PremiumCase& premium, const Charge& charge, std::optional<Date> paid_on) const {
  if (charge.individual == nullptr) return;
  const Money individual = charge.individual->money();
  const bool subsidised = charge.subsidised != nullptr;
  add(premium, paid_on, DuePart::individual, Payer::person, charge.person,
      subsidised ? because(Saying::due_individual_rest, {charge.individual, charge.subsidy_rule, charge.rest_rule},
                           {individual, charge.subsidy})
                 : because(Saying::due_individual, {charge.individual}, {individual}));
  if (subsidised) {
    const Word& identity = word(charge.subsidised->category);
    add(premium, paid_on, DuePart::individual, Payer::assistance, charge.subsidy,
        because(Saying::due_assistance, {charge.individual, charge.subsidy_rule}, {individual, identity}));
    add(premium, paid_on, DuePart::individual, Payer::county, charge.county,
        because(Saying::due_county, {charge.individual, charge.subsidy_rule, charge.rest_rule},
                {individual, charge.subsidy}));
    const bool full = charge.subsidy_rule->kind == Cell::Kind::none;
    view_.standing.subsidies.push_back(
        {premium.year, charge.subsidised->category, Payer::assistance, charge.subsidy,
         full ? because(Saying::subsidy_full, {charge.subsidy_rule, charge.individual}, {identity})
              : because(Saying::subsidy_fixed, {charge.subsidy_rule, charge.individual},
                        {identity, charge.subsidy_rule->money(), individual})});
  }
  if (charge.government == nullptr) return;
  if (charge.person_owes_government) {
    add(premium, paid_on, DuePart::government, Payer::person, charge.government_part,
        because(Saying::due_government_late, {charge.government, charge.late_rule},
                {charge.government_part, charge.late_rule->year_day().in(premium.year)}));
  } else {
    add(premium, paid_on, DuePart::government, Payer::treasury, charge.government_part,
        because(Saying::due_government, {charge.government, find(view_.rules.resident_individual_until, charge.day)},
                {charge.government_part}));
  }
}

}  // namespace yidan::standing
