#include "assistance/assist.h"

#include <algorithm>
#include <numeric>

#include "benefit/layers/layer_rules.h"
#include "money/overflow.h"

namespace yidan::assistance {
namespace {

using benefit::Bill;
using policy::Benefit;
using policy::Cell;
using policy::RuleId;

const Cell* find(const policy::Table& table, Date day) { return table.empty() ? nullptr : table.find({}, day); }

bool contains(const std::vector<Period>& periods, Date day) {
  return std::ranges::any_of(periods, [day](const Period& period) { return period.contains(day); });
}

// What of `days` is not in `taken`.
std::vector<Period> without(const std::vector<Period>& days, const Period& taken) {
  std::vector<Period> left;
  for (const Period& period : days) {
    const Period before{period.from, std::min(period.to, taken.from)};
    const Period after{std::max(period.from, taken.to), period.to};
    if (before.from < before.to) left.push_back(before);
    if (after.from < after.to) left.push_back(after);
  }
  return left;
}

// What the insurances leave of the policy scope, less first self-pay unless the rule says otherwise (B4, L2).
Money burden_of(const Bill& bill, const policy::BaseRule& rule) {
  Money burden = bill.amounts.policy_scope;
  for (const benefit::LayerPayment& layer : bill.layers) {
    if (traits(layer.benefit->layer).is_assistance) continue;
    burden -= layer.paid;
    if (rule.without_first_self_pay) burden -= layer.first_self_pay;
  }
  return burden;
}

// Assistance has paid of it on the bill itself, under an identity held on the day: never twice (B5).
bool is_assisted(const Bill& bill) {
  return std::ranges::any_of(bill.layers, [](const benefit::LayerPayment& layer) {
    return traits(layer.benefit->layer).is_granted_on_application && !layer.paid.is_zero();
  });
}

class Decider {
 public:
  Decider(const policy::Pool& pool, const Record& record, const Case& facts, const std::vector<Bill>& bills)
      : pool_(pool), record_(record), facts_(facts), bills_(bills) {
    for (const Benefit& benefit : pool.benefits) {
      if (traits(benefit.layer).is_granted_on_application) benefit_ = &benefit;
    }
  }

  std::vector<Application> run() {
    ensure_settled();
    for (const Event& event : record_.events) {
      const auto* apply = std::get_if<ApplyEvent>(&event.what);
      const bool withdrawn = event.withdrawn && is_known(*event.withdrawn);
      if (apply != nullptr && is_known(event.on) && !withdrawn) decide(event, *apply);
    }
    return std::move(applications_);
  }

 private:
  // An encounter that could be read and not be settled has money that does not fit; it might have counted.
  void ensure_settled() const {
    for (std::size_t i = 0; i < bills_.size(); ++i) {
      if (bills_[i].status == BillStatus::rejected && facts_.entries[i].encounter) throw Overflow{};
    }
  }

  // What happens after the as-of day is not known yet.
  [[nodiscard]] bool is_known(Date day) const { return !record_.as_of || day <= *record_.as_of; }

  void decide(const Event& event, const ApplyEvent& apply) {
    Application application{.event = event.place, .applied = event.on, .recognised = apply.recognised};
    application.refusal = refusal_of(apply, application);
    if (!application.refusal) {
      draw_window(application);
      if (application.window.empty()) application.refusal = ApplicationRefusal::no_days;
    }
    if (!application.refusal) {
      application.benefit = benefit_;
      find_rules(application);
      count_bills(application);
    }
    applications_.push_back(std::move(application));
  }

  std::optional<ApplicationRefusal> refusal_of(const ApplyEvent& apply, Application& application) const {
    const auto& rules = pool_.people;
    const Date day = application.applied;
    const Cell* window = find(rules.application_window, day);
    if (window == nullptr || !is_assisted_on(day)) {
      rest_on(application, silent_document(day));
      return ApplicationRefusal::no_rule;
    }
    const Cell* recognition = find(rules.application_recognised, day);
    if (recognition != nullptr) {
      rest_on(application, recognition->rule);
      if (apply.recognised && !is_known(*apply.recognised)) return ApplicationRefusal::not_recognised;
      if (apply.refused) return ApplicationRefusal::not_granted;
      if (!apply.recognised) return ApplicationRefusal::not_recognised;
    }
    const Cell* once = find(rules.application_once_a_year, day);
    if (once != nullptr) {
      rest_on(application, once->rule);
      // A rejected application does not count (JN-4.3-j as read).
      const auto same_year = [day](const Application& earlier) {
        return !earlier.refusal && earlier.applied.year() == day.year();
      };
      if (std::ranges::any_of(applications_, same_year)) return ApplicationRefusal::second_in_year;
    }
    return std::nullopt;
  }

  // No document is prolonged beyond its end (B9), whatever the province has.
  [[nodiscard]] bool is_assisted_on(Date day) const {
    return pool_.in_force_on(day) != policy::kNoRule && benefit_ != nullptr &&
           benefit_->in_force_on(day) != policy::kNoRule &&
           benefit_->conditions_on(day).identities.contains(Identity::impoverished_by_illness);
  }

  // Without a rule to name: the document that holds, or that held last, is silent.
  [[nodiscard]] RuleId silent_document(Date day) const {
    const RuleId holds = pool_.in_force_on(day);
    return holds == policy::kNoRule && !pool_.in_force.empty() ? pool_.in_force.back().rule : holds;
  }

