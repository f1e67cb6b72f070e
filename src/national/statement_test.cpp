#include "national/statement.h"

#include <gtest/gtest.h>

namespace yidan::national {
namespace {

using reconciliation::Entry;

constexpr const char* kHeading =
    "setl_id\tmdtrt_id\tpsn_no\tmedfee_sumamt\tfund_pay_sumamt\tacct_pay\trefd_setl_flag\n";

TEST(StatementFile, IsReadWithAHeadingAndWithoutInLinesOfEitherEnd) {
  const std::string lines = "S1\tM1\tp\t1300.00\t305.50\t994.5\t0\r\n\r\nS2\tM1\tp\t-1\t0\t0\t1";
  for (const std::string& text : {lines, kHeading + lines, "\xEF\xBB\xBF" + (kHeading + lines)}) {
    const auto read = read_statement_file(text);
    ASSERT_TRUE(read) << read.error().message.en;
    ASSERT_EQ(read->size(), 2U);
    const Entry& first = read->front();
    EXPECT_EQ(first.settlement + " " + first.visit + " " + first.person, "S1 M1 p");
    EXPECT_EQ(first.columns.of(StatementColumn::account), Money::fen(99'450));
    EXPECT_FALSE(first.columns.has(StatementColumn::cash));
    EXPECT_EQ(read->back().state, EntryState::taken_back);
    EXPECT_EQ(read->back().columns.of(StatementColumn::total), Money::yuan(-1));
  }
  EXPECT_TRUE(read_statement_file("")->empty());
  EXPECT_TRUE(read_statement_file(kHeading)->empty());
}

struct Wrong {
  const char* text;
  const char* where;
};

class WrongStatementFile : public ::testing::TestWithParam<Wrong> {};

INSTANTIATE_TEST_SUITE_P(Lines, WrongStatementFile,
                         ::testing::Values(Wrong{"S1", "file[1]"}, Wrong{"\nS1\tM1\tp\t1\t1\t1\t0\t0", "file[2]"},
                                           Wrong{"S1\tM1\tp\t1.001\t1\t1\t0", "file[1].medfee_sumamt"},
                                           Wrong{"S1\tM1\tp\t1\t1e3\t1\t0", "file[1].fund_pay_sumamt"},
                                           Wrong{"S1\tM1\t\t1\t1\t1\t0", "file[1].psn_no"},
                                           Wrong{"S1\tM1\tp\t1\t1\t1\t2", "file[1].refd_setl_flag"},
                                           Wrong{"S1\tM1\tp\t1\t1\t1\t0\nS1\tM1\tp\t1\t1\t1\t0", "file[2].setl_id"}));

TEST_P(WrongStatementFile, IsRefusedWithTheLine) {
  const auto read = read_statement_file(GetParam().text);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().where, GetParam().where);
}

TEST(StatementFile, SaysHowManyLinesAreWrong) {
  const auto read = read_statement_file("S1\nS2\nS3\tM1\tp\t1\t1\t1\t0\n");
  ASSERT_FALSE(read);
  EXPECT_NE(read.error().message.zh.find("第 1 行"), std::string::npos);
  EXPECT_NE(read.error().message.en.find("2 lines are wrong"), std::string::npos);
}

TEST(ResultFile, HasWhatDiffersFirstAndThenWhatAgrees) {
  Entry equal{.settlement = "S1", .visit = "M1", .person = "p", .message = "m1"};
  Entry off{.settlement = "S2", .visit = "M2", .person = "p", .message = "m2"};
  for (Entry* each : {&equal, &off}) each->columns.set(StatementColumn::total, Money::yuan(10));
  operations::Compared compared{.ours = {equal, off}, .theirs = {equal, off}, .report = {}};
  compared.theirs.back().columns.set(StatementColumn::total, Money::yuan(11));
  for (auto& each : reconciliation::differences(compared.ours, compared.theirs)) {
    compared.report.differences.push_back({.difference = std::move(each)});
  }
  const std::string text = result_file(compared);
  EXPECT_TRUE(text.starts_with("p\tM2\tS2\tm2\t3\t0\t金额不符；医疗费总额 中心 10.00，机构 11.00；")) << text;
  EXPECT_TRUE(text.ends_with("\t10.00\t0.00\t0.00\np\tM1\tS1\tm1\t0\t0\t\t10.00\t0.00\t0.00\n")) << text;
}

}  // namespace
}  // namespace yidan::national
