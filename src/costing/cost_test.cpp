#include "costing/cost.h"

#include <gtest/gtest.h>

#include "calendar/month.h"
#include "testing/values.h"

namespace yidan::costing {
namespace {

using testing::day;

Pair bill(std::string_view on, std::int64_t before, std::int64_t after, Identity identity = Identity::none) {
  Pair pair{.day = day(on), .scheme = Scheme::resident, .status = Status::adult, .identity = identity};
  pair.before[static_cast<std::size_t>(Fund::resident_pooled)] = Money::yuan(before);
  pair.after[static_cast<std::size_t>(Fund::resident_pooled)] = Money::yuan(after);
  return pair;
}

TEST(Cost, AddsUpFundsMonthsAndGroups) {
  Cost cost(2023);
  cost.add("P1", std::vector{bill("2023-01-31", 100, 150), bill("2023-02-01", 100, 90), bill("2022-12-31", 7, 9)});
  cost.add("P2", std::vector{bill("2023-02-28", 50, 20, Identity::destitute)});
  cost.add("P3", std::vector{bill("2024-01-01", 50, 20)});
  EXPECT_EQ(cost.persons(), 2);
  EXPECT_EQ(cost.bills(), 3);
  EXPECT_EQ(cost.of(Fund::resident_pooled).before, Money::yuan(250));
  EXPECT_EQ(cost.of(Fund::resident_pooled).after, Money::yuan(260));
  EXPECT_EQ(cost.in_month(1).difference(), Money::yuan(50));
  EXPECT_EQ(cost.in_month(2).after, Money::yuan(110));
  EXPECT_EQ(cost.groups().size(), 2U);
  EXPECT_EQ(cost.gain().persons, 1);
  EXPECT_EQ(cost.gain().largest, Money::yuan(40));
  EXPECT_EQ(cost.loss().person, "P2");
  EXPECT_EQ(cost.loss().sum, Money::yuan(30));
}

TEST(Cost, OfPartsIsThatOfTheWhole) {
  const std::vector<Pair> first{bill("2023-01-31", 100, 150)};
  const std::vector<Pair> second{bill("2023-03-01", 100, 50, Identity::destitute)};
  const std::vector<Pair> third{bill("2023-03-01", 100, 50)};
  Cost whole(2023);
  whole.add("P1", first);
  whole.add("P2", second);
  whole.add("P3", third);
  Cost one(2023);
  one.add("P3", third);
  Cost other(2023);
  other.add("P2", second);
  other.add("P1", first);
  one.add(other);
  EXPECT_EQ(one.bills(), whole.bills());
  EXPECT_EQ(one.total().after, whole.total().after);
  EXPECT_EQ(one.loss().person, whole.loss().person);
  EXPECT_EQ(one.loss().sum, whole.loss().sum);
  EXPECT_EQ(one.gain().person, "P1");
  EXPECT_EQ(one.groups().size(), whole.groups().size());
}

Movement outlay(std::string_view on, std::int64_t amount) {
  return {.day = day(on), .fund = Fund::resident_pooled, .is_outlay = true, .amount = Money::yuan(amount)};
}
Movement held(std::string_view on, std::int64_t amount) {
  return {.day = day(on), .fund = Fund::resident_pooled, .is_holding = true, .amount = Money::yuan(amount)};
}

TEST(Capacity, LY_3_4_j_MonthsHeldByTheLastTwelveClosedMonths) {
  std::vector<Movement> movements{held("2022-01-01", 95'000'000), outlay("2021-12-31", 999)};
  for (int month = 1; month <= 12; ++month) {
    movements.push_back(outlay(to_text(Month::of(2022, static_cast<unsigned>(month))) + "-15", 30'000'000));
  }
  movements.push_back(outlay("2023-01-05", 1'000));  // of a month that is not closed
  const auto capacity = capacity_of(movements, day("2023-01-31"), Cost(2022));
  ASSERT_EQ(capacity.size(), 1U);
  EXPECT_EQ(capacity[0].months, 12);
  EXPECT_EQ(capacity[0].outlay, Money::yuan(360'000'000));
  EXPECT_EQ(capacity[0].held(), 317);
  movements.push_back(held("2023-01-20", -6'000'000));
  EXPECT_EQ(capacity_of(movements, day("2023-01-31"), Cost(2022))[0].held(), 297);
}

TEST(Capacity, SaysHowManyMonthsItUsed) {
  const std::vector<Movement> movements{held("2023-02-10", 300), outlay("2023-02-11", 100)};
  const auto capacity = capacity_of(movements, day("2023-03-31"), Cost(2023));
  EXPECT_EQ(capacity[0].months, 1);
  EXPECT_EQ(capacity[0].held(), 300);
  EXPECT_EQ(capacity_of(movements, day("2023-02-28"), Cost(2023))[0].held(), std::nullopt);
}

TEST(Capacity, OfAFundThatPaysNothingIsNoNumber) {
  const std::vector<Movement> movements{held("2022-02-10", 300)};
  EXPECT_EQ(capacity_of(movements, day("2023-03-31"), Cost(2023))[0].held(), std::nullopt);
}

TEST(Capacity, FallsByWhatTheDraftCosts) {
  Cost cost(2023);
  cost.add("P1", std::vector{bill("2023-01-31", 0, 120)});
  std::vector<Movement> movements{held("2022-01-01", 1'200)};
  for (unsigned month = 1; month <= 12; ++month) {
    movements.push_back(outlay(to_text(Month::of(2023, month)) + "-15", 100));
  }
  const auto capacity = capacity_of(movements, day("2024-01-31"), cost);
  EXPECT_EQ(capacity[0].held(), 1200);
  EXPECT_EQ(capacity[0].held_after(), 1091);  // 1,200 over 110 a month
}

}  // namespace
}  // namespace yidan::costing
