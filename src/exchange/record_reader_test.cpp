#include "exchange/record_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "testing/packs.h"
#include "testing/values.h"

namespace yidan::exchange {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

using testing::day;
using testing::month;

Result<Record> record_in(const std::string& text) {
  json::Document document;
  const auto value = document.parse(text);
  EXPECT_TRUE(value.has_value()) << text;
  return read_record(**value, testing::shipped_policy());
}

// A record of these events, of somebody born in 1990.
Result<Record> with_events(const std::string& events) {
  return record_in(R"({"format": "yidan.record/1", "pool": "371700", "person": {"id": "P1", "born": "1990-03-07"},
                  "events": [)" +
                   events + "]}");
}

template <class What>
What only(const std::string& event) {
  const auto record = with_events(event);
  EXPECT_TRUE(record.has_value()) << record.error().message.en << " " << record.error().where;
  return std::get<What>(record->events.at(0).what);
}

constexpr std::string_view kPaid = R"({"event": "pay", "on": "2022-03-15", "insured_year": 2022, "amount": "320.00"})";

std::string withdrawal(const std::string& more) {
  return R"(, {"event": "withdraw", "on": "2022-04-01", "what": "pay", "of": "2022-03-15")" + more + "}";
}

TEST(Withdrawal, TakesBackTheEventOfItsKindAndDayThatStandsBeforeIt) {
  const std::string paid(kPaid);
  const auto once = with_events(paid + withdrawal(""));
  ASSERT_TRUE(once.has_value());
  EXPECT_EQ(once->events[0].withdrawn, day("2022-04-01"));
  const auto again = with_events(paid + withdrawal("") + ", " + paid);
  ASSERT_TRUE(again.has_value());
  EXPECT_TRUE(again->events[0].withdrawn);
  EXPECT_FALSE(again->events[1].withdrawn) << "what is told after it stands";
  const auto second = with_events(paid + ", " + paid + withdrawal(R"(, "number": 2)"));
  ASSERT_TRUE(second.has_value());
  EXPECT_FALSE(second->events[0].withdrawn);
  EXPECT_TRUE(second->events[1].withdrawn);
}

TEST(Withdrawal, OfNothingOrOfSeveralIsAMistake) {
  const std::string paid(kPaid);
  const auto where = [](const std::string& events) {
    const auto record = with_events(events);
    EXPECT_FALSE(record.has_value()) << events;
    return record.has_value() ? "" : std::string(code_of(record.error().code)) + " " + record.error().where;
  };
  const std::string left = withdrawal("").substr(2);
  EXPECT_EQ(where(left + ", " + paid), "contradiction $.events[0].of");
  EXPECT_EQ(where(paid + withdrawal("") + withdrawal("")), "contradiction $.events[2].of");
  EXPECT_EQ(where(paid + ", " + paid + withdrawal("")), "contradiction $.events[2].what");
  EXPECT_EQ(where(paid + withdrawal(R"(, "number": 2)")), "contradiction $.events[1].number");
  EXPECT_EQ(where(paid + R"(, {"event": "withdraw", "on": "2022-03-14", "what": "pay", "of": "2022-03-15"})"),
            "contradiction $.events[1].of");
  EXPECT_EQ(where(paid + R"(, {"event": "withdraw", "on": "2022-04-01", "what": "withdraw", "of": "2022-03-15"})"),
            "invalid-value $.events[1].what");
}

Error error_of(const std::string& event) { return with_events(event).error(); }

TEST(RecordReader, ReadsWhoWhereAndWhen) {
  const auto record = record_in(R"({"format": "yidan.record/1", "pool": "371700", "as_of": "2023-12-31", "x-file": 7,
      "person": {"id": "371702199003070015", "born": "1990-03-07", "sex": "M", "account_balance": "12.30"}})");
  ASSERT_TRUE(record.has_value()) << record.error().message.en;
  EXPECT_EQ(record->pool, Region(371700));
  EXPECT_EQ(record->person, "371702199003070015");
  EXPECT_EQ(record->born, day("1990-03-07"));
  EXPECT_EQ(record->sex, Sex::male);
  EXPECT_EQ(record->account_balance, Money::fen(1230));
  EXPECT_EQ(record->as_of, day("2023-12-31"));
  EXPECT_TRUE(record->events.empty());
}

TEST(RecordReader, LeavesOutWhatMayBeAbsentOrNull) {
  const auto record = record_in(R"({"format": "yidan.record/1", "pool": "371700", "as_of": null,
      "person": {"id": "P1", "born": "1990-03-07", "sex": null},
      "events": [{"event": "retire", "on": "2023-01-01"}]})");
  ASSERT_TRUE(record.has_value()) << record.error().message.en;
  EXPECT_FALSE(record->sex.has_value());
  EXPECT_FALSE(record->as_of.has_value());
  EXPECT_TRUE(record->account_balance.is_zero());
}

