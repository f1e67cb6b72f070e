// What the desk is asked, as values and without a program around it: a year, a bill explained, balance and journal.

#include <algorithm>
#include <sstream>

#include <gtest/gtest.h>

#include "operations/balance.h"
#include "operations/journal.h"
#include "operations/verify.h"
#include "operations/year.h"
#include "store/backup.h"
#include "tests/support/counter_desk.h"

namespace yidan {
namespace {

using operations::PersonQuery;
using testing::Counter;

// A retired person in Yantai with a bill, a credit, and a bill of the next year that was reversed.
class Queries : public ::testing::Test {
 protected:
  Queries() {
    tell("facts", R"("facts":{"person":{"account_balance":"1200.00",)"
                  R"("coverage":[{"scheme":"employee","status":"retired","from":"2010-01-01"}]}})");
    tell("settle", visit("E1", "2023-03-05", "1000.00"));
    tell("credit", R"("credit":{"month":"2023-04","amount":"50.00"})");
    tell("settle", visit("E2", "2024-03-05", "900.00"));
    tell("reverse", R"("encounter":"E2")");
  }
  static std::string visit(const std::string& id, const std::string& day, const std::string& amount) {
    return R"("encounter":{"id":")" + id + R"(","care":"outpatient","date":")" + day +
           R"(","provider":{"id":"H2","region":"370600","level":2,"designated":["outpatient"]},)" +
           R"("lines":[{"class":"A","amount":")" + amount + R"("}]})";
  }
  void tell(const std::string& operation, const std::string& members) {
    const auto told = counter_.ask_for("k" + std::to_string(++asked_),
                                       R"("pool":"370600","person":"Y1","do":")" + operation + "\"," + members);
    EXPECT_TRUE(told.done) << told.text;
  }
  [[nodiscard]] PersonQuery query() const { return {key_.pool, key_.id}; }
  [[nodiscard]] operations::Year year(int number) {
    return operations::year_of(counter_.desk(), query(), number).value();
  }

  Counter counter_;
  int asked_ = 0;
  store::Subject key_{370600, "Y1"};
};

TEST_F(Queries, AYearHasItsBillsCreditsAndUsesInTheirOrder) {
  const operations::Year all = year(0);
  ASSERT_EQ(all.entries.size(), 3U);
  EXPECT_EQ(all.entries[0].name, "E1");
  EXPECT_EQ(all.entries[0].status, BillStatus::settled);
  EXPECT_EQ(to_text(all.entries[0].fund), "130.00");
  EXPECT_EQ(to_text(all.entries[0].cash), "870.00");
  EXPECT_EQ(all.entries[1].kind, EventKind::credit);
  EXPECT_EQ(to_text(all.entries[1].account), "50.00");
  EXPECT_TRUE(all.entries[2].reversed);
  EXPECT_FALSE(all.entries[2].status);
  EXPECT_EQ(year(2023).entries.size(), 2U);
  EXPECT_EQ(year(2022).entries.size(), 0U);
}

TEST_F(Queries, TheFormsOfAYearSayTheSame) {
  const std::string json = operations::year_json(year(2023));
  EXPECT_TRUE(json.starts_with(R"({"format":"yidan.year/1","pool":"370600","person":"Y1","bills":[{"format":)"))
      << json;
  EXPECT_EQ(json.find("E2"), std::string::npos);
  const std::string text = operations::year_text(year(0), Language::en);
  EXPECT_NE(text.find("130.00"), std::string::npos) << text;
  EXPECT_NE(text.find("reversed"), std::string::npos) << text;
}

TEST_F(Queries, AYearAsItWasKnownEarlierIsTheYearOfThen) {
  PersonQuery then = query();
  then.known = counter_.store().events(key_)->at(3).recorded;
  const auto year = operations::year_of(counter_.desk(), then, 0);
  ASSERT_TRUE(year);
  EXPECT_FALSE(year->entries.back().reversed);
  then.known = 0;
  EXPECT_EQ(operations::year_of(counter_.desk(), then, 0).error().code, ErrorCode::not_found);
}

TEST_F(Queries, ABillIsExplainedByTheRunThatMadeIt) {
  const auto bill = operations::explanation_of(counter_.desk(), query(), {"E1"});
  ASSERT_TRUE(bill);
  EXPECT_EQ(to_text(bill->bill.fund_total), "130.00");
  EXPECT_NE(operations::explanation_text(*bill, Language::en).find("130.00"), std::string::npos);
  EXPECT_NE(operations::explanation_json(*bill, Language::en).find("\"steps\""), std::string::npos);
  EXPECT_EQ(operations::explanation_of(counter_.desk(), query(), {"E2"}).error().code, ErrorCode::conflict);
  EXPECT_EQ(operations::explanation_of(counter_.desk(), query(), {"E9"}).error().code, ErrorCode::not_found);
}

