// What a request may ask of the books, and what it is told: ids, keys, trials, refusals, the largest amounts.

#include "books/bill_version.h"
#include "testing/packs.h"
#include "tests/books/books_cases.h"

namespace yidan {
namespace {

TEST_F(BooksCases, AnEncountersIdIsUsedOnceEvenIfItsBillWasReversed) {
  Insured person = retired_in_yantai();
  const std::string bill = encounter("E1", "outpatient", "2023-03-05", "1000.00", kLevel2);
  ASSERT_TRUE(person.settle(bill).done);
  EXPECT_EQ(person.settle(bill).error, ErrorCode::duplicate_id);
  ASSERT_TRUE(person.reverse("E1").done);
  EXPECT_EQ(person.settle(bill).error, ErrorCode::duplicate_id);
  EXPECT_EQ(person.trial(bill).error, ErrorCode::duplicate_id);
  EXPECT_EQ(person.reverse("E1").error, ErrorCode::conflict);
  EXPECT_EQ(person.correct(bill).error, ErrorCode::conflict);
  EXPECT_EQ(person.reverse("E2").error, ErrorCode::not_found);
  EXPECT_EQ(person.correct(encounter("E2", "outpatient", "2023-03-05", "1.00", kLevel2)).error, ErrorCode::not_found);
  EXPECT_EQ(person.events(), 3);
}

constexpr const char* kLinyi = R"({"id":"HL","region":"371300","level":2,"designated":["inpatient"]})";

TEST_F(BooksCases, AReferralNamesAnEarlierEncounterThatWasNotReversed) {
  Insured person(counter_, "371300", "L1");
  ASSERT_TRUE(person.facts(std::string(R"("person":{)") + kAdult + "}").done);
  const auto stay = [](const std::string& id, const std::string& day, const std::string& from) {
    return encounter(
        id, "inpatient", "2023-03-2" + day, "5000.00", kLinyi,
        R"(,"admitted":"2023-03-1)" + day + "\"" + (from.empty() ? "" : R"(,"referred_from":")" + from + "\""));
  };
  EXPECT_EQ(person.settle(stay("E2", "1", "E1")).error, ErrorCode::not_found);
  ASSERT_TRUE(person.settle(stay("E1", "0", "")).done);
  ASSERT_TRUE(person.settle(stay("E2", "1", "E1")).done);
  const std::string continued = person.paid("E2");
  EXPECT_EQ(person.correct(stay("E2", "1", "E9")).error, ErrorCode::not_found);
  EXPECT_EQ(person.correct(stay("E1", "0", "E2")).error, ErrorCode::not_found);  // a later one
  EXPECT_EQ(person.correct(stay("E1", "0", "E1")).error, ErrorCode::not_found);  // itself
  ASSERT_TRUE(person.reverse("E1").done);
  EXPECT_NE(person.paid("E2"), continued);  // it bears a deductible of its own now
  EXPECT_EQ(person.settle(stay("E3", "2", "E1")).error, ErrorCode::conflict);
}

TEST_F(BooksCases, AmountsUpToTheLargestSettleAndOneFenMoreIsRefused) {
  Insured person = retired_in_yantai();
  const auto bill = [](const std::string& id, const std::string& amount) {
    return encounter(id, "outpatient", "2023-03-05", amount, kLevel2);
  };
  EXPECT_EQ(person.settle(bill("E1", "92233720368547758.08")).error, ErrorCode::overflow);
  ASSERT_TRUE(person.settle(bill("E1", "92233720368547758.07")).done);
  EXPECT_EQ(person.paid("E1"), "settled fund 1800.00 account 0.00 cash 92233720368545958.07");
  const Said refused = person.settle(encounter("E2", "outpatient", "2023-03-05",
                                               "0.01\"},{\"class\":\"A\",\"amount\":\"92233720368547758.07", kLevel2));
  EXPECT_EQ(refused.error, ErrorCode::overflow) << refused.text;
  EXPECT_EQ(person.events(), 2);
  EXPECT_EQ(counter_.bills(person.file()).size(), 1U);
  ASSERT_TRUE(person.correct(bill("E1", "900.00")).done);
  ASSERT_TRUE(person.settle(bill("E2", "0.01")).done);
}

TEST_F(BooksCases, AMemberThatIsNamedTwiceIsRefusedWhereverItStands) {
  for (const char* members : {R"("do":"facts","facts":{"person":{"born":"1950-03-01","born":"1960-03-01"}})",
                              R"("do":"facts","facts":{"opening":{},"opening":{},"person":{}})",
                              R"("do":"record","events":[{"event":"enrol","on":"2023-01-01","on":"2023-01-02"}])"}) {
    const auto asking = operations::read_asking(
        std::string(R"({"format":"yidan.request/1","key":"k","pool":"370600","person":"P",)") + members + "}", 1,
        testing::shipped_policy());
    ASSERT_FALSE(asking.requests) << members;
    EXPECT_EQ(asking.requests.error().code, ErrorCode::duplicate_key) << members;
  }
}

