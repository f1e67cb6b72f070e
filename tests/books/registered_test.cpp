// Bills that take their institution from registers: what two desks see of each other, and what a file made again needs.
// What the registers say is in tests/cases/books.

#include <gtest/gtest.h>

#include "operations/registers.h"
#include "tests/support/counter_desk.h"

namespace yidan::testing {
namespace {

const store::Subject kFile{371300, "P1"};

std::string entry_request(const std::string& key, const std::string& members) {
  return R"({"format":"yidan.request/1","key":")" + key + R"(","pool":"371300",)" + members + "}";
}

std::string opening(const std::string& key, const std::string& reg, const std::string& entry,
                    const std::string& fields) {
  return entry_request(key, R"("do":"open","register":")" + reg + R"(","entry":")" + entry +
                                R"(","on":"2021-01-01","by":"designation","fields":{)" + fields + "}");
}

std::string moving(const std::string& key, const std::string& move, const std::string& fields) {
  return entry_request(key, R"("do":"move","register":"agreement","entry":"A1","move":")" + move +
                                R"(","on":"2021-01-02","by":"designation","fields":{)" + fields + "}");
}

Said settle(Counter& counter, const std::string& key, const std::string& id, const std::string& provider) {
  return counter.ask_for(key, R"("pool":"371300","person":"P1","do":"settle","encounter":{"id":")" + id +
                                  R"(","care":"inpatient","admitted":"2022-03-01","date":"2022-03-05","provider":)" +
                                  provider + R"(,"lines":[{"class":"A","amount":"5000.00"}]})");
}

class Registered : public ::testing::Test {
 protected:
  void SetUp() override {
    const Said told = counter_.ask_for(
        "facts", R"("pool":"371300","person":"P1","do":"facts","facts":{"person":{"coverage":[{"scheme":"resident",)"
                 R"("status":"adult","from":"2010-01-01"}]}})");
    ASSERT_TRUE(told.done) << told.text;
  }

  void open_hospital(const std::string& level = "2") {
    hand_in(opening("h", "institution", "H1",
                    R"("name":"兰山医院","kind":"hospital","region":"371302","level":")" + level + "\""));
  }
  void designate() {
    hand_in(opening("a", "agreement", "A1", R"("provider":"H1","received":"2021-01-01")"));
    hand_in(moving("a1", "accept", R"("accepted":"2021-01-01")"));
    hand_in(moving("a2", "pass", R"("assessed":"2021-01-02","result":"passed")"));
    hand_in(moving("a3", "sign",
                   R"("signed":"2021-01-02","from":"2021-01-02","until":"2025-01-01","cares":["inpatient"],)"
                   R"("responsible":"王院长")"));
  }
  void hand_in(const std::string& text) {
    const Said done = counter_.hand_in(text);
    ASSERT_TRUE(done.done) << done.text;
  }
  std::string status_of(const std::string& encounter) { return counter_.bill(kFile, encounter).status; }

  Counter counter_;
};

TEST_F(Registered, AnEntryThatIsTouchedIsSeenByTheNextBill) {
  open_hospital();
  ASSERT_TRUE(settle(counter_, "k1", "E1", R"({"id":"H1"})").done);
  EXPECT_EQ(status_of("E1"), "no-benefit");
  designate();
  ASSERT_TRUE(settle(counter_, "k2", "E2", R"({"id":"H1"})").done);
  EXPECT_EQ(status_of("E2"), "settled");
}

TEST_F(Registered, WhatAnotherDeskOpenedIsSeenAfterARefresh) {
  const auto other = open_desk(counter_.store());
  ASSERT_TRUE(*counter_.desk().providers().has_institutions(counter_.desk(), Region(371300)) == false);
  const std::string text =
      opening("h", "institution", "H1", R"("name":"兰山医院","kind":"hospital","region":"371302","level":"2")");
  const auto asking = operations::read_asking(text, 1, shipped_policy());
  ASSERT_TRUE(operations::perform(operations::Caller(*other), *asking.entry));
  ASSERT_TRUE(counter_.desk().refresh());
  EXPECT_TRUE(*counter_.desk().providers().has_institutions(counter_.desk(), Region(371300)));
  EXPECT_FALSE(*counter_.desk().providers().has_institutions(counter_.desk(), Region(370600)));
}