TEST_F(Queries, TheBalanceIsOfAPoolAndOfATime) {
  const auto all = operations::trial_balance(counter_.desk(), {});
  ASSERT_TRUE(all);
  ASSERT_EQ(all->size(), 1U);
  EXPECT_TRUE(ledger::is_balanced(*all));
  EXPECT_TRUE(operations::trial_balance(counter_.desk(), {.pool = 371700})->empty());
  EXPECT_TRUE(operations::trial_balance(counter_.desk(), {.known = 0})->empty());
  EXPECT_EQ(operations::pool_names(counter_.desk()).at(370600).en, "Yantai");
}

// Also those in which nothing moved: the balance of empty books says what Linyi keeps.
TEST_F(Queries, LY_3_a_LY_3_b_TheFundsThatTheCityKeepsStandInItsBalance) {
  const auto balance = operations::trial_balance(counter_.desk(), {.pool = 371300});
  ASSERT_TRUE(balance);
  ASSERT_EQ(balance->size(), 1U);
  std::vector<Fund> funds;
  for (const auto& fund : balance->front().funds) funds.push_back(fund.fund);
  std::vector<Fund> kept = testing::shipped_pool(371300).kept_funds();
  EXPECT_EQ(kept.size(), 6U);
  EXPECT_NE(std::ranges::find(kept, Fund::ltc), kept.end());
  std::ranges::sort(funds);
  std::ranges::sort(kept);
  EXPECT_EQ(funds, kept);
}

TEST_F(Queries, TheBalanceIsByProviderAndByMonthToo) {
  const auto by_provider = operations::balance_by(counter_.desk(), {}, ledger::PartBy::provider, always);
  ASSERT_TRUE(by_provider);
  const ledger::PartKey owed{370600, "H2", Fund::employee_pooled, LedgerAccount::provider_payable};
  ASSERT_TRUE(by_provider->rows.contains(owed));
  EXPECT_EQ(to_text(by_provider->rows.at(owed).balance()), "-130.00") << "E2 was reversed";
  const auto by_month = operations::balance_by(counter_.desk(), {.pool = 370600}, ledger::PartBy::month, always);
  const auto whole = operations::trial_balance(counter_.desk(), {.pool = 370600});
  std::vector<ledger::BalanceRow> rows;
  for (const auto& [key, turnover] : by_month->rows) rows.push_back({key.pool, key.fund, key.account, turnover});
  EXPECT_EQ(ledger::trial_balance_json(ledger::trial_balance(rows), json::Writer::Style::compact),
            ledger::trial_balance_json(*whole, json::Writer::Style::compact));
  EXPECT_TRUE(operations::balance_by(counter_.desk(), {.known = 0}, ledger::PartBy::month, always)->rows.empty());
  const GoOn stopped = [](std::int64_t) -> Result<void> {
    return std::unexpected(Error{ErrorCode::unavailable, {"停", "stop"}, {}});
  };
  EXPECT_EQ(operations::balance_by(counter_.desk(), {}, ledger::PartBy::month, stopped).error().message.en, "stop");
}

TEST_F(Queries, LongWorkEndsWhereItIsToldTo) {
  const GoOn stop = [](std::int64_t) -> Result<void> {
    return std::unexpected(Error{ErrorCode::unavailable, {"停", "stop"}, {}});
  };
  std::string backup;
  const auto keep = [&backup](std::string_view part) -> Result<void> {
    backup += part;
    return {};
  };
  const auto said = [](const auto& result) { return result ? std::string("done") : result.error().message.en; };
  EXPECT_EQ(said(operations::verify(counter_.desk(), stop)), "stop");
  EXPECT_EQ(said(operations::write_journal(counter_.desk(), 0, ledger::Persons::left_out, keep, stop)), "stop");
  EXPECT_EQ(said(store::back_up(counter_.store(), {}, keep, stop)), "stop");
  backup.clear();
  ASSERT_TRUE(store::back_up(counter_.store(), {}, keep, always));
  std::istringstream whole(backup);
  Counter empty;
  EXPECT_EQ(said(store::restore(empty.store(), whole, books::upgraded, stop)), "stop");
  EXPECT_FALSE(store::check_restored(empty.store())) << "books that are there in part are refused";
}

TEST_F(Queries, TheJournalNamesPersonsWhenAskedAlone) {
  const auto journal = [&](ledger::Persons persons) {
    std::string text;
    std::int64_t told = 0;
    const auto written = operations::write_journal(
        counter_.desk(), 0, persons,
        [&](std::string_view part) -> Result<void> {
          text += part;
          return {};
        },
        [&told](std::int64_t postings) -> Result<void> {
          told = postings;
          return {};
        });
    EXPECT_TRUE(written);
    EXPECT_GT(told, 0);
    return text;
  };
  EXPECT_NE(journal(ledger::Persons::named).find("Y1"), std::string::npos);
  EXPECT_EQ(journal(ledger::Persons::left_out).find("Y1"), std::string::npos);
}

}  // namespace
}  // namespace yidan
