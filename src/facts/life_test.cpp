#include "facts/life.h"

#include <gtest/gtest.h>

#include "testing/values.h"

namespace yidan {
namespace {

using testing::day;

Life life(std::string_view born, std::string_view died) {
  Life life;
  if (!born.empty()) life.born = day(born);
  if (!died.empty()) life.died = day(died);
  return life;
}

bool lives_on(const Life& life, std::string_view on) {
  return check_day(life, day(on), {"就诊日", "the visit"}, ".date").has_value();
}

TEST(Life, BeginsAndEndsWithItsDays) {
  const Life known = life("2023-04-01", "2023-05-02");
  EXPECT_FALSE(lives_on(known, "2023-03-31"));
  EXPECT_TRUE(lives_on(known, "2023-04-01"));
  EXPECT_TRUE(lives_on(known, "2023-05-02"));
  EXPECT_FALSE(lives_on(known, "2023-05-03"));
  EXPECT_TRUE(lives_on(life("", ""), "1900-01-01"));
}

TEST(Life, AStayBeginsAfterBirth) {
  Encounter encounter;
  encounter.date = day("2023-04-05");
  encounter.admitted = day("2023-04-01");
  EXPECT_TRUE(check_days(life("2023-04-01", ""), encounter));
  EXPECT_EQ(check_days(life("2023-04-02", ""), encounter).error().where, ".admitted");
  EXPECT_EQ(check_days(life("2023-04-01", "2023-04-04"), encounter).error().where, ".date");
}

TEST(Life, OfACaseEndsWithTheDeathOfThePersonOrTheRecord) {
  Case facts;
  facts.person.born = day("1950-03-01");
  EXPECT_FALSE(life_of(facts).died);
  facts.person.died = day("2024-01-01");
  EXPECT_EQ(life_of(facts).died, day("2024-01-01"));
  facts.record = Record{};
  facts.record->events.push_back({.on = day("2023-05-02"), .what = DeathEvent{}});
  EXPECT_EQ(life_of(facts).died, day("2023-05-02"));
}

}  // namespace
}  // namespace yidan
