#include "standing/contributions.h"

#include <algorithm>

namespace yidan::standing {
namespace {

using policy::Cell;
using policy::Dimension;

class Assessor {
 public:
  Assessor(const View& view, const Employment& employment) : view_(view), rules_(view.rules), employment_(employment) {}

  void run() {
    const Month now = Month::of(view_.as_of);
    const auto& entitled = view_.standing.years.entitled_from;
    for (const Contribution& each : employment_.contributions()) {
      if (each.month > now && !each.paid) continue;
      if (entitled && each.month >= Month::of(*entitled)) continue;  // who enjoys retiree benefits pays no more
      const Relation& relation = employment_.relations()[each.relation];
      if (relation.is_flexible()) {
        assess_flexible(relation, each);
      } else {
        assess_employed(relation, each);
      }
    }
  }

 private:
  void assess_flexible(const Relation& relation, const Contribution& each) {
    const Date day = each.month.first_day();
    const Cell* rate = find(rules_.employee_flexible_rate, day);
    const Cell* base_share = find(rules_.employee_flexible_base, day);
    const Cell* wage = find(rules_.average_wage, day);
    if (rate == nullptr || base_share == nullptr || wage == nullptr)
      return warn_once(WarningKind::no_rate, relation, each);
    const Base base = Base::of_yearly(wage->money(), base_share->rate());
    add(each, DuePart::individual, Payer::person, base.share(rate->rate()),
        because(Saying::due_flexible, {rate, base_share, wage}, {base.rounded(), rate->rate()}));
    check_paid(each, base.share(rate->rate()), {rate, base_share});
  }

  void assess_employed(const Relation& relation, const Contribution& each) {
    const Date day = each.month.first_day();
    const Cell* separate = find(rules_.employee_separate, Dimension::person_kind, relation.person_kind, day);
    if (separate != nullptr) return warn_once(WarningKind::separate_contribution, relation, each, separate);
    const auto wage = relation.wage_in(each.month);
    if (!wage) return warn_once(WarningKind::no_wage, relation, each);
    const Cell* own = find(rules_.employee_person_rate, day);
    const Cell* unit = find(rules_.employee_employer_rate, Dimension::employer_kind, relation.kind, day);
    if (own == nullptr || unit == nullptr) return warn_once(WarningKind::no_rate, relation, each);
    const Clamped clamped = clamp_wage(rules_, *wage, each.month);
    const Money of_unit = clamped.base.share(unit->rate());
    const Money of_person = clamped.base.share(own->rate());
    add(each, DuePart::employer, Payer::employer, of_unit,
        because(Saying::due_employer, {unit, clamped.bound, clamped.wage},
                {clamped.base.rounded(), unit->rate(), word(relation.kind)}));
    add(each, DuePart::individual, Payer::person, of_person,
        because(Saying::due_employee, {own, clamped.bound, clamped.wage}, {clamped.base.rounded(), own->rate()}));
    check_paid(each, of_unit + of_person, {unit, own, clamped.bound});
  }

  void add(const Contribution& each, DuePart part, Payer payer, Money amount, const Reasoning& why) {
    Due due{.month = each.month, .part = part, .payer = payer, .amount = amount, .why = why};
    if (each.paid && !each.presumed) due.paid_on = each.paid_on;
    due.presumed = each.presumed;
    view_.standing.dues.push_back(due);
  }

  // What was paid against what is owed, where every figure is cited.
  void check_paid(const Contribution& each, Money owed, std::initializer_list<const Cell*> cells) {
    if (!each.paid || each.presumed || each.amount == owed) return;
    for (const Cell* cell : cells) {
      if (cell != nullptr && view_.pool.rule(cell->rule).basis != Basis::cited) return;
    }
    const auto kind = each.amount < owed ? WarningKind::pay_short : WarningKind::pay_over;
    view_.warn(kind, each.payment, {each.month, each.amount, owed});
  }

  // Said once for a relation: the next months have the same lack.
  void warn_once(WarningKind kind, const Relation& relation, const Contribution& each, const Cell* rule = nullptr) {
    const auto same = [&](const Warning& warning) {
      return warning.kind == kind && warning.event == relation.event->place;
    };
    if (std::ranges::any_of(view_.standing.warnings, same)) return;
    view_.warn(kind, relation.event, {each.month}, {rule});
  }

  const View& view_;
  const policy::PeopleRules& rules_;
  const Employment& employment_;
};

}  // namespace

Money Base::share(Rate rate) const {
  constexpr Exact whole = Exact{12} * kWhole.in_ppm() * kWhole.in_ppm();
  const Exact twice = 2 * scaled_ * rate.in_ppm() + whole;
  // Nearly every product fits 64 bits, where a division by a constant costs a multiplication.
  if (twice <= std::numeric_limits<std::int64_t>::max()) {
    return Money::fen(
        static_cast<std::int64_t>(static_cast<std::uint64_t>(twice) / static_cast<std::uint64_t>(2 * whole)));
  }
  const Exact fen = twice / (2 * whole);
  if (fen > std::numeric_limits<std::int64_t>::max()) throw Overflow{};
  return Money::fen(static_cast<std::int64_t>(fen));
}

Clamped clamp_wage(const policy::PeopleRules& rules, Money monthly, Month month) {
  const Date day = month.first_day();
  const Cell* wage = find(rules.average_wage, day);
  const Cell* floor = find(rules.employee_base_floor, day);
  const Cell* ceiling = find(rules.employee_base_ceiling, day);
  const Base base = Base::of_wage(monthly);
  if (wage == nullptr) return {base};
  if (floor != nullptr) {
    const Base least = Base::of_yearly(wage->money(), floor->rate());
    if (base < least) return {least, wage, floor};
  }
  if (ceiling != nullptr) {
    const Base most = Base::of_yearly(wage->money(), ceiling->rate());
    if (most < base) return {most, wage, ceiling};
  }
  return {base};
}

void assess_contributions(const View& view, const Employment& employment) { Assessor(view, employment).run(); }

}  // namespace yidan::standing
