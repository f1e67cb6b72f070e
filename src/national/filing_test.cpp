#include "national/filing.h"

#include <gtest/gtest.h>

namespace yidan::national {
namespace {

constexpr std::string_view kFacts = R"({"person":{"id":"P","residence":[{"from":"2020-01-01","region":"370100"}]}})";

TEST(Filing, AddsAFactToTheListAndTakesItOut) {
  const std::string fact = R"({"from":"2023-03-05","place":"remote-referred","region":"110000"})";
  const std::string with = list_with(kFacts, "residence", fact);
  EXPECT_EQ(with, R"([{"from":"2020-01-01","region":"370100"},)" + fact + "]");
  const std::string facts = R"({"person":{"residence":)" + with + "}}";
  EXPECT_EQ(list_without(facts, "residence", fact), R"([{"from":"2020-01-01","region":"370100"}])");
  EXPECT_EQ(list_without(kFacts, "residence", fact).error().code, ErrorCode::not_found);
  EXPECT_EQ(list_with(kFacts, "diseases", "{}"), "[{}]");
  EXPECT_EQ(list_with("", "diseases", "{}"), "[{}]");
}

TEST(Filing, TakesOneOfTwoThatAreTheSame) {
  const std::string facts = R"({"person":{"diseases":[{"a":"1"},{"a":"1"}]}})";
  EXPECT_EQ(list_without(facts, "diseases", R"({"a":"1"})"), R"([{"a":"1"}])");
}

TEST(Filing, IsReadAsItWasWritten) {
  const KeptFiling filing{.kind = FilingKind::chronic,
                          .institution = "H1",
                          .person = "p",
                          .fact = R"({"disease":"diabetes"})",
                          .from = *parse_date("2023-03-05"),
                          .is_taken_back = true,
                          .reason = "误\"报"};
  const auto read = read_filing(text_of(filing));
  ASSERT_TRUE(read);
  EXPECT_EQ(text_of(*read), text_of(filing));
  EXPECT_EQ(read->kind, FilingKind::chronic);
  EXPECT_EQ(read_filing("{}").error().code, ErrorCode::damaged);
}

}  // namespace
}  // namespace yidan::national