TEST(RecordReader, TakesEventsByDayAndThoseOfOneDayAsWritten) {
  const auto record = with_events(R"({"event": "retire", "on": "2023-03-01"}, {"event": "leave", "on": "2023-01-01"},
      {"event": "leave", "on": "2023-03-01"}, {"event": "retire", "on": "2023-01-01"})");
  ASSERT_TRUE(record.has_value());
  EXPECT_TRUE(record->out_of_order);
  std::vector<std::size_t> places;
  for (const Event& event : record->events) places.push_back(event.place);
  EXPECT_THAT(places, ElementsAre(1, 3, 0, 2));
  EXPECT_FALSE(
      with_events(R"({"event": "retire", "on": "2023-03-01"}, {"event": "leave", "on": "2023-03-01"})")->out_of_order);
}

TEST(EventReader, ReadsAnEnrolment) {
  const auto enrol = only<EnrolEvent>(R"({"event": "enrol", "on": "2021-11-03", "scheme": "resident",
      "status": "student", "insured_year": 2022, "household": "370800", "residence_permit": true})");
  EXPECT_EQ(enrol.status, Status::student);
  EXPECT_EQ(enrol.insured_year, 2022);
  EXPECT_EQ(enrol.household, Region(370800));
  EXPECT_TRUE(enrol.residence_permit);
  const auto plain =
      only<EnrolEvent>(R"({"event": "enrol", "on": "2021-11-03", "scheme": "employee", "status": "flexible"})");
  EXPECT_FALSE(plain.insured_year.has_value());
  EXPECT_FALSE(plain.household.known());
}

TEST(EventReader, ReadsAPaymentForAYearInEitherFormOrForAMonth) {
  const std::string pay = R"({"event": "pay", "on": "2022-03-15", "amount": "320.00", )";
  EXPECT_EQ(only<PayEvent>(pay + R"("insured_year": 2022})").insured_year, 2022);
  EXPECT_EQ(only<PayEvent>(pay + R"("insured_year": "2022"})").insured_year, 2022);
  EXPECT_EQ(only<PayEvent>(pay + R"("month": "2022-02"})").month, month("2022-02"));
  EXPECT_EQ(only<PayEvent>(pay + R"("month": "1990-03"})").month, month("1990-03")) << "the month of birth";
  for (const char* wrong : {"\"22\"", "\"02022\"", "1999", "2200", "\"\"", "-2022", "2022.5", "true"}) {
    EXPECT_EQ(error_of(pay + "\"insured_year\": " + wrong + "}").where, "$.events[0].insured_year") << wrong;
  }
}

TEST(EventReader, ReadsAnIdentityFromItsDayUnlessItSaysOtherwise) {
  const std::string identity = R"({"event": "identity", "on": "2022-05-20", "category": "monitored")";
  const auto plain = only<IdentityEvent>(identity + "}");
  EXPECT_EQ(plain.period, (Period{day("2022-05-20"), Date::never()}));
  EXPECT_FALSE(plain.exempt);
  const auto full = only<IdentityEvent>(identity + R"(, "from": "2022-05-01", "to": "2023-01-01", "exempt": true,
      "order": "X1"})");
  EXPECT_EQ(full.period, (Period{day("2022-05-01"), day("2023-01-01")}));
  EXPECT_TRUE(full.exempt);
  EXPECT_EQ(full.order, "X1");
  const auto revoked = only<IdentityEvent>(identity + R"(, "from": "2022-05-01", "to": "2022-05-01"})");
  EXPECT_EQ(revoked.period.from, revoked.period.to);
  EXPECT_EQ(error_of(identity + R"(, "to": "2022-05-19"})").code, ErrorCode::contradiction);
}

TEST(EventReader, AsksAnEmployerOfThoseWhoHaveOne) {
  const std::string employ = R"({"event": "employ", "on": "2023-02-01", "employer_kind": )";
  EXPECT_TRUE(only<EmployEvent>(employ + "\"flexible\"}").employer.empty());
  EXPECT_EQ(only<EmployEvent>(employ + "\"file-custody\"}").kind, EmployerKind::file_custody);
  EXPECT_EQ(error_of(employ + "\"enterprise\"}").code, ErrorCode::missing);
  EXPECT_EQ(error_of(employ + "\"government\", \"employer\": \"\"}").where, "$.events[0].employer");
  const auto full = only<EmployEvent>(employ + R"("enterprise", "employer": "U1", "monthly_wage": "6000.00",
      "person_kind": "veteran-cadre"})");
  EXPECT_EQ(full.monthly_wage, Money::yuan(6000));
  EXPECT_EQ(full.person_kind, PersonKind::veteran_cadre);
}