TEST_F(Registered, WhatAnEncounterSaysItselfIsNotKeptTwice) {
  open_hospital();
  designate();
  const std::string all = R"({"id":"H1","level":2,"region":"371302","designated":["inpatient"]})";
  ASSERT_TRUE(settle(counter_, "k1", "E1", all).done);
  ASSERT_TRUE(settle(counter_, "k2", "E2", R"({"id":"H1"})").done);
  const auto found = counter_.store().find("k1");
  EXPECT_EQ((*found)->recorded.event.content.find("registered"), std::string::npos);
  const auto filled = counter_.store().find("k2");
  EXPECT_NE((*filled)->recorded.event.content.find(
                R"("registered":{"designated":["inpatient"],"level":2,"region":"371302"})"),
            std::string::npos);
  EXPECT_TRUE(settle(counter_, "k2", "E2", R"({"id":"H1"})").again);
  EXPECT_EQ(settle(counter_, "k2", "E2", R"({"id":"H1","level":2})").error, ErrorCode::conflict);
}

// M6: by the events of the person alone, at a desk whose registers are gone.
TEST_F(Registered, AFileIsMadeAgainWithoutTheRegisters) {
  open_hospital();
  designate();
  ASSERT_TRUE(settle(counter_, "k1", "E1", R"({"id":"H1"})").done);
  Counter bare;  // books with the same person and nothing else
  const auto history = counter_.store().history(kFile);
  ASSERT_TRUE(history);
  for (const store::Recorded& each : *history) {
    store::Part part{.subject = kFile, .expected = each.event.seq - 1, .event = each.event, .past = "{}"};
    if (each.event.seq == 1) part.facts = counter_.store().load(kFile)->facts;
    ASSERT_EQ(*bare.store().write(part), store::Written::done);
  }
  const auto file = operations::rebuild(bare.desk(), kFile);
  ASSERT_TRUE(file) << file.error().message.en;
  EXPECT_EQ(file->slots().front().bill.core, bill_within(counter_.bill(kFile, "E1").text));
  EXPECT_FALSE(counter_.verified().difference);
}

// What an encounter leaves to the registers is no way around whose it is.
TEST_F(Registered, AnInstitutionSettlesForItselfAloneAlsoWhenItSaysItsNumberAlone) {
  open_hospital();
  designate();
  const auto settled_by = [&](const std::string& user_of) {
    const std::string text =
        R"({"format":"yidan.request/1","key":")" + user_of +
        R"(","pool":"371300","person":"P1","do":"settle","encounter":{"id":"E1","care":"inpatient",)"
        R"("admitted":"2022-03-01","date":"2022-03-05","provider":{"id":"H1"},)"
        R"("lines":[{"class":"A","amount":"5000.00"}]}})";
    auto asking = operations::read_asking(text, 1, shipped_policy());
    operations::Caller caller(counter_.desk(), "hospital");
    caller.rights = std::make_shared<access::Rights>(
        access::Rights{.user = "hospital", .roles = {Role::institution}, .provider = user_of});
    return said(operations::perform(caller, asking.requests->front()));
  };
  EXPECT_EQ(settled_by("H2").error, ErrorCode::forbidden);
  EXPECT_TRUE(settled_by("H1").done);
}

TEST_F(Registered, ATrialSaysWhenTheRegisterHasChanged) {
  open_hospital();
  const std::string encounter =
      R"("encounter":{"id":"E1","care":"inpatient","admitted":"2022-03-01","date":"2022-03-05","provider":{"id":"H1"},)"
      R"("lines":[{"class":"A","amount":"5000.00"}]})";
  const Said tried = counter_.ask_for("t", R"("pool":"371300","person":"P1","do":"trial",)" + encounter);
  ASSERT_TRUE(tried.done) << tried.text;
  const std::string mark = R"("trial":")";
  const std::size_t from = tried.text.find(mark) + mark.size();
  const std::string digest = tried.text.substr(from, tried.text.find('"', from) - from);
  designate();
  const Said done = counter_.ask_for(
      "s", R"("pool":"371300","person":"P1","do":"settle","as_in_trial":")" + digest + R"(",)" + encounter);
  EXPECT_EQ(done.error, ErrorCode::conflict);
  EXPECT_NE(done.text.find("what the registers say of its institution"), std::string::npos) << done.text;
}

}  // namespace
}  // namespace yidan::testing
