#include "national/amounts.h"

#include <gtest/gtest.h>

namespace yidan::national {
namespace {

constexpr std::string_view kBill = R"({
  "amounts": {"total": "1510.00", "not_payable": "20.00", "outside_catalogue": "50.00", "over_limit": "40.00",
              "self_pay_first": "30.00", "policy_scope": "1370.00"},
  "layers": [
    {"layer": "basic", "fund": "resident-pooled", "base": "1370.00", "first_self_pay": "0.00", "deductible": "800.00",
     "paid": "313.50", "burden": "1056.50"},
    {"layer": "catastrophic", "fund": "resident-catastrophic", "base": "1056.50", "first_self_pay": "0.00",
     "deductible": "0.00", "paid": "0.00", "burden": "1056.50"},
    {"layer": "assistance", "fund": "assistance", "base": "1056.50", "first_self_pay": "0.00", "deductible": "0.00",
     "paid": "500.00", "burden": "556.50"},
    {"layer": "re-assistance", "fund": "assistance", "base": "556.50", "first_self_pay": "0.00", "deductible": "0.00",
     "paid": "56.50", "burden": "500.00"}],
  "fund_total": "870.00", "account": "100.00", "account_by_owner": {"self": "60.00", "spouse": "40.00"},
  "cash": "540.00"})";

TEST(Amounts, AddUpAsTheInterfaceSays) {
  json::Document document;
  const Amounts amounts = amounts_of(**document.parse(kBill));
  EXPECT_EQ(amounts.total, amounts.outside + amounts.over_limit + amounts.first + amounts.scope);
  EXPECT_EQ(amounts.funds, amounts.basic + amounts.civil_servant + amounts.enterprise + amounts.catastrophic +
                               amounts.large_amount + amounts.assistance);
  EXPECT_EQ(amounts.person, amounts.account + amounts.cash);
  EXPECT_EQ(amounts.total, amounts.funds + amounts.person);
  EXPECT_EQ(amounts.outside, Money::fen(7'000)) << "what no cause lets the funds pay stands here";
  EXPECT_EQ(amounts.assistance, Money::fen(55'650));
  EXPECT_EQ(amounts.family_account, Money::fen(4'000));
  Money rows;
  for (const FundPaid& each : amounts.paid) rows += each.type == "310200" ? Money() : each.paid;
  EXPECT_EQ(rows, amounts.funds) << "a row a fund, the account apart";
  EXPECT_EQ(amounts.paid.size(), 3U) << "a fund that paid nothing has none, assistance has one";
}

TEST(Amounts, AreWrittenWithTwoDecimalsAndNegatedWhole) {
  json::Document document;
  const Amounts amounts = amounts_of(**document.parse(kBill));
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  write_amounts(json, amounts);
  write_funds(json, amounts);
  json.end_object();
  EXPECT_NE(text.find(R"("hifp_pay":"313.50")"), std::string::npos) << text;
  EXPECT_NE(text.find(R"("pool_prop_selfpay":"0.2288")"), std::string::npos) << text;
  EXPECT_NE(text.find(R"({"fund_pay_type":"610100")"), std::string::npos) << text;
  json::Document again;
  EXPECT_EQ(read_amounts(**again.parse(R"({"setlinfo":)" + text + R"(,"setldetail":)" +
                                       text.substr(text.find('['), text.rfind(']') - text.find('[') + 1) + "}")),
            amounts);
  const Amounts back = negated(amounts);
  EXPECT_EQ(back.total, Money::fen(-151'000));
  EXPECT_EQ(back.paid.front().paid, Money::fen(-31'350));
  EXPECT_EQ(negated(back), amounts);
}

}  // namespace
}  // namespace yidan::national
