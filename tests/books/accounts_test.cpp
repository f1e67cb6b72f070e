// Cases of personal accounts in the books, by hand from the documents: credited, used, paying for oneself and family.

#include "tests/books/books_cases.h"

namespace yidan {
namespace {

TEST_F(BooksCases, TheAccountIsCreditedUsedAndRefused) {
  Insured person = retired_in_yantai();
  ASSERT_TRUE(person.ask("credit", R"("credit":{"month":"2023-02","amount":"58.00"})").done);
  EXPECT_EQ(person.account(), "1258.00");
  // A retired person contributes nothing: the pooled fund pays (YT-2.2.1-j).
  EXPECT_EQ(person.balance("employee-pooled account-credit "), "58.00");
  EXPECT_EQ(person.balance("employee-pooled due-to-fund personal-account by account-credit"), "-58.00");
  const auto use = [&person](const std::string& amount, const std::string& what, const std::string& whom) {
    return person.ask("use", R"("use":{"on":"2023-03-05","amount":")" + amount + R"(","use":")" + what +
                                 R"(","for":")" + whom + "\"}");
  };
  EXPECT_NE(use("58.00", "pharmacy", "spouse").text.find(R"("used":"58.00","account_balance":"1200.00")"),
            std::string::npos);
  EXPECT_NE(use("0.01", "fitness", "self").text.find(R"("refused":"not-allowed")"), std::string::npos);
  EXPECT_NE(use("1200.01", "pharmacy", "self").text.find(R"("refused":"insufficient")"), std::string::npos);
  EXPECT_NE(use("1200.00", "pharmacy", "self").text.find(R"("account_balance":"0.00")"), std::string::npos);
  EXPECT_EQ(person.account(), "0.00");
  EXPECT_EQ(person.person_owes("personal-account"), "-1258.00");
}

// 100.00 credited and used, then taken back: there was nothing to use, and the person owes it to the account.
TEST_F(BooksCases, ACreditThatWasUsedIsReversedAndTheUseIsOwed) {
  Insured person(counter_, "370600", "Y2");
  ASSERT_TRUE(person.facts(std::string(R"("person":{)") + kRetired + "}").done);
  ASSERT_TRUE(person.ask("credit", R"("credit":{"month":"2023-02","amount":"100.00"})").done);
  const std::string credit = person.key();
  const Said twice = person.ask("credit", R"("credit":{"month":"2023-02","amount":"100.00"})");
  EXPECT_EQ(twice.error, ErrorCode::conflict) << twice.text;
  ASSERT_TRUE(person.ask("use", R"("use":{"on":"2023-03-05","amount":"100.00","use":"pharmacy"})").done);
  EXPECT_EQ(person.person_owes("personal-account"), "-100.00");
  ASSERT_TRUE(person.reverse_request(credit).done);
  EXPECT_EQ(person.person_owes("personal-account"), "0.00");
  EXPECT_EQ(person.account(), "0.00");
  EXPECT_EQ(person.balance("employee-pooled account-credit "), "0.00");
  EXPECT_EQ(person.reverse_request(credit).error, ErrorCode::conflict);
  // Credited again, with the right amount: the fold knows the use as allowed only if the money is there before it.
  ASSERT_TRUE(person.ask("credit", R"("credit":{"month":"2023-02","amount":"99.99"})").done);
  EXPECT_EQ(person.account(), "99.99");
  EXPECT_EQ(person.ask("credit", R"("credit":{"month":"2023-02","amount":"1.00"})").error, ErrorCode::conflict);
}

// 250 = own 100 + spouse 30 + parent 20 + child 50 + cash 50 (YT-2.2.2-b); 250 lies under the deductible of 500.
TEST_F(BooksCases, FamilyAccountsPayAfterThePersonsOwn) {
  Insured person(counter_, "370600", "Y3");
  ASSERT_TRUE(person
                  .facts(std::string(R"("person":{"account_balance":"100.00","accounts":[)"
                                     R"({"owner":"child","balance":"50.00"},{"owner":"spouse","balance":"30.00"},)"
                                     R"({"owner":"parent","balance":"20.00"}],)") +
                         kRetired + "}")
                  .done);
  const std::string level1 = R"({"id":"H1","region":"370600","level":1,"designated":["outpatient"]})";
  ASSERT_TRUE(person.settle(encounter("E1", "outpatient", "2023-03-05", "250.00", level1, kUseAccount)).done);
  EXPECT_EQ(person.paid("E1"), "settled fund 0.00 account 200.00 cash 50.00");
  EXPECT_EQ(person.balance("personal-account account-liability Y3/child"), "0.00");
  EXPECT_EQ(person.balance("personal-account provider-payable H1"), "-200.00");
  EXPECT_EQ(person.balance("personal-account opening-balance "), "200.00");
  ASSERT_TRUE(person.reverse("E1").done);
  EXPECT_EQ(person.balance("personal-account account-liability Y3/child"), "-50.00");
  EXPECT_EQ(person.account(), "100.00");
}

TEST_F(BooksCases, AtAPharmacyTheAccountPaysAndTheRestIsCash) {
  Insured person = retired_in_yantai();
  ASSERT_TRUE(person.settle(encounter("E1", "pharmacy", "2023-03-05", "1200.01", kPharmacy, kUseAccount)).done);
  EXPECT_EQ(person.paid("E1"), "no-benefit fund 0.00 account 1200.00 cash 0.01");
  EXPECT_EQ(person.balance("personal-account provider-payable PH"), "-1200.00");
  EXPECT_EQ(person.account(), "0.00");
}

}  // namespace
}  // namespace yidan
