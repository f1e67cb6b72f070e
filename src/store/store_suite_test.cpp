// What every store does, on all of them.
#include <gtest/gtest.h>

#include "store/test_support.h"

namespace yidan::store::testing {
namespace {

class AnyStore : public ::testing::TestWithParam<Kind> {
 protected:
  Place place_{GetParam()};
  std::unique_ptr<Store> store_ = place_.opened();
  Subject file_{370600, "P1"};
};
INSTANTIATE_TEST_SUITE_P(Store, AnyStore, kAllKinds, [](const auto& kind) { return name_of(kind.param); });

TEST_P(AnyStore, WhatIsNotThereIsNotFound) {
  EXPECT_EQ(store_->load(file_).value(), State{});
  EXPECT_EQ(store_->find("k1").value(), std::nullopt);
  EXPECT_TRUE(store_->events(file_)->empty());
  EXPECT_TRUE(store_->history(file_)->empty());
  EXPECT_TRUE(store_->rows(file_)->empty());
  EXPECT_TRUE(store_->rows({.table = "bill"})->rows.empty());
  EXPECT_TRUE(store_->events_after(0, 10)->empty());
  EXPECT_TRUE(store_->balances({})->empty());
  EXPECT_EQ(store_->counts()->subjects, 0);
  EXPECT_TRUE(store_->check());
}

TEST_P(AnyStore, AnEventIsReadAsItWasWritten) {
  Part change = settlement(file_, 0, "k1");
  change.event.answer = "answer";
  change.event.policy = 77;
  ASSERT_EQ(written(*store_, change), Written::done);
  EXPECT_EQ(store_->load(file_).value(), (State{.seq = 1, .facts = facts_of("P1"), .past = "past after 1"}));
  const auto found = store_->find("k1").value();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->subject, file_);
  change.event.recorded = 1'700'000'000'000'000;
  EXPECT_EQ(found->recorded.event, change.event);
  EXPECT_EQ(*store_->events(file_), std::vector{change.event});
  EXPECT_EQ(found->recorded, recorded(change));
  EXPECT_EQ(*store_->history(file_), std::vector{recorded(change)});
  EXPECT_EQ(*store_->rows(file_), change.rows);
  EXPECT_TRUE(store_->check());
}

TEST_P(AnyStore, AKeyIsFoundInWhateverFile) {
  const Subject other{370600, "P2"};
  ASSERT_EQ(written(*store_, settlement(file_, 0, "k1")), Written::done);
  ASSERT_EQ(written(*store_, settlement(other, 0, "k2")), Written::done);
  EXPECT_EQ(store_->find("k1").value()->subject, file_);
  EXPECT_EQ(store_->find("k2").value()->subject, other);
  EXPECT_EQ(store_->load(other)->facts, facts_of("P2"));
}

TEST_P(AnyStore, TheSamePersonHasAFileInEachPool) {
  ASSERT_EQ(written(*store_, settlement({370600, "P1"}, 0, "k1")), Written::done);
  ASSERT_EQ(written(*store_, settlement({370100, "P1"}, 0, "k2")), Written::done);
  EXPECT_EQ(store_->events({370600, "P1"})->size(), 1U);
  EXPECT_EQ(store_->events({370100, "P1"})->front().key, "k2");
  EXPECT_EQ(store_->counts()->subjects, 2);
}

TEST_P(AnyStore, AWriteOnAnOlderStateIsStaleAndChangesNothing) {
  ASSERT_EQ(written(*store_, settlement(file_, 0, "k1")), Written::done);
  ASSERT_EQ(written(*store_, settlement(file_, 1, "k2")), Written::done);
  EXPECT_EQ(written(*store_, settlement(file_, 0, "k3")), Written::stale);
  EXPECT_EQ(written(*store_, settlement(file_, 1, "k3")), Written::stale);
  EXPECT_EQ(written(*store_, settlement(file_, 3, "k3")), Written::stale);
  EXPECT_EQ(written(*store_, settlement({370600, "P2"}, 1, "k3")), Written::stale);
  EXPECT_EQ(store_->find("k3").value(), std::nullopt);
  EXPECT_EQ(store_->events(file_)->size(), 2U);
  EXPECT_EQ(store_->counts()->documents, 4);
  EXPECT_EQ(written(*store_, settlement(file_, 2, "k3")), Written::done);
}

TEST_P(AnyStore, AKeyIsTakenOnceInTheWholeStore) {
  ASSERT_EQ(written(*store_, settlement(file_, 0, "k1")), Written::done);
  EXPECT_EQ(written(*store_, settlement(file_, 1, "k1")), Written::key_taken);
  EXPECT_EQ(written(*store_, settlement({370600, "P2"}, 0, "k1")), Written::key_taken);
  EXPECT_EQ(written(*store_, settlement(file_, 0, "k1")), Written::key_taken) << "before stale";
  EXPECT_EQ(store_->counts()->subjects, 1);
  EXPECT_EQ(store_->load({370600, "P2"})->seq, 0);
  EXPECT_EQ(written(*store_, settlement({370600, "P2"}, 0, "k2")), Written::done);
}

TEST_P(AnyStore, ARefIsTakenOnceInItsFile) {
  ASSERT_EQ(written(*store_, settlement(file_, 0, "k1")), Written::done);
  Part again = settlement(file_, 1, "k2");
  again.event.ref = "e1";
  EXPECT_EQ(written(*store_, again), Written::ref_taken);
  EXPECT_EQ(store_->find("k2").value(), std::nullopt);
  EXPECT_EQ(store_->load(file_)->seq, 1);
  again.expected = 0;
  again.event.seq = 1;
  again.facts = "f";
  EXPECT_EQ(written(*store_, again), Written::stale) << "before ref_taken";
  again.subject.id = "P2";
  EXPECT_EQ(written(*store_, again), Written::done) << "another file has refs of its own";
}

TEST_P(AnyStore, FactsStayUntilTheyChange) {
  ASSERT_EQ(written(*store_, settlement(file_, 0, "k1")), Written::done);
  ASSERT_EQ(written(*store_, settlement(file_, 1, "k2")), Written::done);
  EXPECT_EQ(store_->load(file_)->facts, facts_of("P1"));
  EXPECT_EQ(store_->load(file_)->past, "past after 2");
  Part change = settlement(file_, 2, "k3");
  change.facts = "";
  ASSERT_EQ(written(*store_, change), Written::done);
  EXPECT_EQ(store_->load(file_)->facts, "");
}

TEST_P(AnyStore, DocumentsStayWithTheirEventAndRowsAreReplaced) {
  ASSERT_EQ(written(*store_, settlement(file_, 0, "k1")), Written::done);
  ASSERT_EQ(written(*store_, settlement(file_, 1, "k2")), Written::done);
  Part change = settlement(file_, 2, "k3");
  change.documents = {{"b", "two"}, {"a", ""}, {"bill/1", "reversed"}};
  change.rows.push_back(settlement(file_, 0, "k1").rows.front());
  change.rows.back().state = "reversed";
  change.rows.push_back({.table = "a task", .id = "e1", .due = "2023-04-01"});
  ASSERT_EQ(written(*store_, change), Written::done);
  EXPECT_EQ(store_->history(file_)->at(2).documents, change.documents);
  EXPECT_EQ(store_->history(file_)->at(0).documents, settlement(file_, 0, "k1").documents);
  const auto rows = *store_->rows(file_);
  ASSERT_EQ(rows.size(), 4U) << "by table and id";
  EXPECT_EQ(rows[0], change.rows[2]);
  EXPECT_EQ(rows[1], change.rows[1]);
  EXPECT_EQ(rows[2], settlement(file_, 1, "k2").rows.front());
  EXPECT_EQ(rows[3], change.rows[0]);
  EXPECT_EQ(store_->counts()->documents, 7);
}

TEST_P(AnyStore, AnEventMayBringNothing) {
  Part change = settlement(file_, 0, "k1");
  change.documents.clear();
  change.rows.clear();
  change.entries.clear();
  change.past.clear();
  change.event.content.clear();
  ASSERT_EQ(written(*store_, change), Written::done);
  EXPECT_TRUE(store_->history(file_)->front().documents.empty());
  EXPECT_TRUE(store_->rows(file_)->empty());
  EXPECT_EQ(store_->load(file_)->past, "");
  EXPECT_EQ(store_->counts()->events, 1);
  EXPECT_EQ(store_->counts()->entries, 0);
}

TEST_P(AnyStore, TimeNeverGoesBack) {
  ASSERT_EQ(written(*store_, settlement(file_, 0, "k1")), Written::done);
  *place_.clock().time = 5;
  ASSERT_EQ(written(*store_, settlement(file_, 1, "k2")), Written::done);
  ASSERT_EQ(written(*store_, settlement({370600, "P2"}, 0, "k3")), Written::done);
  const auto events = *store_->events(file_);
  EXPECT_GT(events[1].recorded, events[0].recorded);
  EXPECT_GT(store_->find("k3").value()->recorded.event.recorded, events[1].recorded);
}

TEST_P(AnyStore, OddTextsComeBackAsTheyWent) {
  const std::string odd =
      "'; drop table event; -- \" \\ \x7F\t\r\n %00 {},NULL 'é 王小明 \xF0\xA0\xAE\xB7 \xF0\x9F\x8F\xA5";
  Part change = settlement({-5, odd}, 0, odd);
  change.event.ref = change.event.content = change.event.answer = change.event.engine = change.event.kind = odd;
  change.facts = change.past = odd;
  change.documents = {{odd, odd}};
  change.rows = {{odd, odd, odd, odd, odd, odd, odd, odd}};
  change.event.actor = odd;
  change.entries[0] = {odd, odd, odd, odd, 1};
  ASSERT_EQ(written(*store_, change), Written::done);
  EXPECT_EQ(written(*store_, change), Written::key_taken);
  const auto found = store_->find(odd).value();
  ASSERT_TRUE(found);
  change.event.recorded = found->recorded.event.recorded;
  EXPECT_EQ(found->recorded.event, change.event);
  EXPECT_EQ(found->subject, change.subject);
  EXPECT_EQ(store_->load({-5, odd}).value(), (State{.seq = 1, .facts = odd, .past = odd}));
  EXPECT_EQ(*store_->rows(change.subject), change.rows);
  const auto see = [&](const SubjectContents& contents) -> Result<void> {
    EXPECT_EQ(contents.events.at(0), recorded(change));
    EXPECT_EQ(contents.rows, change.rows);
    return {};
  };
  EXPECT_TRUE(store_->each_subject(see));
}

TEST_P(AnyStore, WhatIsNoTextIsRefused) {
  const std::string bad[] = {std::string("a\0b", 3), "\xFF", "\xED\xA0\x80", "half \xE7\x8E"};
  for (const std::string& text : bad) {
    Part change = settlement(file_, 0, "k1");
    change.documents[0].text = text;
    EXPECT_EQ(store_->write(change).error().code, ErrorCode::invalid_value);
    change = settlement(file_, 0, text);
    EXPECT_EQ(store_->write(change).error().code, ErrorCode::invalid_value);
    change = settlement({1, text}, 0, "k1");
    EXPECT_EQ(store_->write(change).error().code, ErrorCode::invalid_value);
    EXPECT_EQ(store_->find(text).value(), std::nullopt);
    EXPECT_EQ(store_->load({1, text})->seq, 0);
    EXPECT_TRUE(store_->events({1, text})->empty());
    EXPECT_TRUE(store_->history({1, text})->empty());
    EXPECT_EQ(store_->set(text, "v").error().code, ErrorCode::invalid_value);
    EXPECT_EQ(store_->setting(text).value(), std::nullopt);
  }
  EXPECT_EQ(store_->write(settlement({1, ""}, 0, "k1")).error().code, ErrorCode::invalid_value);
  EXPECT_EQ(store_->write(settlement(file_, 0, "")).error().code, ErrorCode::invalid_value);
  EXPECT_EQ(store_->counts()->events, 0);
}

TEST_P(AnyStore, LongTextsAndExtremeAmountsAreKept) {
  Part change = settlement(file_, 0, "k1");
  std::string text;
  while (text.size() < 1'000'000) text += "账单" + std::to_string(text.size() * 2'654'435'761U);
  change.documents[0].text = change.documents[1].text = change.event.content = change.past = text;
  change.facts = text;
  change.event.key = std::string(2'000, 'k');
  change.entries = {{"f", "a", "", "", INT64_MAX}, {"f", "a", "", "", INT64_MIN}, {"f", "a", "", "", 0}};
  ASSERT_EQ(written(*store_, change), Written::done);
  EXPECT_EQ(store_->find(change.event.key).value()->recorded.event.content, text);
  change.event.recorded = store_->find(change.event.key).value()->recorded.event.recorded;
  EXPECT_EQ(store_->load(file_)->past, text);
  const auto see = [&](const SubjectContents& contents) -> Result<void> {
    EXPECT_EQ(contents.events.at(0), recorded(change));
    EXPECT_EQ(contents.rows, change.rows);
    return {};
  };
  EXPECT_TRUE(store_->each_subject(see));
  EXPECT_EQ(store_->balances({}).error().code, ErrorCode::overflow);
}

TEST_P(AnyStore, MoreThanAStoreCanTakeIsRefused) {
  Part change = settlement(file_, 0, "k1");
  change.past = std::string((64U << 20U) + 1, 'x');
  EXPECT_EQ(store_->write(change).error().code, ErrorCode::overflow);
  change = settlement(file_, 0, std::string(2'001, 'k'));
  EXPECT_EQ(store_->write(change).error().code, ErrorCode::overflow);
  EXPECT_EQ(store_->counts()->events, 0);
}

TEST_P(AnyStore, PacksGetANumberForGood) {
  const std::string archive("tar\0\xFF\x01", 6);
  const auto one = store_->put_policy("digest-1", archive);
  const auto two = store_->put_policy("digest-2", "");
  ASSERT_TRUE(one && two);
  EXPECT_NE(*one, *two);
  EXPECT_EQ(*store_->put_policy("digest-1", "something else"), *one);
  EXPECT_EQ(store_->policy(*one)->archive, archive);
  EXPECT_EQ(store_->policy(*one)->digest, "digest-1");
  EXPECT_EQ(store_->policy(*two)->archive, "");
  EXPECT_EQ(store_->policy(999).error().code, ErrorCode::not_found);
}

TEST_P(AnyStore, SettingsAreOverwritten) {
  EXPECT_EQ(store_->setting("drafts").value(), std::nullopt);
  EXPECT_TRUE(store_->set("drafts", "on"));
  EXPECT_EQ(store_->setting("drafts").value(), "on");
  EXPECT_TRUE(store_->set("drafts", ""));
  EXPECT_EQ(store_->setting("drafts").value(), "");
}

}  // namespace
}  // namespace yidan::store::testing
