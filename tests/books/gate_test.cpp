// What books with a gate promise beside the cases of decisions: packs that were planted do not pass, what is in force
// goes on when other packs are at hand, and books without a gate say so.

#include <sstream>

#include <gtest/gtest.h>

#include "base/temporary_folder.h"
#include "operations/decision_part.h"
#include "operations/decisions.h"
#include "policy/load.h"
#include "store/backup.h"
#include "tests/support/counter_desk.h"

namespace yidan::testing {
namespace {

using operations::Caller;
using operations::Desk;

std::unique_ptr<store::Store> new_store(const std::string& url = "memory:") {
  auto opened = store::open(url, store::Access::create, counting_clock());
  if (!opened) throw std::runtime_error(opened.error().message.en);
  return std::move(*opened);
}

// A desk with a gate.
std::unique_ptr<Desk> desk_at(store::Store& store, const policy::Policy& policy, const policy::Source& packs) {
  auto desk = Desk::open(store, policy, packs, "test", Desk::Purpose::writing);
  if (!desk) throw std::runtime_error(desk.error().message.en);
  return std::move(*desk);
}

Date day_of_gate() { return *Date::of(2024, 1, 1); }

// The shipped packs with a file in the place of another.
struct Changed {
  policy::Source packs = shipped_packs();
  policy::Policy policy;

  Changed(const std::string& file, std::string_view old, const std::string& text) {
    std::string& content = packs.files.at(file);
    const std::size_t at = content.find(old);
    if (at == std::string::npos) throw std::runtime_error(file + " has no such text");
    content.replace(at, old.size(), text);
    auto loaded = policy::load_policy(packs);
    if (!loaded) throw std::runtime_error(to_text(loaded.error().front(), Language::en));
    policy = std::move(*loaded);
  }
};

Said ask(Desk& desk, const std::string& text) {
  const auto asking = operations::read_asking(text, 1, shipped_policy());
  if (!asking.requests) return said(Result<operations::Answer>(std::unexpected(asking.requests.error())));
  if (asking.decision) return said(operations::perform(Caller(desk), *asking.decision));
  return said(operations::perform(desk, asking.requests->front()));
}

std::string facts(const std::string& pool, const std::string& key) {
  return R"({"format":"yidan.request/1","key":")" + key + R"(","pool":")" + pool +
         R"(","person":"P","do":"facts","facts":{"person":{}}})";
}

// RZ-3.4-b: shipped packs pass in every city on every day on which something changes.
TEST(Gate, RZ_3_4_b_LetsTheShippedPacksPass) {
  const auto store = new_store();
  const auto desk = desk_at(*store, shipped_policy(), shipped_packs());
  const auto adopted = operations::adopt_all(*desk, day_of_gate());
  ASSERT_EQ(adopted.size(), 5U);
  for (const auto& each : adopted) EXPECT_TRUE(each.answer) << each.answer.error().message.en;
  EXPECT_TRUE(operations::adopt_all(*desk, day_of_gate()).empty()) << "what is in force is not adopted again";
  EXPECT_TRUE(ask(*desk, facts("370600", "k1")).done);
}

// One deviation of each of four kinds, each in one city: that city alone is refused, and what is wrong is named.
TEST(Gate, RZ_3_4_b_RefusesPlantedDeviationsInTheirCityAlone) {
  struct Planted {
    const char* file;
    const char* old;
    const char* text;
    std::int32_t pool;
    const char* clause;
  };
  for (const Planted& planted :
       {Planted{"371700-heze/resident-outpatient/ratio.yaml", "\"50%\"", "\"45%\"", 371700, "SD20-2.3.3.3-a"},
        Planted{"371700-heze/resident-outpatient/cap.yaml", "\"200.00\"", "\"150.00\"", 371700, "SD20-2.3.3.3-b"},
        Planted{"370600-yantai/employee-outpatient/deductible.yaml", "\"800.00\"", "\"1800.00\"", 370600,
                "SD20-2.3.2.3-b"}}) {
    const Changed changed(planted.file, planted.old, planted.text);
    const auto store = new_store();
    const auto desk = desk_at(*store, changed.policy, changed.packs);
    int refused = 0;
    for (const auto& each : operations::adopt_all(*desk, day_of_gate())) {
      if (each.answer) continue;
      ++refused;
      EXPECT_EQ(each.pool.code(), planted.pool);
      EXPECT_NE(each.answer.error().message.en.find(planted.clause), std::string::npos)
          << each.answer.error().message.en;
      EXPECT_NE(each.answer.error().message.zh.find("RZ-3.4-b"), std::string::npos) << each.answer.error().message.zh;
    }
    EXPECT_EQ(refused, 1) << planted.file;
    const Said nothing = ask(*desk, facts(std::to_string(planted.pool), "k1"));
    EXPECT_EQ(nothing.error, ErrorCode::not_permitted) << nothing.text;
    EXPECT_TRUE(ask(*desk, facts("371300", "k2")).done);
  }
}

