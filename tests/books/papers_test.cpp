// What bills use up and what is shown at the counter: electronic invoices and prescriptions once in a pool, whoever
// asks at the same time (LY-3.6-f); the credential by which a person was identified, and the card where it fails
// (LY-3.6-e).
#include <thread>

#include <gtest/gtest.h>

#include "base/temporary_folder.h"
#include "operations/registers.h"
#include "tests/support/counter_desk.h"

namespace yidan::testing {
namespace {

std::string visit(const std::string& person, const std::string& asked, const std::string& provider,
                  const std::string& paperwork) {
  return R"("pool":"371300","person":")" + person + R"(","do":")" + asked + R"(","encounter":{"id":"E1)" +
         R"(","care":"outpatient","date":"2022-03-02","provider":{"id":")" + provider +
         R"(","region":"371302","level":1,"designated":["outpatient"]},"paperwork":)" + paperwork +
         R"(,"lines":[{"class":"A","amount":"100.00"}]})";
}

std::string facts(const std::string& person) {
  return R"("pool":"371300","person":")" + person +
         R"(","do":"facts","facts":{"person":{"coverage":[)"
         R"({"scheme":"employee","status":"active","from":"2010-01-01"}]}})";
}

constexpr std::string_view kPrescription = R"({"prescription":"R1","prescribed":"2022-03-01"})";

// Two programs with the same books, a thread a pharmacy: one of them dispenses.
TEST(Papers, LY_3_6_f_OnePharmacyOfManyAtOnceDispenses) {
  const TemporaryFolder folder;
  const std::string url = (folder.path() / "books.db").string();
  Counter first(url);
  Counter second(url);
  constexpr int kPharmacies = 8;
  for (int i = 0; i < kPharmacies; ++i) {
    const std::string person = "P" + std::to_string(i);
    ASSERT_TRUE(first.ask_for("facts/" + person, facts(person)).done);
  }
  std::vector<Said> answers(kPharmacies);
  std::vector<std::thread> threads;
  for (int i = 0; i < kPharmacies; ++i) {
    threads.emplace_back([&, i] {
      const std::string number = std::to_string(i);
      answers[static_cast<std::size_t>(i)] =
          (i % 2 == 0 ? first : second)
              .ask_for("visit/" + number, visit("P" + number, "settle", "D" + number, std::string(kPrescription)));
    });
  }
  for (std::thread& each : threads) each.join();
  int dispensed = 0;
  for (const Said& each : answers) {
    dispensed += each.done ? 1 : 0;
    if (each.done) continue;
    EXPECT_EQ(each.error, ErrorCode::conflict) << each.text;
    EXPECT_NE(each.text.find("was used on 2022-03-02 at institution D"), std::string::npos) << each.text;
  }
  EXPECT_EQ(dispensed, 1);
  EXPECT_FALSE(first.verified().difference);
}

// The same key is the same request; what it used stands in one place, without the person's number.
TEST(Papers, LY_3_6_f_AreUsedOnceByARequestThatComesAgain) {
  Counter counter;
  const std::string person = "370602196003150012";
  ASSERT_TRUE(counter.ask_for("f", facts(person)).done);
  const std::string request =
      visit(person, "settle", "D1", R"({"invoice":"F1","prescription":"R1","prescribed":"2022-03-01"})");
  const Said done = counter.ask_for("k/" + person, request);
  ASSERT_TRUE(done.done) << done.text;
  const Said again = counter.ask_for("k/" + person, request);
  EXPECT_TRUE(again.again);
  EXPECT_EQ(again.text, done.text);
  const store::Subject invoice{.pool = 371300, .id = "F1", .kind = "register/invoice"};
  const auto history = counter.store().history(invoice);
  ASSERT_TRUE(history);
  ASSERT_EQ(history->size(), 1U);
  EXPECT_EQ(history->front().event.content.find(person), std::string::npos);
  EXPECT_EQ(history->front().event.answer.find("\"fields\":{}"), std::string::npos);
  // What is refused for the one leaves the other unused.
  const Said refused = counter.ask_for(
      "k2", visit(person, "correct", "D1", R"({"invoice":"F2","prescription":"R2","prescribed":"2022-03-05"})"));
  EXPECT_FALSE(refused.done);
  const auto other = counter.store().history({.pool = 371300, .id = "F2", .kind = "register/invoice"});
  ASSERT_TRUE(other);
  EXPECT_TRUE(other->empty());
}

struct Shown {
  std::string_view paperwork;
  std::string_view refused;  // words of the refusal; empty: it is settled
};

TEST(Papers, LY_3_6_e_APersonIsIdentifiedByAVoucherOrByTheCardInItsPlace) {
  Counter counter;
  ASSERT_TRUE(counter.ask_for("f", facts("P1")).done);
  const Shown list[] = {
      {R"({"credential":"e-voucher","verified":true,"mobile_payment":true})", ""},
      {R"({"credential":"social-card"})", ""},
      {R"({"credential":"social-card","failed":"e-voucher","failure":"令牌已过期"})", ""},
      {R"({"credential":"e-voucher"})", "paperwork.verified"},
      {R"({"credential":"id-card","failed":"e-voucher"})", "paperwork.failure"},
      {R"({"failed":"e-voucher","failure":"令牌已过期"})", "paperwork.credential"},
      {R"({"credential":"id-card","failed":"id-card","failure":"读卡失败"})", "paperwork.credential"},
      {R"({"failure":"读卡失败"})", "paperwork.failed"},
      {R"({"credential":"passport"})", "paperwork.credential"},
      {R"({"telemedicine":true})", ""},
      {R"({"prescribed":"2022-03-01"})", "paperwork.prescription"},
      {R"({"prescription":"R1","prescribed":"2022-03-03"})", "paperwork.prescribed"},
      {R"({"prescription":"R1","prescribed":"2022-02-01","prescription_until":"2022-03-02"})",
       "paperwork.prescription_until"},
  };
  for (const Shown& each : list) {
    const Said said = counter.ask_for("t", visit("P1", "trial", "D1", std::string(each.paperwork)));
    EXPECT_EQ(said.done, each.refused.empty()) << each.paperwork << said.text;
    EXPECT_NE(said.text.find(each.refused), std::string::npos) << said.text;
  }
}

// Rows say by what a person was identified and paid, so that shares are counted without reading every event; a
// correction of that alone makes no new bill.
TEST(Papers, LY_3_6_e_IsKeptWithTheRowOfTheBill) {
  Counter counter;
  ASSERT_TRUE(counter.ask_for("f", facts("P1")).done);
  ASSERT_TRUE(counter
                  .ask_for("s", visit("P1", "settle", "D1",
                                      R"({"credential":"e-voucher","verified":true,"mobile_payment":true})"))
                  .done);
  const store::Subject file{.pool = 371300, .id = "P1"};
  EXPECT_EQ(counter.bill(file, "E1").credential, "e-voucher");
  EXPECT_TRUE(counter.bill(file, "E1").mobile_payment);
  ASSERT_TRUE(counter
                  .ask_for("c", visit("P1", "correct", "D1",
                                      R"({"credential":"id-card","failed":"e-voucher","failure":"令牌已过期"})"))
                  .done);
  EXPECT_EQ(counter.bill(file, "E1").credential, "id-card");
  EXPECT_EQ(counter.bill(file, "E1").failed, "e-voucher");
  EXPECT_FALSE(counter.bill(file, "E1").mobile_payment);
  EXPECT_FALSE(counter.verified().difference);
}

}  // namespace
}  // namespace yidan::testing
