// What stands beside the bills of the books: help of others, which changes no bill (JN-1-c, RZ-3.3-e), and by what
// people were identified and paid (LY-3.6-e).
#include <gtest/gtest.h>

#include "operations/credentials.h"
#include "operations/registers.h"
#include "operations/supplements.h"
#include "tests/support/counter_desk.h"

namespace yidan::testing {
namespace {

constexpr std::int32_t kJining = 370800;
constexpr std::int32_t kLinyi = 371300;

class BesideTheFunds : public ::testing::Test {
 protected:
  void act(const std::string& members) {
    const std::string text = R"({"format":"yidan.request/1","key":"k)" + std::to_string(++key_) + "\"," + members + "}";
    const auto asking = operations::read_asking(text, 1, shipped_policy());
    ASSERT_TRUE(asking.requests) << asking.requests.error().message.en;
    const Said done = said(asking.entry ? operations::perform(counter_.desk(), *asking.entry)
                                        : operations::perform(counter_.desk(), asking.requests->front()));
    ASSERT_TRUE(done.done) << done.text;
  }

  void open(const std::string& reg, const std::string& entry, const std::string& on, const std::string& fields) {
    act(R"("pool":"370800","do":"open","register":")" + reg + R"(","entry":")" + entry + R"(","on":")" + on +
        R"(","by":"assistance","fields":{)" + fields + "}");
  }

  // A retired woman's stay of 50,000.00, of which 7,177.78 are outside: the funds pay 38,000.00.
  void settle_stay() {
    act(R"("pool":"370800","person":"P1","do":"facts","facts":{"person":{"coverage":[)"
        R"({"scheme":"employee","status":"retired","from":"2010-01-01"}]}})");
    act(R"("pool":"370800","person":"P1","do":"settle","encounter":{"id":"E1","care":"inpatient","date":"2023-03-20",)"
        R"("admitted":"2023-03-01","provider":{"id":"H1","region":"370802","level":2,"designated":["inpatient"]},)"
        R"("lines":[{"class":"A","amount":"42822.22"},{"class":"C","amount":"7177.78"}]})");
  }

  operations::Supplements supplements(const char* on) {
    const auto found = operations::supplements_of(counter_.desk(), {kJining, "P1"}, *parse_date(on));
    if (!found) throw std::runtime_error(found.error().message.en);
    return *found;
  }

  Counter counter_;
  int key_ = 0;
};

TEST_F(BesideTheFunds, JN_1_c_SaysWhatIsLeftAndWhatMayBeAsked) {
  settle_stay();
  const std::string programme = R"("sponsor":"市慈善总会","source":"charity","from":"2023-01-01",)";
  open("programme", "G1", "2023-01-01", programme + R"("name":"慈善救助","covers":["outside"],"least":"7000.00")");
  open("programme", "G2", "2023-01-01", programme + R"("name":"范围内","covers":["in-scope"],"least":"5000.00")");
  open("programme", "G3", "2023-01-01",
       programme + R"("name":"低保","covers":["outside"],"groups":["minimum-living"])");
  open("programme", "G4", "2023-01-01", programme + R"("name":"已结束","covers":["outside"],"until":"2023-06-01")");
  const auto before = supplements("2023-06-01");
  ASSERT_EQ(before.bills.size(), 1U);
  const operations::BillHelp& bill = before.bills.front();
  EXPECT_EQ(to_text(bill.bill), "H1/E1/2023-03-20");
  EXPECT_EQ(to_text(bill.funds), "38000.00");
  EXPECT_EQ(to_text(bill.outside), "7177.78");
  EXPECT_EQ(to_text(bill.in_scope), "4822.22");
  EXPECT_EQ(to_text(bill.left()), "12000.00");
  EXPECT_EQ(bill.programmes, std::vector<std::string>{"G1"}) << "G2 begins above, G3 is for others, G4 has ended";
  EXPECT_EQ(before.programmes.size(), 3U);
}

