#include "exchange/request.h"

#include <gtest/gtest.h>

#include "testing/packs.h"

namespace yidan::exchange {
namespace {

Result<Request> request_with(const std::string& members) {
  json::Document document;
  const std::string text = R"({"format":"yidan.request/1","pool":"370600","person":"P",)" + members + "}";
  return read_request(**document.parse(text), testing::shipped_policy());
}

std::string said(const Error& error) { return std::string(code_of(error.code)) + " " + error.where; }

// Of a request that is none: "accepted" where its content may still be wrong.
std::string refused(const std::string& members) {
  const auto request = request_with(members);
  return request ? "accepted" : said(request.error());
}

// Of a request whose content is wrong.
std::string faulty(const std::string& members) {
  const auto request = request_with(R"("key":"k",)" + members);
  if (!request) return "no request: " + said(request.error());
  return request->said ? "right" : said(request->said.error());
}

TEST(Request, TheContentDoesNotDependOnTheOrderOfMembers) {
  const auto one = request_with(R"("key":"k","do":"settle","encounter":{"id":"E","care":"outpatient","cause":null})");
  const auto other = request_with(R"("encounter":{"care":"outpatient","id":"E"},"do":"settle","key":"k")");
  ASSERT_TRUE(one && other);
  EXPECT_EQ(one->content, other->content);
  EXPECT_EQ(one->content, R"({"care":"outpatient","id":"E"})");
}

TEST(Request, MembersOfOnesOwnAreNoContentWhereverTheyStand) {
  const auto content = [](const std::string& members) { return request_with(R"("key":"k",)" + members)->content; };
  EXPECT_EQ(content(R"("do":"use","x-a":1,"use":{"on":"2023-11-02","amount":"5.00","use":"pharmacy","x-till":7})"),
            R"({"amount":"5.00","on":"2023-11-02","use":"pharmacy"})");
  EXPECT_EQ(content(R"("do":"credit","credit":{"x-batch":{"x":1},"month":"2023-02"})"), R"({"month":"2023-02"})");
  EXPECT_EQ(content(R"("do":"facts","facts":{"x-a":1,"person":{"born":"1950-03-01","x-b":[1]}})"),
            R"({"person":{"born":"1950-03-01"}})");
  EXPECT_EQ(content(R"("do":"pay","pay":{"on":"2022-03-15","insured_year":2022,"amount":"320.00","x-till":7})"),
            R"({"events":[{"amount":"320.00","event":"pay","insured_year":2022,"on":"2022-03-15"}]})");
}

TEST(Request, WhatIsNoRequestIsRefusedWithItsPlace) {
  EXPECT_EQ(refused(R"("key":"k","do":"settle")"), "missing $.encounter");
  EXPECT_EQ(refused(R"("key":"k","do":"settle","encounter":[])"), "wrong-type $.encounter");
  EXPECT_EQ(refused(R"("key":"k","do":"settle","encounter":{},"extra":1)"), "unknown-key $.extra");
  EXPECT_EQ(refused(R"("key":"k","do":"trial","encounter":{},"as_in_trial":"x")"), "unknown-key $.as_in_trial");
  EXPECT_EQ(refused(R"("key":"k","do":"reverse","encounter":"E","request":"r")"), "unknown-key $.encounter");
  EXPECT_EQ(refused(R"("key":"k","do":"reverse","encounter":"")"), "wrong-type $.encounter");
  EXPECT_EQ(refused(R"("key":"k","do":"record","events":[])"), "missing $.events");
  EXPECT_EQ(refused(R"("key":"k","do":"seltle","encounter":{})"), "invalid-value $.do");
  EXPECT_EQ(refused(R"("key":"k","do":"facts","facts":{"person":{"id":"Q"}})"), "contradiction $.facts.person.id");
  EXPECT_EQ(refused(R"("key":"k","do":"facts","facts":{"person":{"id":7}})"), "wrong-type $.facts.person.id");
  EXPECT_EQ(refused(R"("key":"k","do":"facts","facts":{"person":[]})"), "wrong-type $.facts.person");
}

TEST(Request, AFaultOfTheContentHasThePlaceInWhatWasSent) {
  EXPECT_EQ(faulty(R"("do":"settle","encounter":{"id":"E","care":"outpatient"})"), "missing $.encounter.date");
  EXPECT_EQ(faulty(R"("do":"trial","encounter":{"id":"E","care":"x"})"), "invalid-value $.encounter.care");
  EXPECT_EQ(faulty(R"("do":"pay","pay":{"on":"2022-03-15","insured_year":2022,"amount":320})"),
            "wrong-type $.pay.amount");
  EXPECT_EQ(faulty(R"("do":"enrol","enrol":{"on":"2022-03-15","scheme":"x"})"), "invalid-value $.enrol.scheme");
  EXPECT_EQ(faulty(R"("do":"grant","application":{"on":"2023-7-10"})"), "invalid-value $.application.on");
  EXPECT_EQ(faulty(R"("do":"credit","credit":{"month":"02/2023"})"), "invalid-value $.credit.month");
  EXPECT_EQ(faulty(R"("do":"credit","credit":{"month":"2023-02","amount":"0.00"})"), "invalid-value $.credit.amount");
  EXPECT_EQ(faulty(R"("do":"use","use":{"on":"2023-11-02","use":"pharmacy"})"), "missing $.use.amount");
  EXPECT_EQ(faulty(R"("do":"record","events":[{"event":"retire","on":"2023-01-01"},{"event":"x","on":"2023-01-01"}])"),
            "invalid-value $.events[1].event");
  EXPECT_EQ(faulty(R"("do":"record","events":[{"event":"account-use","on":"2023-01-01","amount":"1.00",)"
                   R"("use":"pharmacy","for":"self"}])"),
            "invalid-value $.events[0]");
}

TEST(Request, AKeyIsATextOfOneToTwoHundredBytes) {
  const auto with = [](const std::string& key) {
    return refused(R"("do":"settle","encounter":{},"key":")" + key + "\"");
  };
  EXPECT_EQ(with(std::string(200, 'k')), "accepted");
  EXPECT_EQ(with(std::string(201, 'k')), "invalid-value $.key");
  EXPECT_EQ(with(""), "invalid-value $.key");
  EXPECT_EQ(with("a\\nb"), "invalid-value $.key");
  EXPECT_EQ(refused(R"("do":"settle","encounter":{})"), "missing $.key");
  EXPECT_EQ(refused(R"("do":"trial","encounter":{})"), "accepted");
}

Result<std::vector<Request>> read_case(const std::string& text) {
  json::Document document;
  return requests_of_case(**document.parse(text), testing::shipped_policy());
}

TEST(Request, ACaseIsItsFactsAndItsEncountersUnderKeysThatFollowFromThem) {
  const auto requests = read_case(R"({"format":"yidan.case/1","pool":"370600","person":{"id":"P"},"x-note":1,)"
                                  R"("encounters":[{"id":"E1"},{"id":"E2"}]})");
  ASSERT_TRUE(requests);
  ASSERT_EQ(requests->size(), 3U);
  EXPECT_EQ(requests->at(0).content, R"({"person":{"id":"P"}})");
  EXPECT_TRUE(requests->at(0).key.starts_with("370600/P/facts/"));
  EXPECT_EQ(requests->at(2).key, "370600/P/settle/E2");
  EXPECT_EQ(said(requests->at(2).said.error()), "missing $.encounters[1].care");
  EXPECT_EQ(reversal_of(Region(370600), "P", {"E1"}, "").key, "370600/P/reverse/E1");
}

TEST(Request, CasesOfDifferentPersonsNeverShareAKey) {
  const auto key_of = [](const std::string& person, const std::string& encounter) {
    return read_case(R"({"pool":"370600","person":{"id":")" + person + R"("},"encounters":[{"id":")" + encounter +
                     R"("}]})")
        ->back()
        .key;
  };
  EXPECT_NE(key_of("K", "a/settle/b"), key_of("K-a", "b"));
  EXPECT_NE(key_of("K", "a/b"), key_of("K", "a%2Fb"));
}

