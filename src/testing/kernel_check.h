// The kernel beside the reference path on one case: the same payment of every bill, the same counters at the end.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "benefit/kernel/run.h"
#include "benefit/referral_limit.h"
#include "benefit/settle.h"
#include "benefit/stay_deductible.h"

namespace yidan::testing {

class KernelCheck {
 public:
  KernelCheck(const policy::Pool& pool, const Case& facts) : pool_(pool), facts_(facts), plan_(pool) {}

  // What differs, or nothing.
  std::optional<std::string> run() {
    fold_reference();
    std::vector<std::int64_t> counters(plan_.stride() * (years_.size() + 1));
    std::vector<std::int64_t> paid(claims_.size());
    benefit::kernel::run(plan_, claims_, counters, paid);
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      if (paid[i] != expected_[i]) {
        return "bill " + std::to_string(i) + ": kernel " + std::to_string(paid[i]) + ", reference " +
               std::to_string(expected_[i]);
      }
    }
    return compare_counters(counters);
  }

 private:
  void fold_reference() {
    benefit::Past past = benefit::opening_past(pool_, facts_.person, facts_.opening);
    for (const CaseEntry& entry : facts_.entries) {
      auto settled = benefit::settle(pool_, facts_.person, past, *entry.encounter, benefit::Recording::none);
      if (!settled) continue;
      if (settled->bill.status == BillStatus::settled) add_claim(*entry.encounter, past, settled->bill);
      past = std::move(settled->past);
    }
    past_ = std::move(past);
  }

  void add_claim(const Encounter& encounter, benefit::Past past, const benefit::Bill& bill) {
    const auto situation = benefit::situate(pool_, facts_.person, past, encounter);
    const policy::Benefit& first = *bill.layers.begin()->benefit;
    benefit::YearState& year = past.year(encounter.date.year(), pool_);
    benefit::StayDeductible stay(pool_, first, situation, encounter, past, year);
    const std::size_t held = benefit::held_ordinal(first, facts_.person, encounter.date);
    const auto person = years_.try_emplace(encounter.date.year(), years_.size()).first->second;
    claims_.push_back({static_cast<std::uint32_t>(person), plan_.intern(situation, stay.order(), held),
                       bill.amounts.policy_scope.in_fen(), (stay.absorbed() + spared(first, situation, stay)).in_fen(),
                       bill.supplement.in_fen()});
    expected_.push_back(bill.fund_total.in_fen());
  }

  // What a referral spares of the deductible of the stay's level.
  static Money spared(const policy::Benefit& first, const benefit::Situation& situation,
                      benefit::StayDeductible& stay) {
    policy::Key key = situation.key;
    key.set(policy::Dimension::order, stay.order());
    benefit::LayerRules rules = benefit::rules_on(first, key, situation.identities(), situation.day);
    const Money of_level = rules.deductible;
    benefit::limit_referral(first, key, situation, rules, stay);
    return of_level - rules.deductible;
  }

  std::optional<std::string> compare_counters(const std::vector<std::int64_t>& counters) {
    for (const auto& [year, person] : years_) {
      const auto& reference = past_.year(year, pool_).counters;
      for (std::size_t local = 0; local + 1 < plan_.stride(); ++local) {
        const auto id = static_cast<std::size_t>(plan_.pool_counter(local));
        const std::int64_t value = counters[person * plan_.stride() + local + 1];
        if (value == reference[id].in_fen()) continue;
        return pool_.counter_names[id] + " of " + std::to_string(year) + ": kernel " + std::to_string(value) +
               ", reference " + std::to_string(reference[id].in_fen());
      }
    }
    return std::nullopt;
  }

  const policy::Pool& pool_;
  const Case& facts_;
  benefit::kernel::Plan plan_;
  benefit::Past past_;
  std::map<int, std::size_t> years_;
  std::vector<benefit::kernel::Claim> claims_;
  std::vector<std::int64_t> expected_;
};

}  // namespace yidan::testing
