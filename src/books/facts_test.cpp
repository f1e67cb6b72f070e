#include "books/facts.h"

#include <gtest/gtest.h>

#include "testing/packs.h"

namespace yidan::books {
namespace {

const store::Subject kFile{370600, "P"};

PolicyInUse shipped() { return {1, &testing::shipped_policy(), "packs"}; }

// What is known after a request, read as it comes in.
Result<Facts> after(const Facts& known, const std::string& members) {
  const auto asking = exchange::read_asking(
      R"({"format":"yidan.request/1","key":"k","pool":"370600","person":"P",)" + members + "}", 1, *shipped().policy);
  return learn(kFile, known, asked_by(asking.requests->front(), shipped(), "test"));
}

Facts told(const Facts& known, const std::string& members) {
  auto facts = after(known, members);
  EXPECT_TRUE(facts) << facts.error().message.en << facts.error().where;
  return std::move(*facts);
}

std::string place(const Facts& known, const std::string& members) { return after(known, members).error().where; }

const std::string kBorn = R"("do":"facts","facts":{"person":{"born":"1950-03-01"}})";
const std::string kRetire = R"({"event":"retire","on":"2010-03-01"})";

TEST(Facts, TheFirstFactsCarryFormatPoolAndPerson) {
  EXPECT_EQ(told({}, kBorn).text,
            R"({"format":"yidan.case/1","person":{"born":"1950-03-01","id":"P"},"pool":"370600"})");
}

TEST(Facts, LaterFactsReplaceTheMembersThatTheyNameAndNoOthers) {
  const Facts before = told({}, R"("do":"facts","facts":{"opening":{"2023":{}},"person":{"born":"1950-03-01",)"
                                R"("diseases":[{"disease":"hypertension","from":"2023-01-01"}]}})");
  const Facts now = told(before, R"("do":"facts","facts":{"person":{"diseases":[]}})");
  EXPECT_EQ(now.text,
            R"({"format":"yidan.case/1","opening":{"2023":{}},"person":{"born":"1950-03-01","diseases":[],"id":"P"},)"
            R"("pool":"370600"})");
  EXPECT_TRUE(now.values.person.diseases.empty());
  EXPECT_TRUE(now.values.person.born);
}

TEST(Facts, EventsAreToldWithARecordAroundThemOrWithoutAndFurtherOnesStandAfterThem) {
  const Facts born = told({}, kBorn);
  const std::string head = R"({"format":"yidan.case/1","person":{"born":"1950-03-01","id":"P"},"pool":"370600",)";
  const Facts around = told(born, R"("do":"facts","facts":{"record":{"events":[)" + kRetire + "]}}");
  EXPECT_EQ(around.text, head + R"("record":{"events":[)" + kRetire + "]}}");
  const Facts without = told(around, R"("do":"facts","facts":{"events":[]})");
  EXPECT_EQ(without.text, R"({"events":[],"format":"yidan.case/1","person":{"born":"1950-03-01","id":"P"},)"
                          R"("pool":"370600"})");
  const Facts further = told(around, R"("do":"record","events":[{"event":"leave","on":"2009-01-01"}])");
  EXPECT_EQ(further.text, head + R"("record":{"events":[)" + kRetire + R"(,{"event":"leave","on":"2009-01-01"}]}})");
  EXPECT_EQ(further.values.record->events.size(), 2U);
  EXPECT_EQ(told(without, R"("do":"record","events":[)" + kRetire + "]").text, around.text);
}

TEST(Facts, AFaultHasItsPlaceInWhatWasTold) {
  const Facts born = told({}, kBorn);
  const Facts retired = told(born, R"("do":"record","events":[)" + kRetire + "]");
  EXPECT_EQ(place(born, R"("do":"facts","facts":{"person":{"sex":"X"}})"), "$.facts.person.sex");
  EXPECT_EQ(place(born, R"("do":"facts","facts":{"record":{"events":[)" + kRetire + R"(,{"event":"retire"}]}})"),
            "$.facts.record.events[1].on");
  EXPECT_EQ(place(born, R"("do":"facts","facts":{"events":[{"event":"account-use","on":"2023-01-01",)"
                        R"("amount":"1.00","use":"pharmacy","for":"self"}]})"),
            "$.facts.events[0]");
  // Before birth is seen only with what was known; it is told in the words of the request all the same.
  EXPECT_EQ(place(retired, R"("do":"record","events":[{"event":"retire","on":"1940-01-01"}])"), "$.events[0].on");
  EXPECT_EQ(place(retired, R"("do":"pay","pay":{"on":"1940-01-01","insured_year":2022,"amount":"1.00"})"), "$.pay.on");
  EXPECT_EQ(place({}, R"("do":"pay","pay":{"on":"2022-01-01","insured_year":2022,"amount":"1.00"})"), "$.person");
}

}  // namespace
}  // namespace yidan::books