// SD20-2.1.2.2-b: a bureau's row for the fixed subsidy is a finding unless its document cites the government's.
TEST(Gate, SD20_2_1_2_2_b_ARowRestsOnTheGovernmentsDocument) {
  const Date day = *Date::of(2022, 6, 1);
  const auto found = [&](const policy::Policy& policy, const policy::Source& packs) {
    const auto rules = policy::read_decision_rules(packs);
    return decisions::checks_of_packs(*policy.find(Region(371700)), rules, day);
  };
  EXPECT_TRUE(found(shipped_policy(), shipped_packs()).empty());
  const Changed changed("clauses/documents.yaml",
                        "    cites: [{number: 菏政办发〔2016〕17号, issuer: city-government}]\n", "");
  const auto checks = found(changed.policy, changed.packs);
  ASSERT_EQ(checks.size(), 1U);
  EXPECT_EQ(checks.front().grade, Grade::warn);
  EXPECT_EQ(checks.front().clauses.front(), "SD20-2.1.2.2-b");
}

// SD20-2.3.4.3-b: Jining's own ratio of tilted assistance.
TEST(Gate, SD20_2_3_4_3_b_JiningsRatioIsAFinding) {
  const auto rules = policy::read_decision_rules(shipped_packs());
  const auto checks = decisions::checks_of_packs(shipped_pool(370800), rules, *Date::of(2023, 6, 1));
  ASSERT_FALSE(checks.empty());
  EXPECT_EQ(checks.front().clauses.front(), "SD20-2.3.4.3-b");
  for (const auto& check : checks) EXPECT_EQ(check.grade, Grade::warn) << check.text.en;
}

TEST(Gate, ACopyOfTheBooksHasItToo) {
  const TemporaryFolder folder;
  const auto store = new_store("sqlite:" + folder.in("books.db"));
  auto desk = desk_at(*store, shipped_policy(), shipped_packs());
  for (const auto& each : operations::adopt_all(*desk, day_of_gate())) ASSERT_TRUE(each.answer);
  // Opened again, by packs that say something else of Heze: its own go on, those of the others are the same.
  const Changed changed("371700-heze/resident-outpatient/ratio.yaml", "\"50%\"", "\"55%\"");
  const auto later = desk_at(*store, changed.policy, changed.packs);
  const auto heze = later->packs_for(371700, *Date::of(2023, 1, 1));
  ASSERT_TRUE(heze) << heze.error().message.en;
  EXPECT_EQ(heze->digest, desk->packs().digest);
  EXPECT_EQ(later->packs_for(371300, *Date::of(2023, 1, 1))->digest, later->packs().digest);
  EXPECT_FALSE(later->packs_for(371700, *Date::of(1899, 12, 31)));
}

constexpr const char* kRegistered =
    R"({"format":"yidan.request/1","key":"d1","pool":"371300","do":"decide","decision":{"id":"linyi-1",)"
    R"("kind":"adjustment","issuers":["bureau","finance"],"parameters":["large-amount.cap"],)"
    R"("issued":"2022-11-20","from":"2023-01-01"}})";
constexpr const char* kFiled =
    R"({"format":"yidan.request/1","key":"d2","pool":"371300","do":"file","decision":"linyi-1",)"
    R"("filing":{"number":"N1","filed":"2022-12-01"}})";

