#include "ledger/part_balance.h"

#include <gtest/gtest.h>

namespace yidan::ledger {
namespace {

PartBalance of_providers() {
  PartBalance balance{.by = PartBy::provider};
  const PartKey key{370600, "H1", Fund::employee_pooled, LedgerAccount::provider_payable};
  balance.add(key, Money{} - Money::yuan(1000));
  balance.add(key, Money::yuan(250));
  balance.add({370600, "H2", Fund::assistance, LedgerAccount::provider_payable}, Money{} - Money::yuan(3));
  return balance;
}

TEST(PartBalance, AddsDebitsAndCreditsApart) {
  const PartBalance balance = of_providers();
  ASSERT_EQ(balance.rows.size(), 2U);
  const Turnover& first = balance.rows.begin()->second;
  EXPECT_EQ(first.debit, Money::yuan(250));
  EXPECT_EQ(first.credit, Money::yuan(1000));
  EXPECT_EQ(to_text(first.balance()), "-750.00");
}

TEST(PartBalance, IsATableForPeople) {
  EXPECT_EQ(part_balance_text(of_providers(), {{370600, {"烟台市", "Yantai"}}}, Language::en),
            "Balances with providers (yuan; debits less credits, negative is owed to them)\n"
            "    debits   credits  balance\n"
            "\n370600 Yantai\n"
            "  H1\n"
            "    250.00  1,000.00  -750.00  employee pooled fund\n"
            "  H2\n"
            "      0.00      3.00    -3.00  medical assistance fund\n");
  const std::string zh = part_balance_text(of_providers(), {}, Language::zh);
  EXPECT_NE(zh.find("    借方发生额  贷方发生额     余额\n"), std::string::npos) << zh;
}

TEST(PartBalance, NamesAccountsByMonth) {
  PartBalance balance{.by = PartBy::month};
  balance.add({370600, "2023-03", Fund::employee_pooled, LedgerAccount::benefit_expense}, Money::yuan(5));
  EXPECT_NE(part_balance_text(balance, {}, Language::zh).find("职工医保统筹基金 · 待遇支出"), std::string::npos);
  EXPECT_EQ(part_balance_json(balance, json::Writer::Style::compact),
            R"({"format":"yidan.balance-by/1","by":"month","rows":[{"pool":"370600","month":"2023-03",)"
            R"("fund":"employee-pooled","account":"benefit-expense","debit":"5.00","credit":"0.00",)"
            R"("balance":"5.00"}]})"
            "\n");
}

TEST(PartBalance, OfNothingSaysSo) {
  EXPECT_NE(part_balance_text({}, {}, Language::en).find("nothing"), std::string::npos);
}

}  // namespace
}  // namespace yidan::ledger
