// What of a request the case files of tests/cases/books cannot say: how its text is written, and that answers are equal
// to the byte.

#include <gtest/gtest.h>

#include "tests/support/counter_desk.h"

namespace yidan {
namespace {

using testing::Counter;
using testing::Said;

constexpr const char* kAbout = R"("pool":"370600","person":"P","do":)";
constexpr const char* kRetired =
    R"("facts","facts":{"person":{"coverage":[{"scheme":"employee","status":"retired","from":"2010-01-01"}]}})";
constexpr const char* kVisit = R"("encounter":{"id":"E1","care":"outpatient","date":"2023-03-05",)"
                               R"("provider":{"id":"H2","region":"370600","level":2,"designated":["outpatient"]},)"
                               R"("lines":[{"class":"A","amount":"1000.00"}]})";

class BooksRequests : public ::testing::Test {
 protected:
  BooksRequests() { EXPECT_TRUE(ask("facts", kRetired).done); }
  Said ask(const std::string& key, const std::string& rest) { return counter_.ask_for(key, kAbout + rest); }

  Counter counter_;
};

TEST_F(BooksRequests, AMemberThatIsNamedTwiceIsRefusedWhereverItStands) {
  for (const char* members : {R"("facts","facts":{"person":{"born":"1950-03-01","born":"1960-03-01"}})",
                              R"("facts","facts":{"opening":{},"opening":{},"person":{}})",
                              R"("record","events":[{"event":"enrol","on":"2023-01-01","on":"2023-01-02"}])"}) {
    const Said refused = ask("k", members);
    EXPECT_FALSE(refused.done) << members;
    EXPECT_EQ(refused.error, ErrorCode::duplicate_key) << refused.text;
  }
}

TEST_F(BooksRequests, AKeyIsForOneContentHoweverItIsWritten) {
  const Said first = ask("K", std::string("\"settle\",") + kVisit);
  ASSERT_TRUE(first.done && !first.again) << first.text;
  const Said again = counter_.ask_for(
      "K", R"("do":"settle", "encounter": { "date":"2023-03-05", "cause":null, "care":"outpatient", "id":"E1",)"
           R"( "lines":[{"amount":"1000.00","class":"A"}],)"
           R"( "provider":{"designated":["outpatient"],"level":2,"region":"370600","id":"H2"}},)"
           R"( "person":"P", "pool":"370600")");
  EXPECT_TRUE(again.again) << again.text;
  EXPECT_EQ(again.text, first.text);
}

TEST_F(BooksRequests, ASettlementAsInItsTrialIsTheTrialsBill) {
  const Said trial = ask("t", std::string("\"trial\",") + kVisit);
  ASSERT_TRUE(trial.done) << trial.text;
  const std::size_t from = trial.text.find(R"("trial":")") + 9;
  const std::string digest = trial.text.substr(from, trial.text.find('"', from) - from);
  const Said settled = ask("s", std::string("\"settle\",") + kVisit + R"(,"as_in_trial":")" + digest + "\"");
  ASSERT_TRUE(settled.done) << settled.text;
  EXPECT_NE(trial.text.find(testing::bill_within(settled.text)), std::string::npos) << settled.text;
}

TEST_F(BooksRequests, ARefusedOneIsNotKnownAfterwards) {
  EXPECT_FALSE(ask("K", R"("settle","encounter":{"id":"E1","care":"outpatient"})").done);
  EXPECT_EQ(operations::ask(counter_.desk(), "K").error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace yidan