// A backup, restored elsewhere: what is in force, the decision and its filing; and all of it is proved there.
TEST(Gate, ABackupCarriesDecisionsFilingsAndWhatIsInForce) {
  const auto store = new_store();
  const auto desk = desk_at(*store, shipped_policy(), shipped_packs());
  for (const auto& each : operations::adopt_all(*desk, day_of_gate())) ASSERT_TRUE(each.answer);
  ASSERT_TRUE(ask(*desk, kRegistered).done);
  ASSERT_TRUE(ask(*desk, kFiled).done);
  std::stringstream backup;
  const auto sink = [&](std::string_view part) -> Result<void> {
    backup << part;
    return {};
  };
  ASSERT_TRUE(store::back_up(*store, operations::kSettings, sink, always));
  const auto copy = new_store();
  ASSERT_TRUE(store::restore(*copy, backup, books::upgraded, always));
  const auto there = desk_at(*copy, shipped_policy(), shipped_packs());
  EXPECT_TRUE(there->packs_for(371700, *Date::of(2023, 1, 1)));
  const auto kept = operations::decision_of(*there, Region(371300), "linyi-1");
  ASSERT_TRUE(kept) << kept.error().message.en;
  EXPECT_EQ(kept->decision.state(), "filed");
  ASSERT_EQ(kept->decision.filings.size(), 1U);
  const auto verified = operations::verify(*there, always);
  ASSERT_TRUE(verified) << verified.error().message.en;
  EXPECT_FALSE(verified->difference) << verified->difference->what.en;
  EXPECT_EQ(verified->counts.decisions, 7);
  // The number of the filing is used there, too.
  EXPECT_TRUE(ask(*there, kFiled).again);
}

TEST(Gate, WhatIsChangedInADecisionIsSeen) {
  const auto store = new_store();
  const auto desk = desk_at(*store, shipped_policy(), shipped_packs());
  ASSERT_TRUE(ask(*desk, kRegistered).done);
  ASSERT_TRUE(ask(*desk, kFiled).done);
  int seen = 0;
  const auto walked = store->each_subject([&](const store::SubjectContents& kept) -> Result<void> {
    EXPECT_FALSE(*operations::difference_of(kept)) << kept.subject.kind;
    store::SubjectContents changed = kept;
    changed.rows.front().state = "in-force";
    EXPECT_TRUE(*operations::difference_of(changed)) << "a row";
    changed = kept;
    changed.state.past = "[]";
    EXPECT_TRUE(*operations::difference_of(changed)) << "the state";
    changed = kept;
    changed.events.front().documents.clear();
    EXPECT_FALSE(operations::difference_of(changed)) << "an outcome that is lost";
    ++seen;
    return {};
  });
  ASSERT_TRUE(walked);
  EXPECT_EQ(seen, 2);
}

// Two at once: what was decided on an older state is not written.
TEST(Gate, ADecisionIsNotFiledTwiceByTwoDesks) {
  const auto store = new_store();
  const auto one = desk_at(*store, shipped_policy(), shipped_packs());
  const auto other = desk_at(*store, shipped_policy(), shipped_packs());
  ASSERT_TRUE(ask(*one, kRegistered).done);
  ASSERT_TRUE(ask(*other, kFiled).done);
  const Said again = ask(*one, R"({"format":"yidan.request/1","key":"d3","pool":"371300","do":"file",)"
                               R"("decision":"linyi-1","filing":{"number":"N2","filed":"2022-12-02"}})");
  EXPECT_EQ(again.error, ErrorCode::conflict) << again.text;
}

TEST(Gate, BooksWithoutOneSayItInEveryAnswer) {
  const auto store = new_store();
  const auto desk = desk_at(*store, shipped_policy(), shipped_packs());
  EXPECT_FALSE(ask(*desk, facts("370600", "k1")).done);
  ASSERT_TRUE(desk->remove_gate());
  const Said done = ask(*desk, facts("370600", "k1"));
  EXPECT_TRUE(done.text.ends_with(R"(,"ungated":true})")) << done.text;
  EXPECT_TRUE(ask(*desk, facts("370600", "k1")).text.ends_with(R"(,"ungated":true})"));
  const auto again = desk_at(*store, shipped_policy(), shipped_packs());
  EXPECT_TRUE(again->is_ungated());
}

}  // namespace
}  // namespace yidan::testing
