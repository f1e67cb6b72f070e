#include "exchange/case_standing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "exchange/case_reader.h"
#include "exchange/session.h"
#include "testing/packs.h"

namespace yidan::exchange {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::string kEvents = R"([
    {"event": "enrol",    "on": "2021-11-03", "scheme": "resident", "status": "adult", "insured_year": 2022},
    {"event": "pay",      "on": "2022-03-15", "insured_year": 2022, "amount": "320.00"},
    {"event": "identity", "on": "2022-05-20", "category": "minimum-living", "from": "2022-05-01"}])";

// A case in Heze with a stay that ended on this day, and with these facts besides the person's.
std::string heze_case(const std::string& facts, const std::string& discharged,
                      const std::string& person = R"({"id": "P1", "born": "1990-03-07", "sex": "M"})") {
  return R"({"format": "yidan.case/1", "pool": "371700", "person": )" + person + ", " + facts +
         R"(, "encounters": [{"id": "E1", "care": "inpatient", "admitted": "2022-01-02", "date": ")" + discharged +
         R"(", "provider": {"region": "371702", "level": 1, "designated": ["inpatient"]},
             "lines": [{"class": "A", "amount": "5000.00"}]}]})";
}

std::string with_record(const std::string& discharged) {
  return heze_case("\"record\": {\"events\": " + kEvents + "}", discharged);
}

Case case_with_standing(const std::string& text) {
  json::Document document;
  auto facts = read_case(**document.parse(text), testing::shipped_policy());
  EXPECT_TRUE(facts.has_value()) << facts.error().message.en << " " << facts.error().where;
  const policy::Pool& pool = testing::shipped_pool(facts->pool.code());
  return with_standing(pool, std::move(*facts)).value();
}

std::string settle(const std::string& text, Form form = Form::json) {
  std::string out;
  Session(testing::shipped_policy(), {.language = Language::en, .steps = StepDetail::none}, form).settle(text, out);
  return out;
}

TEST(CaseStanding, DerivesCoverGapsAndIdentities) {
  const Case facts = case_with_standing(with_record("2022-06-30"));
  ASSERT_EQ(facts.person.coverage.size(), 1U);
  EXPECT_EQ(to_text(facts.person.coverage[0].period.from), "2022-04-15");
  ASSERT_EQ(facts.person.identities.size(), 1U);
  EXPECT_EQ(facts.person.identities[0].identity, Identity::minimum_living);
  const CoverGap* gap = gap_on(facts.person, parse_date("2022-02-01").value());
  ASSERT_NE(gap, nullptr);
  EXPECT_EQ(gap->reason, CoverReason::waiting_period);
  EXPECT_EQ(gap->clauses.front(), "HZ-2.2-e");
  EXPECT_NE(gap->text.zh, gap->text.en);
}

TEST(CaseStanding, TakesEventsFromARecordWholeOrPartAndFromTheCase) {
  const std::string part = settle(with_record("2022-06-30"));
  const std::string alone = settle(heze_case("\"events\": " + kEvents, "2022-06-30"));
  const std::string whole = settle(heze_case(R"("record": {"format": "yidan.record/1", "pool": "371700",
                   "person": {"id": "P1", "born": "1990-03-07", "sex": "M"}, "events": )" +
                                                 kEvents + "}",
                                             "2022-06-30", R"({"id": "P1"})"));
  EXPECT_THAT(part, HasSubstr("\"status\":\"settled\""));
  EXPECT_EQ(part, alone);
  EXPECT_EQ(part, whole);
}

TEST(CaseStanding, GivesABillWithoutCoverTheReasonOfItsGap) {
  const std::string bill = settle(with_record("2022-03-20"));
  EXPECT_THAT(bill, HasSubstr(R"("status":"not-covered","reason":{"code":"waiting-period","text":"the resident premium)"
                              R"( of 2022 was paid on 2022-03-15)"));
  EXPECT_THAT(bill, HasSubstr("\"clauses\":[\"HZ-2.2-e\""));
  EXPECT_THAT(bill, HasSubstr("\"covered_from\":\"2022-04-15\""));
  const std::string text = settle(with_record("2022-03-20"), Form::text);
  EXPECT_THAT(text,
              HasSubstr("why: waiting period; cover begins on 2022-04-15: the person bears the cost\n     [HZ-2.2-e"));
  EXPECT_THAT(text, HasSubstr("\n     the resident premium of 2022 was paid on 2022-03-15"));
}

TEST(CaseStanding, KnowsWhatHappenedUntilTheLastEncounterOrTheAsOfDay) {
  EXPECT_THAT(settle(with_record("2023-02-01")), HasSubstr("\"code\":\"unpaid\""));
  const std::string early =
      settle(heze_case("\"record\": {\"as_of\": \"2022-01-31\", \"events\": " + kEvents + "}", "2022-06-30"));
  EXPECT_THAT(early, HasSubstr("\"code\":\"unpaid\"")) << "the payment is not known yet";
}

TEST(CaseStanding, MakesANewbornsBillPayableOncePaid) {
  const std::string person = R"({"id": "B1", "born": "2022-06-10"})";
  const std::string enrol =
      R"({"event": "enrol", "on": "2022-06-20", "scheme": "resident", "status": "newborn", "insured_year": 2022})";
  const std::string pay = R"(, {"event": "pay", "on": "2022-07-20", "insured_year": 2022, "amount": "320.00"})";
  const auto bill = [&](const std::string& events) {
    return settle(R"({"format": "yidan.case/1", "pool": "371700", "person": )" + person + ", \"events\": [" + events +
                  R"(], "encounters": [{"id": "E1", "care": "inpatient", "admitted": "2022-06-10", "date": "2022-06-25",
                      "provider": {"region": "371702", "level": 1, "designated": ["inpatient"]},
                      "lines": [{"class": "A", "amount": "5000.00"}]}]})");
  };
  EXPECT_THAT(bill(enrol), HasSubstr("\"status\":\"not-covered\",\"reason\":{\"code\":\"unpaid\""));
  EXPECT_THAT(bill(enrol + pay), HasSubstr("\"status\":\"settled\""));
}

TEST(CaseStanding, IsNotAskedWhereTheCaseSaysWhoIsCovered) {
  const std::string person =
      R"({"id": "P1", "coverage": [{"scheme": "resident", "status": "adult", "from": "2023-01-01"}]})";
  const std::string bill = settle(heze_case("\"x-note\": 1", "2022-06-30", person));
  EXPECT_THAT(bill, HasSubstr("\"text\":\"not enrolled; cover begins on 2023-01-01: the person bears the cost\""));
  EXPECT_THAT(bill, Not(HasSubstr("rejected")));
}

TEST(CaseStanding, RefusesMoneyThatDoesNotFit) {
  const std::string person = R"({"id": "P1", "born": "1990-03-07"})";
  const std::string text = R"({"format": "yidan.case/1", "pool": "370600", "person": )" + person + R"(, "record":
      {"as_of": "2023-06-30", "person": {"account_balance": "92233720368547758.07"}, "events": [
        {"event": "employ", "on": "2023-01-01", "employer": "U1", "employer_kind": "enterprise",
         "monthly_wage": "6000"},
        {"event": "pay", "on": "2023-01-25", "month": "2023-01", "amount": "540.00"}]}, "encounters": []})";
  EXPECT_THAT(settle(text), HasSubstr("\"error\":{\"code\":\"overflow\""));
}

}  // namespace
}  // namespace yidan::exchange
