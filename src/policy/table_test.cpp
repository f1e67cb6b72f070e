#include "policy/table.h"

#include <gtest/gtest.h>

#include "testing/values.h"

namespace yidan::policy {
namespace {

using testing::day;

Cell amount(std::int64_t fen) { return {.value = fen, .rule = 0, .kind = Cell::Kind::amount}; }

Key key_of(std::size_t level, std::size_t order) {
  Key key;
  key.set(Dimension::level, level);
  key.set(Dimension::order, order);
  return key;
}

TEST(Table, HoldsNothingWhenItIsEmpty) {
  const Table table;
  EXPECT_TRUE(table.empty());
  EXPECT_EQ(table.find({}, day("2023-01-01")), nullptr);
  EXPECT_FALSE(table.uses(Dimension::level));
  EXPECT_TRUE(table.breaks().empty());
}

TEST(Table, HoldsFromTheFirstDayOfASpanUpToTheNext) {
  const Table table({}, {day("2022-07-01"), day("2023-01-01"), day("2025-01-01")},
                    {amount(90'000), amount(180'000), Cell{}});
  EXPECT_EQ(table.find({}, day("2022-06-30")), nullptr);
  EXPECT_EQ(table.find({}, day("2022-07-01"))->money(), Money::yuan(900));
  EXPECT_EQ(table.find({}, day("2022-12-31"))->money(), Money::yuan(900));
  EXPECT_EQ(table.find({}, day("2023-01-01"))->money(), Money::yuan(1800));
  EXPECT_EQ(table.find({}, day("2024-12-31"))->money(), Money::yuan(1800));
  EXPECT_EQ(table.find({}, day("2025-01-01")), nullptr);
}

TEST(Table, GivesEveryValueOnceWithAllItsDays) {
  // By level; the second level's value does not change in 2023, the third has none at first.
  const Table table({Dimension::level}, {day("2022-01-01"), day("2023-01-01"), day("2025-01-01")},
                    {amount(1), amount(2), Cell{}, amount(3), amount(2), amount(4), amount(3), Cell{}, amount(5)});
  std::string seen;
  table.for_each([&](const Key& key, const Period& period, const Cell& cell) {
    seen += std::to_string(key[Dimension::level] + 1) + ":" + std::to_string(cell.value) + " " + to_text(period.from) +
            (period.to == Date::never() ? "" : ".." + to_text(period.to)) + "\n";
  });
  EXPECT_EQ(seen,
            "1:1 2022-01-01..2023-01-01\n1:3 2023-01-01\n"
            "2:2 2022-01-01..2025-01-01\n"
            "3:4 2023-01-01..2025-01-01\n3:5 2025-01-01\n");
  Table().for_each([](const Key&, const Period&, const Cell&) { FAIL() << "an empty table has no value"; });
}

TEST(Table, FindsTheCellOfEveryKey) {
  std::vector<Cell> cells;
  for (std::int64_t i = 0; i < 9; ++i) cells.push_back(amount(i));
  const Table table({Dimension::level, Dimension::order}, {day("2020-01-01")}, cells);
  for (std::size_t order = 0; order < 3; ++order) {
    for (std::size_t level = 0; level < 3; ++level) {
      const Cell* cell = table.find(key_of(level, order), day("2023-01-01"));
      ASSERT_NE(cell, nullptr);
      EXPECT_EQ(cell->value, static_cast<std::int64_t>(order * 3 + level));
    }
  }
  EXPECT_TRUE(table.uses(Dimension::level) && table.uses(Dimension::order));
  EXPECT_FALSE(table.uses(Dimension::place));
}

TEST(Table, IgnoresDimensionsThatItDoesNotUse) {
  const Table table({Dimension::level}, {day("2020-01-01")}, {amount(1), amount(2), amount(3)});
  EXPECT_EQ(table.find(key_of(1, 0), day("2023-01-01")), table.find(key_of(1, 2), day("2023-01-01")));
}

TEST(Table, HasNoValueWhereTheCellIsAbsent) {
  const Table table({Dimension::level}, {day("2020-01-01")}, {amount(1), Cell{}, amount(3)});
  EXPECT_NE(table.find(key_of(0, 0), day("2023-01-01")), nullptr);
  EXPECT_EQ(table.find(key_of(1, 0), day("2023-01-01")), nullptr);
}

TEST(Cell, ReadsAsMoneyOrAsRate) {
  EXPECT_EQ((Cell{.value = 50'000, .rule = 0, .kind = Cell::Kind::amount}.money()), Money::yuan(500));
  EXPECT_EQ((Cell{.value = 700'000, .rule = 0, .kind = Cell::Kind::rate}.rate()), Rate::percent(70));
}

TEST(TableDeathTest, HasOneBlockOfCellsPerSpan) {
  EXPECT_DEATH(Table({Dimension::level}, {day("2020-01-01")}, {amount(1)}), "one block of cells per span");
}

}  // namespace
}  // namespace yidan::policy