Result<std::vector<Request>> of_roster(const std::string& persons, const std::string& unit = "U") {
  json::Document document;
  const std::string text =
      R"({"format":"yidan.roster/1","pool":"371300","employer_kind":"file-custody","on":"2022-01-10","unit":")" + unit +
      R"(","persons":)" + persons + "}";
  return requests_of_roster(**document.parse(text), testing::shipped_policy());
}

TEST(Request, LY_3_2_1_i_ARosterIsTheFactsAndTheEmploymentOfEachPerson) {
  const auto requests = of_roster(R"([{"id":"P1","born":"1990-03-07","sex":"F"},
                                      {"id":"37130219850307123x","born":"1985-03-07","monthly_wage":"5000.00"}])");
  ASSERT_TRUE(requests) << requests.error().message.en;
  ASSERT_EQ(requests->size(), 4U);
  EXPECT_EQ((*requests)[0].key, "371300/P1/roster/U/2022-01-10/facts");
  EXPECT_EQ((*requests)[0].content, R"({"person":{"born":"1990-03-07","id":"P1","sex":"F"}})");
  EXPECT_TRUE((*requests)[0].of_case);  // what is known of them is added to, never rewritten
  EXPECT_EQ((*requests)[1].content,
            R"({"events":[{"employer":"U","employer_kind":"file-custody","event":"employ","on":"2022-01-10"}]})");
  EXPECT_EQ((*requests)[3].person, "37130219850307123X");
  EXPECT_EQ((*requests)[3].content,
            R"({"events":[{"employer":"U","employer_kind":"file-custody","event":"employ","monthly_wage":"5000.00",)"
            R"("on":"2022-01-10"}]})");
}