  // [first of month M-n, end of M-1] and, if the switch says so, [first of M, 31 December] (E09); less the days of
  // earlier grants and those under another identity that is assisted.
  void draw_window(Application& application) const {
    const auto& rules = pool_.people;
    const Date day = application.applied;
    const Month month = Month::of(day);
    const Cell* back = find(rules.application_window, day);
    const Cell* forward = find(rules.application_forward, day);
    rest_on(application, back->rule);
    Date to = month.first_day();
    if (forward != nullptr) {
      rest_on(application, forward->rule);
      if (forward->is(Forward::year_end)) to = first_of_year(day.year() + 1);
    }
    application.window = {{(month + -back->count()).first_day(), to}};
    const Cell* overlap = find(rules.application_no_overlap, day);
    for (const Application& earlier : applications_) {
      if (overlap == nullptr) break;
      if (!earlier.refusal) rest_on(application, overlap->rule);
      for (const Period& taken : earlier.window) application.window = without(application.window, taken);
    }
    for (const HeldIdentity& held : facts_.person.identities) {
      if (is_other(held.identity, day)) application.window = without(application.window, held.period);
    }
  }

  // Another identity under which bills are assisted by themselves.
  [[nodiscard]] bool is_other(Identity identity, Date day) const {
    return identity != Identity::impoverished_by_illness && benefit_->conditions_on(day).identities.contains(identity);
  }

  // The rules on the first day of the month of application (E10).
  void find_rules(Application& application) const {
    const Date day = std::max(Month::of(application.applied).first_day(), first_day_in_force(application.applied));
    constexpr std::array<Identity, 1> identity{Identity::impoverished_by_illness};
    policy::Key key;
    key.set(policy::Dimension::identity, static_cast<std::size_t>(identity.front()));
    application.rules = benefit::rules_on(*benefit_, key, identity, day);
    rest_on(application, benefit_->in_force_on(day));
    for (const RuleId rule :
         {application.rules.deductible_rule, application.rules.schedule->front().rule, application.rules.cap_rule}) {
      rest_on(application, rule);
    }
    for (const RuleId rule : application.because) {
      application.basis = std::max(application.basis, pool_.rule(rule).basis);
      application.policy_status = std::max(application.policy_status, pool_.rule(rule).status);
    }
  }

  // A benefit that begins within the month of application has no rule on its first day.
  [[nodiscard]] Date first_day_in_force(Date day) const {
    for (const policy::InForce& row : benefit_->in_force) {
      if (row.period.contains(day)) return row.period.from;
    }
    return day;
  }

  void count_bills(Application& application) const {
    std::vector<std::size_t> order(bills_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [this](std::size_t a, std::size_t b) { return date_of(a) < date_of(b); });
    for (const std::size_t entry : order) {
      if (facts_.entries[entry].encounter) application.bills.push_back(count(entry, application));
    }
  }

  [[nodiscard]] Date date_of(std::size_t entry) const {
    const auto& encounter = facts_.entries[entry].encounter;
    return encounter ? encounter->date : Date{};
  }

  CountedBill count(std::size_t entry, Application& application) const {
    CountedBill counted{.entry = entry, .reason = reason_against(entry, application)};
    if (counted.reason) return counted;
    counted.base = burden_of(bills_[entry], benefit_->base);
    counted.accumulated = application.base_total;
    const benefit::LayerState state{.accumulated = application.base_total, .paid = application.paid};
    counted.result = benefit::pay(application.rules, state, counted.base);
    application.base_total += counted.result.net;
    application.paid += counted.result.paid;
    return counted;
  }

  [[nodiscard]] std::optional<NotCounted> reason_against(std::size_t entry, const Application& application) const {
    const Bill& bill = bills_[entry];
    const Encounter& encounter = *facts_.entries[entry].encounter;
    if (!contains(application.window, bill.rule_date)) return reason_outside(bill.rule_date);
    const Cover* cover = cover_on(facts_.person, bill.rule_date);
    const Disease* disease = encounter.disease ? &*encounter.disease : nullptr;
    if (cover == nullptr) return NotCounted::not_settled;
    const Cell* like = pool_.reference_of(encounter.care, cover->status, bill.rule_date);
    const Care care = like == nullptr ? encounter.care : static_cast<Care>(like->value);
    if (!benefit_->is_for(cover->scheme, care, disease)) return NotCounted::other_care;
    if (bill.status != BillStatus::settled) return NotCounted::not_settled;
    if (is_assisted(bill)) return NotCounted::assisted_on_bill;
    return std::nullopt;
  }

  [[nodiscard]] NotCounted reason_outside(Date day) const {
    for (const HeldIdentity& held : facts_.person.identities) {
      if (held.period.contains(day) && is_other(held.identity, day)) return NotCounted::other_identity;
    }
    for (const Application& earlier : applications_) {
      if (contains(earlier.window, day)) return NotCounted::other_grant;
    }
    return NotCounted::outside_window;
  }

  static void rest_on(Application& application, RuleId rule) {
    if (rule == policy::kNoRule) return;
    auto& because = application.because;
    if (std::ranges::find(because, rule) == because.end()) because.push_back(rule);
  }

  const policy::Pool& pool_;
  const Record& record_;
  const Case& facts_;
  const std::vector<Bill>& bills_;
  const Benefit* benefit_ = nullptr;
  std::vector<Application> applications_;
};

}  // namespace

Result<std::vector<Application>> decide(const policy::Pool& pool, const Record& record, const Case& facts,
                                        const std::vector<benefit::Bill>& bills) {
  static const Text does_not_fit{"救助金额合计超出 64 位分的范围：请检查金额",
                                 "a sum of assistance does not fit 64 bits of fen: check the amounts"};
  return unless_overflow(does_not_fit, "$", [&] { return Decider(pool, record, facts, bills).run(); });
}

}  // namespace yidan::assistance
