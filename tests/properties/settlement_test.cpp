// Properties of settlement over random cases of all pools, each named after its rule in the semantics. A failure prints
// its seed; YIDAN_PROPERTY_CASES sets how many cases are tried.

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <map>

#include <gtest/gtest.h>

#include "benefit/explain.h"
#include "benefit/settle.h"
#include "testing/kernel_check.h"
#include "testing/packs.h"
#include "testing/random_case.h"

namespace yidan {
namespace {

using benefit::Bill;

std::uint64_t case_count() {
  const char* asked = std::getenv("YIDAN_PROPERTY_CASES");
  return asked == nullptr ? 2000 : std::strtoull(asked, nullptr, 10);
}

using BillsCheck = std::function<void(const policy::Pool&, const Case&, const std::vector<Bill>&)>;

// Of residents, or of more than the insurances left: such a bill is rejected, and says nothing of amounts.
void take_impossible_supplements_back(const policy::Pool& pool, Case& facts) {
  const auto bills = benefit::settle_case(pool, facts);
  for (std::size_t i = 0; i < bills.size(); ++i) {
    if (bills[i].status == BillStatus::rejected) facts.entries[i].encounter->enterprise_supplement = {};
  }
}

void for_random_cases(const BillsCheck& check) {
  for (std::uint64_t seed = 1; seed <= case_count() && !::testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    testing::Choices choices(seed);
    const policy::Pool& pool = testing::shipped_policy().pools[choices.pick(testing::shipped_policy().pools.size())];
    Case facts = testing::random_case(choices, pool.region);
    take_impossible_supplements_back(pool, facts);
    check(pool, facts, benefit::settle_case(pool, facts));
  }
}

TEST(Settlement, M3_PartsAddUp) {
  for_random_cases([](const policy::Pool&, const Case&, const std::vector<Bill>& bills) {
    for (const Bill& bill : bills) {
      const auto& parts = bill.amounts;
      ASSERT_EQ(parts.total, parts.not_payable + parts.outside_catalogue + parts.over_limit + parts.self_pay_first +
                                 parts.policy_scope);
      ASSERT_EQ(parts.total, bill.fund_total + bill.supplement + bill.account + bill.cash);
      ASSERT_GE(bill.cash, Money{});
      Money paid;
      for (const auto& layer : bill.layers) {
        ASSERT_EQ(layer.base, layer.paid + layer.burden);
        ASSERT_GE(layer.burden, Money{}) << layer.benefit->id;
        ASSERT_LE(layer.first_self_pay + layer.deductible + layer.paid, layer.base);
        paid += layer.paid;
      }
      ASSERT_EQ(paid, bill.fund_total);
    }
  });
}

TEST(Settlement, L5_NoYearPaysMoreThanItsCap) {
  for_random_cases([](const policy::Pool& pool, const Case&, const std::vector<Bill>& bills) {
    const auto cap_of_2023 = pool.counter("employee-outpatient.paid");
    if (pool.region != Region(370600)) return;
    for (const Bill& bill : bills) {
      const Money cap = Money::yuan(bill.rule_date.year() == 2022 ? 900 : 1800);
      ASSERT_LE(bill.counters[static_cast<std::size_t>(cap_of_2023)], cap);
    }
  });
}

TEST(Settlement, L6_LayersStandInTheirOrder) {
  for_random_cases([](const policy::Pool&, const Case&, const std::vector<Bill>& bills) {
    for (const Bill& bill : bills) {
      const auto later = [](const auto& a, const auto& b) { return a.benefit->layer >= b.benefit->layer; };
      ASSERT_EQ(std::adjacent_find(bill.layers.begin(), bill.layers.end(), later), bill.layers.end());
    }
  });
}

TEST(Settlement, L7_LaterBillsDoNotChangeEarlierOnes) {
  for_random_cases([](const policy::Pool& pool, const Case& facts, const std::vector<Bill>& bills) {
    if (bills.size() < 2) return;
    Case shorter = facts;
    shorter.entries.pop_back();
    const auto again = benefit::settle_case(pool, shorter);
    for (std::size_t i = 0; i < again.size(); ++i) {
      ASSERT_EQ(again[i].counters, bills[i].counters);
      ASSERT_EQ(again[i].cash, bills[i].cash);
    }
  });
}

TEST(Settlement, L9_WhatIsNotSettledLeavesTheYearAlone) {
  for_random_cases([](const policy::Pool&, const Case&, const std::vector<Bill>& bills) {
    std::map<int, std::vector<Money>> before;
    for (const Bill& bill : bills) {
      std::vector<Money>& year = before[bill.rule_date.year()];
      if (year.empty()) year.resize(bill.counters.size());
      if (bill.status != BillStatus::settled) {
        ASSERT_EQ(bill.counters, year);
      }
      year = bill.counters;
    }
  });
}

TEST(Settlement, F4_NothingIsPaidForACauseThatTheFundsNeverPay) {
  for_random_cases([](const policy::Pool&, const Case&, const std::vector<Bill>& bills) {
    for (const Bill& bill : bills) {
      ASSERT_LE(bill.account + bill.supplement + bill.fund_total, bill.amounts.total - bill.amounts.not_payable);
      if (bill.status == BillStatus::not_payable) {
        ASSERT_EQ(bill.amounts.not_payable, bill.amounts.total);
      }
    }
  });
}

TEST(Settlement, E1_LeavingStepsOutChangesNoAmount) {
  for_random_cases([](const policy::Pool& pool, const Case& facts, const std::vector<Bill>& bills) {
    const auto bare = benefit::settle_case(pool, facts, benefit::Recording::none);
    for (std::size_t i = 0; i < bills.size(); ++i) {
      ASSERT_TRUE(bare[i].steps.empty());
      ASSERT_EQ(bare[i].amounts, bills[i].amounts);
      ASSERT_EQ(bare[i].fund_total, bills[i].fund_total);
      ASSERT_EQ(bare[i].account, bills[i].account);
      ASSERT_EQ(bare[i].counters, bills[i].counters);
      ASSERT_EQ(bare[i].basis, bills[i].basis);
    }
  });
}

TEST(Settlement, E1_EveryPaymentHasAStepWithARuleAndClauses) {
  for_random_cases([](const policy::Pool& pool, const Case&, const std::vector<Bill>& bills) {
    for (const Bill& bill : bills) {
      for (const auto& layer : bill.layers) {
        const auto names_it = [&](const benefit::Step& step) {
          return benefit::rule_id(step, pool).starts_with(layer.benefit->id + ".") && !clauses_of(step, pool).empty() &&
                 step.output == layer.paid;
        };
        ASSERT_TRUE(std::ranges::any_of(bill.steps, names_it)) << layer.benefit->id;
      }
    }
  });
}

TEST(Settlement, KernelAgreesWithTheReferencePathToTheFen) {
  for_random_cases([](const policy::Pool& pool, const Case& facts, const std::vector<Bill>&) {
    const auto difference = testing::KernelCheck(pool, facts).run();
    ASSERT_FALSE(difference.has_value()) << *difference;
  });
}

}  // namespace
}  // namespace yidan
