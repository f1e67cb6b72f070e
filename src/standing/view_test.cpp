#include "standing/view.h"

#include <gtest/gtest.h>

#include "standing/test_support.h"

namespace yidan::standing {
namespace {

using testing::enrol;
using testing::record_of;

TEST(View, KnowsEventsUpToTheAsOfDayAndWarnsOfTheRest) {
  const auto known = [](std::string_view as_of) {
    const Under under(kHeze,
                      record_of("1990-01-01", {enrol("2022-03-01", Status::adult), enrol("2022-03-02", Status::adult)}),
                      as_of);
    return std::to_string(under.view.events().size()) + " " + warnings(under.standing);
  };
  EXPECT_EQ(known("2022-02-28"), "0 after-as-of after-as-of");
  EXPECT_EQ(known("2022-03-01"), "1 after-as-of");
  EXPECT_EQ(known("2022-03-02"), "2 ");
}

TEST(View, SaysWhenEventsWereNotWrittenInTheirOrder) {
  Record record = record_of("1990-01-01", {});
  record.out_of_order = true;
  const Under under(kHeze, record, "2022-01-01");
  EXPECT_EQ(warnings(under.standing), "out-of-order");
}

TEST(View, AWarningOfAnEventNamesItsPlaceAsWritten) {
  const Under under(kHeze,
                    record_of("1990-01-01", {enrol("2023-01-02", Status::adult), enrol("2022-03-01", Status::adult)}),
                    "2022-12-31");
  ASSERT_EQ(under.standing.warnings.size(), 1U);
  EXPECT_EQ(under.standing.warnings[0].event, 0U);  // the later one stood first
}

TEST(Because, NamesEachRuleOnceAndSkipsWhatDidNotWork) {
  const policy::Cell one{0, 7, policy::Cell::Kind::word};
  const policy::Cell other{0, 8, policy::Cell::Kind::word};
  const Reasoning why = because(Saying::gap_left, {&one, nullptr, &other, &one});
  EXPECT_EQ(why.rules, (Rules{7, 8, policy::kNoRule, policy::kNoRule, policy::kNoRule}));
  EXPECT_EQ(why.saying, Saying::gap_left);
}

TEST(Find, OfAnEmptyTableIsNothing) {
  EXPECT_EQ(find(policy::Table{}, testing::day("2022-01-01")), nullptr);
  EXPECT_EQ(find(policy::Table{}, policy::Dimension::identity, Identity::destitute, testing::day("2022-01-01")),
            nullptr);
  EXPECT_FALSE(says(nullptr, Permission::allowed));
  EXPECT_EQ(rule_of(nullptr), policy::kNoRule);
}

TEST(View, WarnsOfWhatIsToldTwice) {
  const auto twice = [](std::vector<Event> events) {
    Under under(kHeze, testing::record_of("1990-03-07", std::move(events)), "2023-12-31");
    under.view.warn_of_repetition();
    return warnings(under.standing);
  };
  using testing::enrol;
  using testing::identity;
  using testing::pay;
  using testing::spend;
  const Period since{testing::day("2022-01-01")};
  EXPECT_EQ(twice({pay("2021-11-20", 2022, "320.00"), pay("2021-11-20", 2022, "320.00")}), "told-twice");
  EXPECT_EQ(twice({identity("2022-01-05", Identity::destitute, since), enrol("2022-01-05", Status::adult, 2022),
                   identity("2022-01-05", Identity::destitute, since)}),
            "told-twice");
  EXPECT_EQ(twice({pay("2021-11-20", 2022, "320.00"), pay("2021-11-21", 2022, "320.00")}), "");
  EXPECT_EQ(twice({pay("2021-11-20", 2022, "160.00"), pay("2021-11-20", 2022, "161.00")}), "");
  EXPECT_EQ(twice({spend("2023-11-20", "5.00"), spend("2023-11-20", "5.00")}), "");
}

}  // namespace
}  // namespace yidan::standing
