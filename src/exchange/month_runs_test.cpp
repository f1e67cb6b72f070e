#include "exchange/month_runs.h"

#include <gtest/gtest.h>

#include "testing/values.h"

namespace yidan::exchange {
namespace {

using standing::AccountEntry;
using standing::Due;

using testing::month;

Due due(std::string_view of, DuePart part, std::int64_t fen) {
  return {.month = month(of), .part = part, .payer = Payer::person, .amount = Money::fen(fen)};
}

TEST(DueRuns, FoldMonthsOfOnePartThatStandBetweenThoseOfAnother) {
  std::vector<Due> dues;
  for (const char* of : {"2022-12", "2023-01", "2023-02"}) {
    dues.push_back(due(of, DuePart::employer, 500));
    dues.push_back(due(of, DuePart::individual, 200));
  }
  const auto runs = fold(dues);
  ASSERT_EQ(runs.size(), 2U);
  for (const DueRun& run : runs) {
    EXPECT_EQ(run.months, 3);
    EXPECT_EQ(run.first->month, month("2022-12"));
    EXPECT_EQ(run.last(), month("2023-02"));
  }
}

TEST(DueRuns, EndWhereAmountReasonOrMonthsBreak) {
  EXPECT_EQ(fold({due("2023-01", DuePart::individual, 200), due("2023-02", DuePart::individual, 201)}).size(), 2U);
  EXPECT_EQ(fold({due("2023-01", DuePart::individual, 200), due("2023-03", DuePart::individual, 200)}).size(), 2U);
  std::vector<Due> dues{due("2023-01", DuePart::individual, 200), due("2023-02", DuePart::individual, 200)};
  dues[1].why.rules[0] = 7;
  EXPECT_EQ(fold(dues).size(), 2U);
  dues[0].why.rules[0] = 7;
  EXPECT_EQ(fold(dues).size(), 1U);
  dues[1].why.arguments[0] = policy::Count{30};
  EXPECT_EQ(fold(dues).size(), 2U);
}

TEST(DueRuns, CountWhatWasPaidAndWhatIsTakenAsPaid) {
  std::vector<Due> dues;
  for (const char* of : {"2023-01", "2023-02", "2023-03", "2023-04"}) dues.push_back(due(of, DuePart::individual, 1));
  dues[0].paid_on = parse_date("2023-01-20").value();
  dues[1].presumed = true;
  dues[2].presumed = true;
  const auto runs = fold(dues);
  ASSERT_EQ(runs.size(), 1U);
  EXPECT_EQ(runs[0].paid, 1);
  EXPECT_EQ(runs[0].presumed, 2);
}

TEST(DueRuns, LeaveInsuredYearsAlone) {
  Due year{.insured_year = 2022, .amount = Money::fen(1)};
  const auto runs = fold({year, year});
  ASSERT_EQ(runs.size(), 2U);
  EXPECT_EQ(runs[0].months, 0);
}

TEST(EntryRuns, EndAtEveryUse) {
  const AccountEntry december{.month = month("2022-12"), .amount = Money::fen(1)};
  const AccountEntry january{.month = month("2023-01"), .amount = Money::fen(1)};
  const AccountEntry use{.kind = AccountEntry::Kind::debit, .amount = Money::fen(1)};
  EXPECT_EQ(fold({december, january}).size(), 1U);
  EXPECT_EQ(fold({december, january}).front().months, 2);
  const auto runs = fold({december, use, january, use, use});
  ASSERT_EQ(runs.size(), 5U);
  EXPECT_EQ(runs[1].months, 0);
}

}  // namespace
}  // namespace yidan::exchange