TEST_F(BooksCases, AKeyIsForOneContentHoweverItIsWritten) {
  Insured person = retired_in_yantai();
  const std::string about = R"("pool":"370600","person":"Y1","do":"settle","encounter":)";
  const Said first = counter_.ask_for("K", about + encounter("E1", "outpatient", "2023-03-05", "1000.00", kLevel2));
  ASSERT_TRUE(first.done && !first.again);
  const Said again = counter_.ask_for(
      "K", R"("do":"settle", "encounter": { "date":"2023-03-05", "cause":null, "care":"outpatient", "id":"E1",)"
           R"("lines":[{"amount":"1000.00","class":"A"}],"provider":)" +
               std::string(kLevel2) + R"(}, "person":"Y1", "pool":"370600")");
  EXPECT_TRUE(again.again);
  EXPECT_EQ(again.text, first.text);
  // One fen less, another operation, another person, another pool.
  const std::string less = encounter("E1", "outpatient", "2023-03-05", "999.99", kLevel2);
  EXPECT_EQ(counter_.ask_for("K", about + less).error, ErrorCode::conflict);
  for (const std::string other : {R"("pool":"370600","person":"Y1","do":"correct","encounter":)",
                                  R"("pool":"370600","person":"Y2","do":"settle","encounter":)",
                                  R"("pool":"371700","person":"Y1","do":"settle","encounter":)"}) {
    EXPECT_EQ(counter_.ask_for("K", other + encounter("E1", "outpatient", "2023-03-05", "1000.00", kLevel2)).error,
              ErrorCode::conflict);
  }
  EXPECT_EQ(person.events(), 2);
}

std::string trial_of(const Said& said) {
  const std::size_t from = said.text.find(R"("trial":")") + 9;
  return said.text.substr(from, said.text.find('"', from) - from);
}

TEST_F(BooksCases, ASettlementAsInItsTrialIsTheTrialsBill) {
  Insured person = retired_in_yantai();
  const std::string bill = encounter("E1", "outpatient", "2023-03-05", "1000.00", kLevel2);
  const Said trial = person.trial(bill);
  ASSERT_TRUE(trial.done) << trial.text;
  EXPECT_EQ(person.events(), 1);
  const Said settled = person.settle(bill, R"(,"as_in_trial":")" + trial_of(trial) + "\"");
  ASSERT_TRUE(settled.done) << settled.text;
  EXPECT_NE(trial.text.find(books::bill_within(settled.text)), std::string::npos);
}

TEST_F(BooksCases, ASettlementThatIsNotAsInItsTrialIsRefusedAndSaysWhatChanged) {
  Insured person = retired_in_yantai();
  const std::string bill = encounter("E1", "outpatient", "2023-03-05", "1000.00", kLevel2);
  const std::string as_in_trial = R"(,"as_in_trial":")" + trial_of(person.trial(bill)) + "\"";
  ASSERT_TRUE(
      person.facts(R"("person":{"coverage":[{"scheme":"employee","status":"active","from":"2010-01-01"}]})").done);
  // In work: 60 % instead of 65 % of 200.
  const Said facts = person.settle(bill, as_in_trial);
  EXPECT_EQ(facts.error, ErrorCode::conflict);
  EXPECT_NE(facts.text.find("the person's facts or earlier bills, the amounts"), std::string::npos) << facts.text;
  EXPECT_NE(facts.text.find("Then fund 130.00, account 0.00, cash 870.00; now fund 120.00, account 0.00, cash 880.00"),
            std::string::npos)
      << facts.text;
  const Said other = person.settle(encounter("E1", "outpatient", "2023-03-05", "1000.01", kLevel2), as_in_trial);
  EXPECT_NE(other.text.find("the encounter"), std::string::npos) << other.text;
  EXPECT_EQ(person.settle(bill, R"(,"as_in_trial":"a.b.c")").error, ErrorCode::invalid_value);
  EXPECT_EQ(person.settle(bill, R"(,"as_in_trial":"a.b.c.1-2-99999999999999999999")").error, ErrorCode::invalid_value);
  EXPECT_EQ(person.events(), 2);
}

TEST_F(BooksCases, ARejectedEncounterLeavesNothingBehind) {
  Insured person = retired_in_yantai();
  const auto counts = *counter_.store().counts();
  EXPECT_FALSE(person.settle(R"({"id":"E1","care":"outpatient"})").done);
  const std::string refused = person.key();
  EXPECT_EQ(*counter_.store().counts(), counts);
  EXPECT_EQ(operations::ask(counter_.desk(), refused).error().code, ErrorCode::not_found);
  // The key can be used again, and so can the id.
  const Said again = counter_.ask_for(refused, R"("pool":"370600","person":"Y1","do":"settle","encounter":)" +
                                                   encounter("E1", "outpatient", "2023-03-05", "1000.00", kLevel2));
  EXPECT_TRUE(again.done && !again.again) << again.text;
}

}  // namespace
}  // namespace yidan
