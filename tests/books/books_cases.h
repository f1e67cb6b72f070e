// A person of whom the tests of the books tell what happened, and the encounters that they tell of.
#pragma once

#include <string>

#include <gtest/gtest.h>

#include "tests/support/counter_desk.h"

namespace yidan {

using testing::Counter;
using testing::Said;

// An encounter of one line of class A; `more` are further members of the encounter.
inline std::string encounter(const std::string& id, const std::string& care, const std::string& date,
                             const std::string& amount, const std::string& provider, const std::string& more = "") {
  return R"({"id":")" + id + R"(","care":")" + care + R"(","date":")" + date + R"(","provider":)" + provider +
         R"(,"lines":[{"class":"A","amount":")" + amount + "\"}]" + more + "}";
}

class Insured {
 public:
  Insured(Counter& counter, const std::string& pool, const std::string& id) : counter_(counter), pool_(pool), id_(id) {}

  Said facts(const std::string& members) { return ask("facts", "\"facts\":{" + members + "}"); }
  Said settle(const std::string& encounter, const std::string& more = "") {
    return ask("settle", "\"encounter\":" + encounter + more);
  }
  Said trial(const std::string& encounter) { return ask("trial", "\"encounter\":" + encounter); }
  Said correct(const std::string& encounter) { return ask("correct", "\"encounter\":" + encounter); }
  Said reverse(const std::string& id) { return ask("reverse", R"("encounter":")" + id + "\""); }
  Said reverse_request(const std::string& key) { return ask("reverse", R"("request":")" + key + "\""); }
  Said record(const std::string& events) { return ask("record", "\"events\":[" + events + "]"); }
  Said ask(const std::string& operation, const std::string& members) {
    return counter_.ask_for("k" + std::to_string(++asked_), R"("pool":")" + pool_ + R"(","person":")" + id_ +
                                                                R"(","do":")" + operation + "\"," + members);
  }

  // "fund 383.50 account 0.00 cash 1126.50", of the last version.
  [[nodiscard]] std::string paid(const std::string& id) {
    const store::BillVersion bill = counter_.bill(file(), id);
    return bill.status + " fund " + to_text(Money::fen(bill.fund_total)) + " account " +
           to_text(Money::fen(bill.account)) + " cash " + to_text(Money::fen(bill.cash));
  }
  [[nodiscard]] std::string balance(const std::string& place) {
    const auto balances = counter_.balances(file());
    const auto found = balances.find(place);
    return to_text(Money::fen(found == balances.end() ? 0 : found->second));
  }
  [[nodiscard]] std::string person_owes(const std::string& fund) { return balance(fund + " person-payable " + id_); }
  [[nodiscard]] std::string account() {
    return to_text(Money::fen(-counter_.balances(file())["personal-account account-liability " + id_]));
  }
  [[nodiscard]] store::FileKey file() const { return {std::stoi(pool_), id_}; }
  [[nodiscard]] std::int64_t events() { return counter_.store().load(file())->seq; }
  [[nodiscard]] std::string key() const { return "k" + std::to_string(asked_); }

 private:
  Counter& counter_;
  std::string pool_;
  std::string id_;
  int asked_ = 0;
};

inline constexpr const char* kLevel2 = R"({"id":"H2","region":"370600","level":2,"designated":["outpatient"]})";
inline constexpr const char* kOtherLevel2 = R"({"id":"H3","region":"370600","level":2,"designated":["outpatient"]})";
inline constexpr const char* kPharmacy = R"({"id":"PH","region":"370600","designated":["pharmacy"]})";
inline constexpr const char* kRetired = R"("coverage":[{"scheme":"employee","status":"retired","from":"2010-01-01"}])";
inline constexpr const char* kAdult = R"("coverage":[{"scheme":"resident","status":"adult","from":"2010-01-01"}])";
inline constexpr const char* kUseAccount = R"(,"use_account":true)";

class BooksCases : public ::testing::Test {
 protected:
  void TearDown() override {
    const auto verified = counter_.verified();
    EXPECT_FALSE(verified.difference) << verified.difference->what.en;
  }

  // The person of the contract's example, with 1,200.00 on the account.
  Insured retired_in_yantai() {
    Insured person(counter_, "370600", "Y1");
    EXPECT_TRUE(person.facts(std::string(R"("person":{"account_balance":"1200.00",)") + kRetired + "}").done);
    return person;
  }

  Counter counter_;
};

}  // namespace yidan
