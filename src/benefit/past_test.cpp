#include "benefit/past.h"

#include <gtest/gtest.h>

namespace yidan::benefit {
namespace {

policy::Pool pool_with_counters() {
  policy::Pool pool;
  pool.counter_names = {"outpatient.deductible", "outpatient.paid", "assistance.base"};
  return pool;
}

TEST(Past, BeginsWithTheOpeningCountersOfTheirYears) {
  const policy::Pool pool = pool_with_counters();
  Past past = opening_past(pool, {},
                           {{2022, "outpatient.paid", Money::yuan(900)},
                            {2023, "outpatient.deductible", Money::yuan(300)},
                            {2023, "assistance.base", Money::yuan(5000)}});
  ASSERT_EQ(past.years.size(), 2U);
  EXPECT_EQ(past.year(2022, pool).counters, (std::vector<Money>{{}, Money::yuan(900), {}}));
  EXPECT_EQ(past.year(2023, pool).counters, (std::vector<Money>{Money::yuan(300), {}, Money::yuan(5000)}));
}

TEST(Past, MakesAnEmptyYearOnceWhenThereIsNone) {
  const policy::Pool pool = pool_with_counters();
  Past past;
  YearState& year = past.year(2023, pool);
  EXPECT_EQ(year.year, 2023);
  EXPECT_EQ(year.counters, std::vector<Money>(3));
  EXPECT_EQ(year.admissions, 0U);
  year.counters[1] = Money::yuan(1);
  EXPECT_EQ(past.year(2023, pool).counters[1], Money::yuan(1));
  EXPECT_EQ(past.year(2024, pool).counters[1], Money{});
  EXPECT_EQ(past.years.size(), 2U);
}

TEST(Past, TakesTheBalancesOfThePerson) {
  Person person;
  person.account_balance = Money::yuan(1200);
  person.accounts = {{AccountOwner::child, Money::yuan(1)},
                     {AccountOwner::parent, Money::yuan(2)},
                     {AccountOwner::spouse, Money::yuan(3)},
                     {AccountOwner::parent, Money::yuan(4)}};
  const Past past = opening_past(pool_with_counters(), person, {});
  EXPECT_EQ(past.account_balance, Money::yuan(1200));
  EXPECT_TRUE(past.years.empty() && past.stays.empty() && past.courses.empty());
  // Spouse, parents, children; two parents in the order in which they were given.
  std::string order;
  for (const FamilyAccount& account : past.accounts) {
    order += std::string(code(account.owner)) + " " + to_text(account.balance) + ", ";
  }
  EXPECT_EQ(order, "spouse 3.00, parent 2.00, parent 4.00, child 1.00, ");
}

TEST(PastDeathTest, HasNoCounterThatThePoolDoesNotHave) {
  EXPECT_DEATH((void)opening_past(pool_with_counters(), {}, {{2023, "dental.paid", Money::yuan(1)}}),
               "opening counters were checked");
}

}  // namespace
}  // namespace yidan::benefit