TEST(EventReader, ReadsLeavingAndRetiring) {
  EXPECT_EQ(only<LeaveEvent>(R"({"event": "leave", "on": "2023-09-30", "employer": "U1"})").employer, "U1");
  EXPECT_TRUE(only<LeaveEvent>(R"({"event": "leave", "on": "2023-09-30"})").employer.empty());
  (void)only<RetireEvent>(R"({"event": "retire", "on": "2023-09-30"})");
}

TEST(EventReader, ReadsMonthsAsANumberASpanOrBoth) {
  const std::string deemed = R"({"event": "deemed", "on": "2023-10-08", )";
  EXPECT_EQ(only<DeemedEvent>(deemed + R"("months": 120, "recognised": "2023-10-08"})").months, 120);
  EXPECT_EQ(only<DeemedEvent>(deemed + R"("months": "1200"})").months, 1200);
  const auto spanned = only<DeemedEvent>(deemed + R"("from": "2010-01-15", "to": "2011-01"})");
  EXPECT_FALSE(spanned.months.has_value());
  EXPECT_EQ(spanned.span->from, month("2010-01"));
  EXPECT_EQ(spanned.span->to, month("2011-01"));
  EXPECT_EQ(only<DeemedEvent>(deemed + R"("months": 12, "from": "2010-01", "to": "2011-01-01"})").months, 12);
  EXPECT_EQ(error_of(deemed + R"("months": 13, "from": "2010-01", "to": "2011-01"})").code, ErrorCode::contradiction);
  for (const char* wrong : {"0", "1201", "-1", "1.5", "\"ten\"", "true"}) {
    EXPECT_EQ(error_of(deemed + "\"months\": " + wrong + "}").where, "$.events[0].months") << wrong;
  }
}

TEST(EventReader, ReadsTopUpsTransfersUsesAndApplications) {
  const auto top_up = only<TopUpEvent>(R"({"event": "top-up", "on": "2023-10-08", "months": 10, "amount": "1.50"})");
  EXPECT_EQ(top_up.months, 10);
  EXPECT_EQ(top_up.amount, Money::fen(150));
  const auto transfer =
      only<TransferEvent>(R"({"event": "transfer", "on": "2023-10-08", "months": 10, "from_pool": "370800"})");
  EXPECT_EQ(transfer.from_pool, Region(370800));
  const auto use = only<AccountUseEvent>(
      R"({"event": "account-use", "on": "2023-11-02", "amount": "58.00", "use": "pharmacy", "for": "spouse"})");
  EXPECT_EQ(use.use, AccountUse::pharmacy);
  EXPECT_EQ(use.beneficiary, Beneficiary::spouse);
  EXPECT_TRUE(only<ApplyEvent>(R"({"event": "apply", "on": "2023-11-02", "decision": "refused"})").refused);
  const auto granted =
      only<ApplyEvent>(R"({"event": "apply", "on": "2023-11-02", "decision": "granted", "recognised": "2023-11-09"})");
  EXPECT_FALSE(granted.refused);
  EXPECT_EQ(granted.recognised, day("2023-11-09"));
}

TEST(EventReader, SuggestsTheEventThatWasMeant) {
  const Error error = error_of(R"({"event": "enroll", "on": "2021-11-03"})");
  EXPECT_EQ(error.where, "$.events[0].event");
  EXPECT_THAT(error.message.en, HasSubstr("did you mean 'enrol'?"));
  EXPECT_THAT(error.message.zh, HasSubstr("是否应为“enrol”"));
  EXPECT_THAT(error_of(R"({"event": "leave", "on": "2021-11-03", "employr": "U1"})").message.en,
              HasSubstr("did you mean 'employer'?"));
}

TEST(EventReader, KnowsNothingBeforeBirth) {
  EXPECT_TRUE(with_events(R"({"event": "leave", "on": "1990-03-07"})").has_value());
  const Error error = error_of(R"({"event": "leave", "on": "1990-03-06"})");
  EXPECT_EQ(error.code, ErrorCode::contradiction);
  EXPECT_EQ(error.where, "$.events[0].on");
  EXPECT_THAT(error.message.en, HasSubstr("1990-03-07"));
}

}  // namespace
}  // namespace yidan::exchange
