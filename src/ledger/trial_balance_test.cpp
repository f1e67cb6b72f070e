#include "ledger/trial_balance.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "base/json.h"

namespace yidan::ledger {
namespace {

using enum LedgerAccount;

const PoolNames kNames{{370600, {"烟台市", "Yantai"}}};

std::vector<BalanceRow> rows() {
  return {
      {370600, Fund::employee_pooled, benefit_expense, {Money::fen(1'234'560), Money::fen(10'000)}},
      {370600, Fund::employee_pooled, provider_payable, {Money::fen(10'000), Money::fen(1'234'560)}},
      {370600, Fund::assistance, benefit_expense, {Money::yuan(5), {}}},
      {370600, Fund::assistance, person_payable, {{}, Money::yuan(5)}},
      {371300, Fund::resident_pooled, treasury_deposit, {Money::yuan(380), {}}},
      {371300, Fund::resident_pooled, receipts_held, {{}, Money::yuan(380)}},
  };
}

std::vector<BalanceRow> unbalanced() {
  return {
      {370600, Fund::assistance, benefit_expense, {Money::fen(1'001), {}}},
      {370600, Fund::assistance, person_payable, {{}, Money::fen(1'000)}},
      {371300, Fund::assistance, person_payable, {Money::fen(1), Money::yuan(123'456)}},
  };
}

TEST(TrialBalance, IsThereByPoolFundAndAccountWhateverTheOrder) {
  auto shuffled = rows();
  std::ranges::reverse(shuffled);
  shuffled.push_back({370600, Fund::assistance, benefit_expense, {Money::fen(7), Money::fen(7)}});
  const TrialBalance balance = trial_balance(shuffled);
  ASSERT_EQ(balance.size(), 2U);
  EXPECT_EQ(balance[0].pool, 370600);
  ASSERT_EQ(balance[0].funds.size(), 2U);
  EXPECT_EQ(balance[0].funds[0].fund, Fund::employee_pooled);
  EXPECT_EQ(balance[0].funds[0].accounts.at(benefit_expense).balance(), Money::fen(1'224'560));
  EXPECT_EQ(balance[0].funds[1].accounts.at(benefit_expense), (Turnover{Money::fen(507), Money::fen(7)}));
  EXPECT_EQ(balance[0].funds[1].total, (Turnover{Money::fen(507), Money::fen(507)}));
  EXPECT_TRUE(is_balanced(balance));
}

TEST(TrialBalance, SaysWhichFundIsNotBalanced) {
  const TrialBalance balance = trial_balance(unbalanced());
  EXPECT_FALSE(is_balanced(balance));
  EXPECT_TRUE(is_balanced({}));
  // Pools and funds do not make up for one another.
  auto rows = unbalanced();
  rows.push_back({371700, Fund::assistance, person_payable, {Money::fen(12'345'598), {}}});
  EXPECT_FALSE(is_balanced(trial_balance(rows)));
}

TEST(TrialBalance, ThrowsWhatDoesNotFit) {
  const std::vector<BalanceRow> rows(2, {370600, Fund::assistance, person_payable, {Money::max(), {}}});
  EXPECT_THROW((void)trial_balance(rows), Overflow);
}

TEST(TrialBalanceText, IsATableForPeople) {
  EXPECT_EQ(trial_balance_text(trial_balance(rows()), kNames, Language::en),
            R"(Trial balance (yuan; a balance is debits less credits)

370600 Yantai
  employee pooled fund
       debits    credits     balance
       100.00  12,345.60  -12,245.60  payable to providers
    12,345.60     100.00   12,245.60  benefits
    12,445.60  12,445.60        0.00  total  balanced
  medical assistance fund
       debits    credits     balance
         0.00       5.00       -5.00  payable to persons
         5.00       0.00        5.00  benefits
         5.00       5.00        0.00  total  balanced

371300
  resident pooled fund
       debits    credits     balance
       380.00       0.00      380.00  deposit in the fiscal account
         0.00     380.00     -380.00  receipts held
       380.00     380.00        0.00  total  balanced

every fund is balanced
)");
}

TEST(TrialBalanceText, IsAlignedInChineseToo) {
  const std::vector<BalanceRow> one{rows()[0], rows()[1]};
  EXPECT_EQ(trial_balance_text(trial_balance(one), kNames, Language::zh),
            R"(试算平衡表（元；余额为借方减贷方）

370600 烟台市
  职工医保统筹基金
    借方发生额  贷方发生额        余额
        100.00   12,345.60  -12,245.60  应付医疗机构
     12,345.60      100.00   12,245.60  待遇支出
     12,445.60   12,445.60        0.00  合计  平

各基金均平
)");
}

TEST(TrialBalanceText, NamesTheFundsThatAreNotBalanced) {
  EXPECT_EQ(trial_balance_text(trial_balance(unbalanced()), kNames, Language::zh),
            R"(试算平衡表（元；余额为借方减贷方）

370600 烟台市
  医疗救助基金
    借方发生额  贷方发生额         余额
          0.00       10.00       -10.00  应付个人
         10.01        0.00        10.01  待遇支出
         10.01       10.00         0.01  合计  不平：借方多 0.01

371300
  医疗救助基金
    借方发生额  贷方发生额         余额
          0.01  123,456.00  -123,455.99  应付个人
          0.01  123,456.00  -123,455.99  合计  不平：贷方多 123,455.99

不平的基金：
  370600 医疗救助基金：借方多 0.01
  371300 医疗救助基金：贷方多 123,455.99
)");
  const std::string text = trial_balance_text(trial_balance(unbalanced()), kNames, Language::en);
  EXPECT_NE(text.find("  total  not balanced: debits exceed credits by 0.01\n"), std::string::npos) << text;
  EXPECT_TRUE(
      text.ends_with("\nnot balanced:\n  370600 medical assistance fund: debits exceed credits by 0.01\n"
                     "  371300 medical assistance fund: credits exceed debits by 123,455.99\n"))
      << text;
}

TEST(TrialBalanceJson, HasAmountsAsText) {
  const std::vector<BalanceRow> one{unbalanced()[0], unbalanced()[1]};
  EXPECT_EQ(trial_balance_json(trial_balance(one), json::Writer::Style::compact),
            R"({"format":"yidan.balance/1","balanced":false,"pools":[{"pool":"370600","funds":[{"fund":"assistance",)"
            R"("accounts":[{"account":"person-payable","debit":"0.00","credit":"10.00","balance":"-10.00"},)"
            R"({"account":"benefit-expense","debit":"10.01","credit":"0.00","balance":"10.01"}],)"
            R"("debit":"10.01","credit":"10.00","balance":"0.01","balanced":false}]}]})"
            "\n");
  EXPECT_EQ(trial_balance_json({}, json::Writer::Style::compact),
            "{\"format\":\"yidan.balance/1\",\"balanced\":true,\"pools\":[]}\n");
  json::Document document;
  EXPECT_TRUE(document.parse(trial_balance_json(trial_balance(rows()), json::Writer::Style::pretty)));
}

}  // namespace
}  // namespace yidan::ledger
