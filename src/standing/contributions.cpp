#include "standing/contributions.h"

#include <algorithm>

namespace yidan::standing {
namespace {

using policy::Cell;

class Assessor {
 public:
  Assessor(const View& view, const Employment& employment) : view_(view), employment_(employment) {}

  void run() {
    const Month now = Month::of(view_.as_of);
    const auto& entitled = view_.standing.years.entitled_from;
    for (const Contribution& each : employment_.contributions()) {
      if (each.month > now && each.listed == nullptr) continue;
      if (entitled && each.month >= Month::of(*entitled)) continue;  // who enjoys retiree benefits pays no more
      assess(employment_.relations()[each.relation], each);
    }
  }

 private:
  void assess(const Relation& relation, const Contribution& each) {
    const MonthlyOwed& owed = each.owed;
    switch (owed.known) {
      case MonthlyOwed::Known::separate:
        return warn_once(WarningKind::separate_contribution, relation, each, owed.separate);
      case MonthlyOwed::Known::no_wage:
        return warn_once(WarningKind::no_wage, relation, each);
      case MonthlyOwed::Known::no_rate:
        return warn_once(WarningKind::no_rate, relation, each);
      case MonthlyOwed::Known::yes:
        break;
    }
    const Money base = owed.base.rounded();
    const Rate own = owed.person_rate->rate();
    if (relation.is_flexible()) {
      add(each, DuePart::individual, Payer::person, owed.person, each.paid_on,
          because(Saying::due_flexible, {owed.person_rate, owed.bound, owed.wage}, {base, own}));
    } else {
      const Rate unit = owed.employer_rate->rate();
      add(each, DuePart::employer, Payer::employer, owed.employer, each.whole_on,
          because(Saying::due_employer, {owed.employer_rate, owed.bound, owed.wage},
                  {base, unit, word(relation.kind)}));
      add(each, DuePart::individual, Payer::person, owed.person, each.paid_on,
          because(Saying::due_employee, {owed.person_rate, owed.bound, owed.wage}, {base, own}));
    }
    check_paid(each);
  }

  void add(const Contribution& each, DuePart part, Payer payer, Money amount, std::optional<Date> paid_on,
           const Reasoning& why) {
    Due due{.month = each.month, .part = part, .payer = payer, .amount = amount, .why = why};
    if (!each.presumed) due.paid_on = paid_on;
    due.presumed = each.presumed;
    view_.standing.dues.push_back(due);
  }

  // What was paid against what is owed. Too little is said whatever the figures rest on, for it buys nothing (P7); too
  // much only where all of them are cited, for what one of ours leaves over is nobody's to claim back.
  void check_paid(const Contribution& each) {
    const Money owed = each.owed.sum();
    if (each.listed == nullptr || each.amount == owed) return;
    const bool cited = std::ranges::all_of(
        std::array{each.owed.person_rate, each.owed.employer_rate, each.owed.bound},
        [this](const Cell* cell) { return cell == nullptr || view_.pool.rule(cell->rule).basis == Basis::cited; });
    if (each.amount > owed && !cited) return;
    view_.warn(each.amount < owed ? WarningKind::pay_short : WarningKind::pay_over, each.listed,
               {each.month, each.amount, owed});
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
  const Employment& employment_;
};

}  // namespace

void assess_contributions(const View& view, const Employment& employment) { Assessor(view, employment).run(); }

}  // namespace yidan::standing