TEST(Request, ARosterWithAFaultIsRefusedWhole) {
  const auto fault = [](const std::string& persons, const std::string& unit = "U") {
    const auto requests = of_roster(persons, unit);
    return requests ? "accepted" : said(requests.error());
  };
  EXPECT_EQ(fault("[]"), "missing $.persons");
  EXPECT_EQ(fault(R"([{"id":"P1"}])"), "missing $.persons[0].born");
  EXPECT_EQ(fault(R"([{"id":"P1","born":"1990-03-07"},{"id":"P2","born":"1990-02-30"}])"),
            "invalid-value $.persons[1].born");
  EXPECT_EQ(fault(R"([{"id":"P1","born":"1990-03-07"},{"id":"P1","born":"1990-03-07"}])"),
            "duplicate-id $.persons[1].id");
  EXPECT_EQ(fault(R"([{"id":"P 1","born":"1990-03-07"}])"), "invalid-value $.persons[0].id");
  EXPECT_EQ(fault(R"([{"id":"P1","born":"1990-03-07","wage":"1.00"}])"), "unknown-key $.persons[0].wage");
  EXPECT_EQ(fault(R"([{"id":"P1","born":"1990-03-07"}])", ""), "wrong-type $.unit");
}

TEST(Request, FactsAreKeptWithTheNumberInItsOneSpelling) {
  const auto requests = read_case(R"({"pool":"370600","person":{"id":"11010519491231002x"},"record":)"
                                  R"({"person":{"id":"11010519491231002X"},"events":[]},"encounters":[]})");
  ASSERT_TRUE(requests);
  EXPECT_EQ(requests->front().person, "11010519491231002X");
  EXPECT_EQ(requests->front().content,
            R"({"person":{"id":"11010519491231002X"},"record":{"events":[],"person":{"id":"11010519491231002X"}}})");
  EXPECT_EQ(reversal_of(Region(370600), requests->front().person, {"E1"}, "").key,
            "370600/11010519491231002X/reverse/E1");
}

TEST(Request, ACaseWhoseEncountersAreNoListIsRefused) {
  const auto with = [](const std::string& encounters) {
    return read_case(R"({"pool":"370600","person":{"id":"P"},"encounters":)" + encounters + "}");
  };
  EXPECT_EQ(with(R"({"id":"E1"})").error().where, "$.encounters");
  EXPECT_EQ(with("null").error().code, ErrorCode::missing);
  EXPECT_EQ(with("[]")->size(), 1U);
}

}  // namespace
}  // namespace yidan::exchange
