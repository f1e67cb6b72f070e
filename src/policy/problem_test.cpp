#include "policy/problem.h"

#include <gtest/gtest.h>

namespace yidan::policy {
namespace {

TEST(Position, IsWrittenAsFarAsItIsKnown) {
  EXPECT_EQ(to_text(Position{"packs/a.yaml", 3, 14}), "packs/a.yaml:3:14");
  EXPECT_EQ(to_text(Position{"packs/a.yaml", 0, 0}), "packs/a.yaml");
}

TEST(Problem, ReadsLikeACompilersInTheLanguageAskedFor) {
  const Problem problem{{"packs/a.yaml", 3, 14}, {"有缺口", "gap"}};
  EXPECT_EQ(to_text(problem, Language::en), "packs/a.yaml:3:14: error: gap");
  EXPECT_EQ(to_text(problem, Language::zh), "packs/a.yaml:3:14: 错误：有缺口");
}

TEST(Problems, ComeSortedByTheirPlaceAsNumbers) {
  Problems problems;
  EXPECT_TRUE(problems.empty());
  problems.add({"b.yaml", 1, 1}, "五", "fifth");
  problems.add({"a.yaml", 10, 1}, "四", "fourth");
  problems.add({"a.yaml", 2, 10}, "三", "third");
  problems.add({"a.yaml", 2, 9}, "二", "second");
  problems.add({"a.yaml", 0, 0}, "一", "first");
  EXPECT_FALSE(problems.empty());
  std::string order;
  for (const Problem& problem : problems.sorted()) order += problem.message.en + " ";
  EXPECT_EQ(order, "first second third fourth fifth ");
}

TEST(Problems, SayTheSameThingAtTheSamePlaceOnce) {
  Problems problems;
  for (int i = 0; i < 3; ++i) problems.add({"a.yaml", 1, 1}, "缺口", "gap");
  problems.add({"a.yaml", 1, 1}, "重叠", "overlap");
  problems.add({"a.yaml", 1, 2}, "缺口", "gap");
  EXPECT_EQ(problems.sorted().size(), 3U);
}

}  // namespace
}  // namespace yidan::policy
