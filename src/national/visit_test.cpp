#include "national/visit.h"

#include <gtest/gtest.h>

namespace yidan::national {
namespace {

using Calls = std::vector<std::string_view>;

Visit registered() {
  return {.id = "M1",
          .person = "p",
          .institution = "H1",
          .insurance = "310",
          .number = "7",
          .begin = *parse_date("2023-03-05")};
}

TEST(Visit, SaysWhichCallsMayComeNow) {
  Visit visit = registered();
  EXPECT_EQ(calls_of(visit), (Calls{"2202", "2203", "2204"}));
  visit.care = "11";
  EXPECT_EQ(calls_of(visit), (Calls{"2202", "2203", "2204"}));
  visit.lines.push_back({.number = "1", .batch = "B1"});
  EXPECT_EQ(calls_of(visit), (Calls{"2203", "2204", "2205", "2206", "2207"})) << "lines are taken back first";
  visit.settlements.push_back({.id = "S1"});
  visit.lines.front().settlement = "S1";
  EXPECT_EQ(calls_of(visit), (Calls{"2203", "2204", "2208"})) << "a further batch may follow";
  visit.settlements.front().cancelled = true;
  visit.lines.front().settlement.clear();
  EXPECT_EQ(calls_of(visit), (Calls{"2203", "2204", "2205", "2206", "2207"}));
  visit.is_closed = true;
  EXPECT_EQ(calls_of(visit), Calls{});
}

TEST(Visit, RefusesACallWithWhatMayCome) {
  const auto refused = check_call(registered(), "2207");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::not_permitted);
  EXPECT_NE(refused.error().message.zh.find("2202、2203、2204"), std::string::npos) << refused.error().message.zh;
  EXPECT_NE(refused.error().message.en.find("registered"), std::string::npos);
  EXPECT_TRUE(check_call(registered(), "2203"));
  EXPECT_TRUE(check_call(registered(), "2203A")) << "another number of the same call";
}

TEST(Visit, IsReadAsItWasWritten) {
  Visit visit = registered();
  visit.end = *parse_date("2023-03-07");
  visit.is_stay = true;
  visit.lines.push_back({.number = "1",
                         .batch = "B1",
                         .code = "X",
                         .name = "药\"",
                         .line_class = "B",
                         .self_pay_first = "10%",
                         .quantity = "2",
                         .unit_price = "80.00",
                         .limit = "60.00",
                         .amount = Money::fen(16'000),
                         .outside = Money(),
                         .over_limit = Money::fen(4'000),
                         .first = Money::fen(1'200),
                         .scope = Money::fen(10'800),
                         .settlement = "S1"});
  visit.settlements.push_back(
      {.id = "S1", .encounter = "M1", .message = "m", .key = "k", .insurance = "310", .text = "{}", .cancelled = true});
  const std::string text = text_of(visit);
  const auto read = read_visit(text);
  ASSERT_TRUE(read);
  EXPECT_EQ(text_of(*read), text);
  EXPECT_EQ(read->lines.front().scope, Money::fen(10'800));
  EXPECT_FALSE(read_visit("{}"));
  EXPECT_FALSE(read_visit("["));
}

}  // namespace
}  // namespace yidan::national
