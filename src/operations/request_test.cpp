#include "operations/request.h"

#include <gtest/gtest.h>

#include "testing/packs.h"

namespace yidan::operations {
namespace {

Result<Request> read(const std::string& members) {
  json::Document document;
  const std::string text = R"({"format":"yidan.request/1","pool":"370600","person":"P",)" + members + "}";
  return read_request(**document.parse(text), testing::shipped_policy());
}

std::string refused(const std::string& members) {
  const auto request = read(members);
  return request ? "accepted" : std::string(code_of(request.error().code)) + " " + request.error().where;
}

TEST(Request, TheContentDoesNotDependOnTheOrderOfMembers) {
  const auto one = read(R"("key":"k","do":"settle","encounter":{"id":"E","care":"outpatient","cause":null})");
  const auto other = read(R"("encounter":{"care":"outpatient","id":"E"},"do":"settle","key":"k")");
  ASSERT_TRUE(one && other);
  EXPECT_EQ(one->content, other->content);
  EXPECT_EQ(one->content, R"({"care":"outpatient","id":"E"})");
}

TEST(Request, WhatAnOperationDoesNotTakeIsAnError) {
  EXPECT_EQ(refused(R"("key":"k","do":"settle")"), "missing $.encounter");
  EXPECT_EQ(refused(R"("key":"k","do":"settle","encounter":[])"), "wrong-type $.encounter");
  EXPECT_EQ(refused(R"("key":"k","do":"settle","encounter":{},"extra":1)"), "unknown-key $.extra");
  EXPECT_EQ(refused(R"("key":"k","do":"trial","encounter":{},"as_in_trial":"x")"), "unknown-key $.as_in_trial");
  EXPECT_EQ(refused(R"("key":"k","do":"reverse","encounter":"E","request":"r")"), "unknown-key $.encounter");
  EXPECT_EQ(refused(R"("key":"k","do":"record","events":[])"), "missing $.events");
  EXPECT_EQ(refused(R"("key":"k","do":"seltle","encounter":{})"), "invalid-value $.do");
  EXPECT_EQ(refused(R"("key":"k","do":"facts","facts":{"person":{"id":"Q"}})"), "contradiction $.facts.person.id");
  EXPECT_EQ(refused(R"("key":"k","do":"facts","facts":{"person":{"id":7}})"), "contradiction $.facts.person.id");
  EXPECT_EQ(refused(R"("key":"k","do":"facts","facts":{"person":[]})"), "wrong-type $.facts.person");
}

TEST(Request, AKeyIsATextOfOneToTwoHundredBytes) {
  const auto with = [](const std::string& key) {
    return refused(R"("do":"settle","encounter":{},"key":")" + key + "\"");
  };
  EXPECT_EQ(with(std::string(200, 'k')), "accepted");
  EXPECT_EQ(with(std::string(201, 'k')), "invalid-value $.key");
  EXPECT_EQ(with(""), "wrong-type $.key");
  EXPECT_EQ(with("a\\nb"), "invalid-value $.key");
  EXPECT_EQ(refused(R"("do":"settle","encounter":{})"), "missing $.key");
  EXPECT_EQ(refused(R"("do":"trial","encounter":{})"), "accepted");
}

TEST(Request, ACaseIsItsFactsAndItsEncountersUnderKeysThatFollowFromThem) {
  json::Document document;
  const auto value = document.parse(R"({"format":"yidan.case/1","pool":"370600","person":{"id":"P"},"x-note":1,)"
                                    R"("encounters":[{"id":"E1"},{"id":"E2"}]})");
  const auto requests = requests_of_case(**value, testing::shipped_policy());
  ASSERT_TRUE(requests);
  ASSERT_EQ(requests->size(), 3U);
  EXPECT_EQ(requests->at(0).content, R"({"person":{"id":"P"}})");
  EXPECT_TRUE(requests->at(0).key.starts_with("370600/P/facts/"));
  EXPECT_EQ(requests->at(2).key, "370600/P/settle/E2");
  EXPECT_EQ(reversal_of({370600, "P"}, "E1", "").key, "370600/P/reverse/E1");
}

TEST(Request, CasesOfDifferentPersonsNeverShareAKey) {
  const auto key_of = [](const std::string& person, const std::string& encounter) {
    json::Document document;
    const auto value = document.parse(R"({"pool":"370600","person":{"id":")" + person + R"("},"encounters":[{"id":")" +
                                      encounter + R"("}]})");
    return requests_of_case(**value, testing::shipped_policy())->back().key;
  };
  EXPECT_NE(key_of("K", "a/settle/b"), key_of("K/settle/a", "b"));
  EXPECT_NE(key_of("K", "a/b"), key_of("K", "a%2Fb"));
}

TEST(Request, ACaseWhoseEncountersAreNoListIsRefused) {
  const auto read_case = [](const std::string& encounters) {
    json::Document document;
    const auto value = document.parse(R"({"pool":"370600","person":{"id":"P"},"encounters":)" + encounters + "}");
    return requests_of_case(**value, testing::shipped_policy());
  };
  EXPECT_EQ(read_case(R"({"id":"E1"})").error().where, "$.encounters");
  EXPECT_EQ(read_case("null")->size(), 1U);
  EXPECT_EQ(read_case("[]")->size(), 1U);
}

}  // namespace
}  // namespace yidan::operations