// Cost 50,000.00, funds 38,000.00, charity 10,000.00, commercial 4,000.00: receipts of 52,000.00, the bill as it was.
TEST_F(BesideTheFunds, JN_8_1_a_ReceiptsAboveTheCostAreAnAlertAndTheBillStays) {
  settle_stay();
  const std::string bill = counter_.bill({kJining, "P1"}, "E1").text;
  const std::string payout = R"("bill":"H1/E1/2023-03-20","day":"2023-04-01",)";
  open("payout", "Z1", "2023-04-01", payout + R"("source":"charity","amount":"10000.00","document":"慈1号")");
  const auto some = supplements("2023-04-01");
  EXPECT_EQ(to_text(some.bills.front().left()), "2000.00");
  EXPECT_TRUE(some.bills.front().above().is_zero());
  open("payout", "Z2", "2023-04-02", payout + R"("source":"commercial","amount":"4000.00","document":"赔7号")");
  const auto all = supplements("2023-04-02");
  EXPECT_EQ(to_text(all.bills.front().received), "14000.00");
  EXPECT_EQ(to_text(all.bills.front().above()), "2000.00");
  EXPECT_TRUE(all.bills.front().left().is_zero());
  EXPECT_TRUE(all.bills.front().programmes.empty());
  EXPECT_NE(supplements_text(all, Language::en).find("receipts above the cost"), std::string::npos);
  EXPECT_NE(supplements_json(all, Language::en).find(R"("above":"2000.00")"), std::string::npos);
  EXPECT_EQ(counter_.bill({kJining, "P1"}, "E1").text, bill);
  // As of the day before the second came it is not there.
  EXPECT_TRUE(supplements("2023-04-01").bills.front().above().is_zero());
  EXPECT_FALSE(counter_.verified().difference);
}

TEST_F(BesideTheFunds, LY_3_6_e_CountsTheBillsByCredential) {
  act(R"("pool":"371300","person":"P1","do":"facts","facts":{"person":{"coverage":[)"
      R"({"scheme":"employee","status":"active","from":"2010-01-01"}]}})");
  const auto settle = [this](const std::string& id, const std::string& paperwork) {
    act(R"("pool":"371300","person":"P1","do":"settle","encounter":{"id":")" + id +
        R"(","care":"outpatient","date":"2022-03-0)" + id.substr(1) +
        R"(","provider":{"id":"H1","region":"371302","level":2,"designated":["outpatient"]},)" + paperwork +
        R"("lines":[{"class":"A","amount":"900.00"}]})");
  };
  settle("E1", R"("paperwork":{"credential":"e-voucher","verified":true,"mobile_payment":true},)");
  settle("E2", R"("paperwork":{"credential":"e-voucher","verified":true,"telemedicine":true},)");
  settle("E3", R"("paperwork":{"credential":"social-card","failed":"e-voucher","failure":"令牌已过期"},)");
  settle("E4", "");
  const auto used = operations::credentials_used(counter_.desk(), Region(kLinyi), *parse_date("2022-03-01"),
                                                 *parse_date("2022-03-31"));
  ASSERT_TRUE(used);
  EXPECT_EQ(used->bills, 4U);
  ASSERT_EQ(used->uses.size(), 4U);
  EXPECT_EQ(used->uses[0].credential, Credential::e_voucher);
  EXPECT_EQ(used->uses[0].bills, 2U);
  EXPECT_EQ(used->uses[0].mobile_payment, 1U);
  EXPECT_EQ(used->uses[0].telemedicine, 1U);
  EXPECT_EQ(used->uses[0].failed, 1U);
  EXPECT_EQ(used->uses[1].bills, 1U);
  EXPECT_EQ(used->uses[3].bills, 1U);
  EXPECT_NE(operations::credentials_json(*used).find(R"("share":"50.00")"), std::string::npos);
}

}  // namespace
}  // namespace yidan::testing
