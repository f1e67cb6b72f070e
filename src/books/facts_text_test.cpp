#include "books/facts_text.h"

#include <gtest/gtest.h>

namespace yidan::books {
namespace {

const store::FileKey kFile{370600, "P"};

TEST(FactsText, TheFirstFactsCarryFormatPoolAndPerson) {
  EXPECT_EQ(told(kFile, "", R"({"person":{"born":"1950-03-01"}})"),
            R"({"format":"yidan.case/1","person":{"born":"1950-03-01","id":"P"},"pool":"370600"})");
}

TEST(FactsText, LaterFactsReplaceTheMembersThatTheyNameAndNoOthers) {
  const std::string before =
      told(kFile, "", R"({"opening":{"2023":{}},"person":{"born":"1950-03-01","diseases":[1]}})");
  EXPECT_EQ(told(kFile, before, R"({"person":{"diseases":[]}})"),
            R"({"format":"yidan.case/1","opening":{"2023":{}},"person":{"born":"1950-03-01","diseases":[],"id":"P"},)"
            R"("pool":"370600"})");
}

TEST(FactsText, FurtherEventsStandAfterThoseOfTheRecord) {
  const std::string before = R"({"person":{"id":"P"},"record":{"as_of":"2023-01-01","events":[1,2]}})";
  EXPECT_EQ(told_events(before, R"({"events":[3]})"),
            R"({"person":{"id":"P"},"record":{"as_of":"2023-01-01","events":[1,2,3]}})");
}

TEST(FactsText, EventsOfACaseMoveIntoItsRecord) {
  EXPECT_EQ(told_events(R"({"events":[1],"person":{"id":"P"}})", R"({"events":[2]})"),
            R"({"person":{"id":"P"},"record":{"events":[1,2]}})");
}

TEST(FactsText, EventsAreToldWithARecordAroundThemOrWithout) {
  const std::string around = R"({"format":"yidan.case/1","person":{"id":"P"},"pool":"370600","record":{"events":[1]}})";
  const std::string without = R"({"events":[2],"format":"yidan.case/1","person":{"id":"P"},"pool":"370600"})";
  EXPECT_EQ(told(kFile, around, R"({"events":[2]})"), without);
  EXPECT_EQ(told(kFile, without, R"({"record":{"events":[1]}})"), around);
}

}  // namespace
}  // namespace yidan::books
