#include "batch/persons.h"

#include <gtest/gtest.h>

#include "testing/values.h"

namespace yidan::batch {
namespace {

using testing::day;

TEST(Persons, AreFoundByTheLineOfTheirFirstRow) {
  Persons persons;
  persons.take("P1", day("1990-01-01"), 2);
  persons.take("11010519491231002X", day("1949-12-31"), 3);
  ASSERT_TRUE(persons.repeated("P1", "id"));
  EXPECT_EQ(persons.repeated("P1", "id")->code, "duplicate-id");
  EXPECT_EQ(persons.repeated("P1", "id")->column, "id");
  EXPECT_TRUE(persons.repeated("11010519491231002X", "id")->message.en.contains("line 3"));
  EXPECT_FALSE(persons.repeated("110105194912310021", "id"));
  EXPECT_FALSE(persons.repeated("p1", "id"));
}

TEST(Persons, ManyAreKeptApart) {
  Persons persons;
  const auto number = [](std::size_t i) { return std::to_string(370602198811000000 + i); };
  constexpr std::size_t many = 5000;
  for (std::size_t i = 0; i < many; ++i) {
    ASSERT_FALSE(persons.repeated(number(i), "id")) << i;
    persons.take(number(i), day("1988-11-05"), i + 2);
  }
  for (std::size_t i = 0; i < many; ++i) ASSERT_TRUE(persons.repeated(number(i), "id")) << i;
  EXPECT_FALSE(persons.repeated("000000000000000000", "id"));
}

TEST(Persons, CountWhoseNumbersAreInDoubt) {
  Persons persons;
  persons.take("11010519491231002X", day("1949-12-31"), 2);
  persons.take("110105194912310020", day("1949-12-31"), 3);
  persons.take("110105194912310021", day("1949-12-30"), 4);
  const auto& doubted = persons.doubted();
  EXPECT_EQ(doubted[static_cast<std::size_t>(NumberDoubt::number_check_digit)].rows, 2U);
  EXPECT_EQ(doubted[static_cast<std::size_t>(NumberDoubt::number_check_digit)].first_line, 3U);
  EXPECT_EQ(doubted[static_cast<std::size_t>(NumberDoubt::number_birth)].rows, 1U);
  EXPECT_EQ(doubted[static_cast<std::size_t>(NumberDoubt::number_sex)].rows, 0U);
}

}  // namespace
}  // namespace yidan::batch
