#include "policy/values.h"

#include <map>
#include <set>

#include <gtest/gtest.h>

#include "testing/packs.h"

namespace yidan::policy {
namespace {

// Every value that can be looked up is visited under its own key and days, with its own rule.
TEST(Values, AreThoseThatTheTablesHold) {
  for (const Pool& pool : testing::shipped_policy().pools) {
    std::size_t visited = 0;
    for_each_value(pool, [&](const DatedValue& value) {
      ++visited;
      const Rule& rule = pool.rule(value.cell.rule);
      EXPECT_EQ(rule.id, value.id);
      EXPECT_TRUE(rule.key.holds_for(value.key)) << value.id << " " << rule.key.text;
      EXPECT_TRUE(rule.period.contains(value.period.from)) << value.id;
      EXPECT_LE(value.period.to, rule.period.to) << value.id;
      EXPECT_EQ(rule.key.above, value.above) << value.id;
      EXPECT_EQ(rule.key.age_from, value.age_from) << value.id;
      EXPECT_EQ(rule.value.number, value.cell.value) << value.id;
      EXPECT_EQ(rule.value.kind, value.cell.kind) << value.id;
    });
    EXPECT_GT(visited, 200U) << pool.folder;
  }
}

// No rule with a value is left out but names, which bind no amount.
TEST(Values, AreThoseOfEveryRule) {
  for (const Pool& pool : testing::shipped_policy().pools) {
    std::set<const Rule*> visited;
    for_each_value(pool, [&](const DatedValue& value) { visited.insert(&pool.rule(value.cell.rule)); });
    for (const Rule& rule : pool.rules) {
      if (rule.value.empty() || rule.id.starts_with("schemes.")) continue;
      EXPECT_TRUE(visited.contains(&rule)) << rule.id << " " << rule.key.text << " " << to_text(rule.at);
    }
  }
}

TEST(Values, OfAKeyFollowEachOtherInTheOrderOfDays) {
  std::map<std::string, Date> ends;
  for_each_value(testing::shipped_pool(370600), [&](const DatedValue& value) {
    std::string place = value.id + to_text(value.above) + std::to_string(value.age_from);
    for (const Dimension dimension : value.by) place += " " + ordinal_text(dimension, value.key[dimension]);
    const auto [end, fresh] = ends.try_emplace(place, value.period.to);
    if (fresh) return;
    EXPECT_LE(end->second, value.period.from) << place;
    end->second = value.period.to;
  });
}

}  // namespace
}  // namespace yidan::policy
