#include "national/mapping.h"

#include <gtest/gtest.h>

namespace yidan::national {
namespace {

Date on(std::string_view day) { return *parse_date(day); }

TEST(Mapping, TheOneToldLastCountsForADay) {
  const std::vector<Mapping> told{{"A", "甲", on("2021-01-01")},
                                  {"B", "乙", on("2022-01-01"), on("2022-12-31")},
                                  {"C", "丙", on("2022-06-01"), on("2022-06-30")}};
  EXPECT_EQ(mapping_on(told, on("2020-12-31")), nullptr);
  EXPECT_EQ(mapping_on(told, on("2021-06-01"))->code, "A");
  EXPECT_EQ(mapping_on(told, on("2022-12-31"))->code, "B");
  EXPECT_EQ(mapping_on(told, on("2022-06-30"))->code, "C");
  EXPECT_EQ(mapping_on(told, on("2023-01-01"))->code, "A");
  EXPECT_EQ(text_of(*read_mappings(text_of(told))), text_of(told));
  EXPECT_EQ(read_mappings("[]").error().code, ErrorCode::damaged);
}

}  // namespace
}  // namespace yidan::national
