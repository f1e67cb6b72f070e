// Tasks of the packs, with the evidence of books: what is due, overdue, done late; who leads.
#include "operations/tasks.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "policy/decision_rules.h"
#include "policy/load.h"
#include "tests/support/counter_desk.h"

namespace yidan::testing {
namespace {

class TaskDesk : public ::testing::Test {
 protected:
  TaskDesk() {
    auto opened = store::open("memory:", store::Access::create, counting_clock());
    store_ = std::move(*opened);
    desk_ = open_desk(*store_);
  }

  Said hand_in(Region pool, const std::string& rest) {
    const std::string text = R"({"format":"yidan.request/1","pool":")" + to_text(pool) + R"(","key":"k)" +
                             std::to_string(++key_) + "\"," + rest + "}";
    const auto asking = operations::read_asking(text, 1, shipped_policy());
    if (!asking.requests) return said(Result<operations::Answer>(std::unexpected(asking.requests.error())));
    if (!asking.entry) return said(operations::perform(*desk_, asking.requests->front()));
    return said(operations::perform(*desk_, *asking.entry));
  }

  // How a task of a city stands on a day.
  tasks::TaskStanding standing(Region city, const std::string& id, const std::string& on) {
    const policy::Pool* pool = shipped_policy().find(city);
    operations::RegisterBook book(*desk_, city);
    operations::TaskEvidence evidence(book);
    static const policy::Tasks kTasks = policy::read_tasks(shipped_packs());
    const auto all = standing_of(shipped_policy(), *pool, kTasks, evidence, *parse_date(on));
    if (!all) throw std::runtime_error(all.error().message.en);
    const auto found = std::ranges::find(*all, id, [](const tasks::TaskStanding& each) { return each.task->id; });
    if (found == all->end()) throw std::runtime_error("no task " + id);
    return *found;
  }

  void give_evidence(Region city, const std::string& id, const std::string& day) {
    const Said planned = hand_in(
        city, R"("do":"open","register":"task","entry":")" + id + R"(","on":"2019-12-01","by":"policy","fields":{})");
    ASSERT_TRUE(planned.done) << planned.text;
    const Said closed =
        hand_in(city, R"("do":"move","register":"task","entry":")" + id + R"(","move":"close","on":")" + day +
                          R"(","by":"policy","fields":{"document":"文件","document_day":")" + day + "\"}");
    ASSERT_TRUE(closed.done) << closed.text;
  }

  std::unique_ptr<store::Store> store_;
  std::unique_ptr<operations::Desk> desk_;
  int key_ = 0;
};

constexpr Region kRizhao(371100);

TEST_F(TaskDesk, RZ_3_2_e_IsDueAtTheEndOf2022AndOverdueADayLater) {
  const auto before = standing(kRizhao, "RZ-3.2-e", "2022-11-01");
  EXPECT_EQ(before.state, TaskState::open);
  EXPECT_EQ(before.days, 60);
  const auto last_day = standing(kRizhao, "RZ-3.2-e", "2022-12-31");
  EXPECT_EQ(last_day.state, TaskState::open);
  EXPECT_EQ(last_day.days, 0);
  const auto after = standing(kRizhao, "RZ-3.2-e", "2023-01-01");
  EXPECT_EQ(after.state, TaskState::overdue);
  EXPECT_EQ(after.days, 1);
  EXPECT_FALSE(after.missing.empty()) << "Rizhao has no employee-outpatient of its own";
}

TEST_F(TaskDesk, RZ_1_3_1_a_WasOverdueWhenThePlanWasIssued) {
  const auto open = standing(kRizhao, "RZ-1.3.1-a", "2022-02-28");
  EXPECT_EQ(open.state, TaskState::overdue);
  EXPECT_EQ(open.days, 59);
  give_evidence(kRizhao, "RZ-1.3.1-a", "2021-12-31");
  EXPECT_EQ(standing(kRizhao, "RZ-1.3.1-a", "2022-02-28").state, TaskState::done);
}

TEST_F(TaskDesk, RZ_T_02_IsDoneOnTheDay) {
  give_evidence(kRizhao, "RZ-T-02", "2022-02-28");
  const auto done = standing(kRizhao, "RZ-T-02", "2022-03-01");
  EXPECT_EQ(done.state, TaskState::done);
  EXPECT_EQ(done.days, 0);
}

TEST_F(TaskDesk, LY_4_1_a_IsDoneLate) {
  give_evidence(Region(371300), "LY-4.1-a", "2020-01-15");
  const auto done = standing(Region(371300), "LY-4.1-a", "2020-02-01");
  EXPECT_EQ(done.state, TaskState::done_late);
  EXPECT_EQ(done.days, 14);
}

TEST_F(TaskDesk, RZ_T_03_HasTheLegalEndBesideTheDayOfItsTable) {
  const auto task = standing(kRizhao, "RZ-T-03", "2022-03-01");
  EXPECT_EQ(to_text(*task.task->due), "2022-03-31");
  EXPECT_EQ(to_text(*task.task->legal_end), "2022-12-31");
}

TEST_F(TaskDesk, RZ_1_3_1_b_IsClosedByTheFirstBillThroughTheInterface) {
  const auto act = [&](const std::string& rest) {
    const Said done = hand_in(kRizhao, rest);
    EXPECT_TRUE(done.done) << done.text;
  };
  EXPECT_EQ(standing(kRizhao, "RZ-1.3.1-b", "2021-12-31").state, TaskState::open);
  EXPECT_EQ(standing(kRizhao, "RZ-1.3.1-b", "2022-01-01").days, 1);
  act(R"("person":"P1","do":"facts","facts":{"person":{"coverage":[)"
      R"({"scheme":"employee","status":"active","from":"2010-01-01"}]}})");
  act(R"("person":"P1","do":"settle","encounter":{"id":"E1","care":"inpatient","date":"2022-03-10",)"
      R"("admitted":"2022-03-01","provider":{"id":"H1","region":"371102","level":2,"designated":["inpatient"]},)"
      R"("lines":[{"class":"A","amount":"5000.00"}]})");
  const std::string interface = R"("register":"interface","entry":"2305","by":"administrator",)";
  act(R"("do":"open",)" + interface + R"("on":"2022-01-04","fields":{"transaction":"住院结算","direction":"in"})");
  act(R"("do":"move",)" + interface +
      R"("move":"enable","on":"2022-02-01","fields":{"version":"V1.0","enabled_from":"2022-02-01"})");
  EXPECT_EQ(standing(kRizhao, "RZ-1.3.1-b", "2022-03-09").state, TaskState::overdue);
  act(R"("do":"move",)" + interface +
      R"("move":"go-live","on":"2022-03-10","fields":{"first_bill":"H1/E1/2022-03-10"})");
  const auto done = standing(kRizhao, "RZ-1.3.1-b", "2022-06-01");
  EXPECT_EQ(done.state, TaskState::done_late);
  EXPECT_EQ(to_text(*done.closed), "2022-03-10");
  EXPECT_EQ(done.evidence, "check interface/live");
  const Said by_hand = hand_in(
      kRizhao, R"("do":"open","register":"task","entry":"RZ-1.3.1-b","on":"2021-12-31","by":"policy","fields":{})");
  EXPECT_TRUE(by_hand.done) << "a schedule may be told";
}

TEST_F(TaskDesk, RZ_T_01_WantsFourProofs) {
  for (const char* subject : {"codes", "exchange", "sharing", "security"}) {
    EXPECT_EQ(standing(kRizhao, "RZ-T-01", "2021-12-31").state, TaskState::open) << subject;
    const Said done = hand_in(kRizhao, std::string(R"("do":"open","register":"platform-check","entry":")") + subject +
                                           R"(","on":"2021-12-20","by":"supervisor","fields":{"subject":")" + subject +
                                           R"(","document":"报告","document_day":"2021-12-20"})");
    EXPECT_TRUE(done.done) << done.text;
  }
  EXPECT_EQ(standing(kRizhao, "RZ-T-01", "2021-12-31").state, TaskState::done);
}

TEST_F(TaskDesk, RZ_3_4_a_IsClosedWhenPolicyAndSystemAgreeAndNothingCleanedUpIsRun) {
  const auto act = [&](const std::string& rest) {
    const Said done = hand_in(kRizhao, rest);
    EXPECT_TRUE(done.done) << done.text;
  };
  const std::string cleanup = R"("register":"cleanup","entry":"C1",)";
  EXPECT_EQ(standing(kRizhao, "RZ-3.4-a", "2022-11-01").state, TaskState::overdue);
  act(R"("do":"open",)" + cleanup +
      R"("on":"2022-11-01","by":"policy",)"
      R"("fields":{"policy":"旧名称","policy_day":"2022-11-01","rules":"schemes.aliases"})");
  act(R"("do":"move",)" + cleanup +
      R"("move":"change","on":"2022-11-01","by":"administrator","fields":{"system_day":"2022-11-01"})");
  const auto run = standing(kRizhao, "RZ-3.4-a", "2022-12-31");
  EXPECT_EQ(run.state, TaskState::overdue);
  ASSERT_EQ(run.missing.size(), 1U);
  EXPECT_EQ(run.missing.front().en, "C1: the system still runs it: schemes.aliases");
  const auto done = standing(kRizhao, "RZ-3.4-a", "2023-02-01");
  EXPECT_EQ(done.state, TaskState::done_late);
  EXPECT_EQ(to_text(*done.closed), "2023-01-01");
}

// What is closed by asking is closed by nobody, and opens again when the answer no longer holds.
TEST_F(TaskDesk, RZ_T_15_IsClosedByItsCheckAndOpensAgain) {
  const auto act = [&](const std::string& rest) {
    const Said done = hand_in(kRizhao, rest);
    EXPECT_TRUE(done.done) << done.text;
  };
  const std::string place = R"("do":"open","register":"place","on":"2022-01-01","by":"administrator",)";
  act(place + R"("entry":"T1","fields":{"name":"镇","kind":"township","county":"371102"})");
  act(place + R"("entry":"V1","fields":{"name":"村","kind":"village","county":"371102"})");
  const std::string point = R"("do":"open","register":"point","by":"window",)";
  act(point + R"("entry":"P1","on":"2022-06-01","fields":{"place":"T1","kind":"bank","level":"township"})");
  EXPECT_EQ(standing(kRizhao, "RZ-T-15", "2023-01-01").state, TaskState::overdue);
  act(point + R"("entry":"P2","on":"2023-02-10","fields":{"place":"V1","kind":"clinic","level":"village"})");
  const auto late = standing(kRizhao, "RZ-T-15", "2023-06-01");
  EXPECT_EQ(late.state, TaskState::done_late);
  EXPECT_EQ(to_text(*late.closed), "2023-02-10");
  EXPECT_EQ(late.days, 41);
  act(R"("do":"move","register":"point","entry":"P1","move":"close","on":"2023-07-01","by":"window")");
  EXPECT_EQ(standing(kRizhao, "RZ-T-15", "2023-07-01").state, TaskState::overdue);
  const Said by_hand = hand_in(
      kRizhao, R"("do":"open","register":"task","entry":"RZ-T-15","on":"2023-07-01","by":"policy","fields":{})");
  EXPECT_TRUE(by_hand.done) << "a schedule may be made: " << by_hand.text;
  const Said closed =
      hand_in(kRizhao, R"("do":"move","register":"task","entry":"RZ-T-15","move":"close","on":"2023-07-02",)"
                       R"("by":"policy","fields":{"document":"x","document_day":"2023-07-02"})");
  EXPECT_EQ(closed.error, ErrorCode::not_permitted) << closed.text;
}

TEST_F(TaskDesk, TasksThatNoDocumentSetsAreRefused) {
  const Said unknown =
      hand_in(kRizhao, R"("do":"open","register":"task","entry":"none","on":"2022-01-01","by":"policy","fields":{})");
  EXPECT_EQ(unknown.error, ErrorCode::not_found) << unknown.text;
  // Of another city.
  const Said foreign = hand_in(
      kRizhao, R"("do":"open","register":"task","entry":"LY-4.1-a","on":"2022-01-01","by":"policy","fields":{})");
  EXPECT_EQ(foreign.error, ErrorCode::not_found) << foreign.text;
}

// A dated task that a document closes: open on its day, overdue on the next, done by a document of that day.
class DatedTask : public TaskDesk, public ::testing::WithParamInterface<policy::Task> {};

TEST_P(DatedTask, IsOverdueTheDayAfterUnlessADocumentSaysOtherwise) {
  const policy::Task& task = GetParam();
  const Region city = task.region.code() % 10000 == 0 ? Region(370800) : task.region;
  const std::string due = to_text(*task.due);
  const std::string after = to_text(Date::from_days(task.due->days() + 1));
  EXPECT_EQ(standing(city, task.id, due).state, TaskState::open);
  EXPECT_EQ(standing(city, task.id, after).state, TaskState::overdue);
  EXPECT_EQ(standing(city, task.id, after).days, 1);
  give_evidence(city, task.id, due);
  EXPECT_EQ(standing(city, task.id, after).state, TaskState::done);
}

std::vector<policy::Task> dated_tasks() {
  policy::Tasks all = policy::read_tasks(shipped_packs());
  std::erase_if(all, [](const policy::Task& each) { return !each.due || each.closed_by != ClosedBy::document; });
  return all;
}

INSTANTIATE_TEST_SUITE_P(Shipped, DatedTask, ::testing::ValuesIn(dated_tasks()), [](const auto& task) {
  std::string name = task.param.id;
  std::ranges::replace_if(name, [](char each) { return std::isalnum(static_cast<unsigned char>(each)) == 0; }, '_');
  return name;
});

// One that is closed by asking is never closed for want of an answer: what it asks is there.
TEST(Tasks, EveryQuestionCanBeAsked) {
  const policy::Registers all = policy::read_registers(shipped_packs());
  const std::vector<std::string> parameters = policy::parameter_names(shipped_policy());
  for (const policy::Task& task : policy::read_tasks(shipped_packs())) {
    const Region city = task.region.code() % 10000 == 0 ? Region(370800) : task.region;
    for (const std::string& each : task.of) {
      SCOPED_TRACE(task.id + ": " + each);
      if (task.closed_by == ClosedBy::check) {
        const auto [reg, name] = std::pair{each.substr(0, each.find('/')), each.substr(each.find('/') + 1)};
        const auto definition = register_in(all, reg, city);
        ASSERT_TRUE(definition);
        EXPECT_TRUE(std::ranges::any_of(definition->checks, [&](const auto& check) { return check.name == name; }));
      } else if (task.closed_by == ClosedBy::rules) {
        EXPECT_TRUE(std::ranges::any_of(
            parameters, [&](const std::string& name) { return policy::names_parameter({each}, name); }));
      } else {
        EXPECT_TRUE(std::ranges::any_of(shipped_policy().bounds.rows, [&](const policy::Bound& bound) {
          return std::ranges::find(bound.clauses, each) != bound.clauses.end();
        }));
      }
    }
  }
}

// Every section that bears a mark answers who is responsible; one that bears none says so and inherits nothing.
TEST(Tasks, JN_R_MarksAreAnsweredExactly) {
  const policy::Tasks all = policy::read_tasks(shipped_packs());
  const Region jining(370800);
  const std::vector<std::tuple<std::string, std::string, std::vector<std::string>, std::vector<std::string>, bool>>
      marks{{"二", "JN-R-2", {"医保局"}, {"民政局", "财政局", "乡村振兴局"}, false},
            {"三", "JN-R-3", {"医保局"}, {"民政局", "财政局", "税务局", "乡村振兴局"}, false},
            {"四（一）", "JN-R-4", {"医保局"}, {"财政局"}, false},
            {"四（三）", "JN-R-4.3", {"民政局", "医保局"}, {"财政局", "乡村振兴局"}, false},
            {"五（一）", "JN-R-5", {"医保局"}, {"财政局"}, false},
            {"六", "JN-R-6", {"民政局", "医保局", "乡村振兴局"}, {}, true},
            {"七（一）", "JN-R-7.1", {"医保局"}, {"民政局", "税务局", "乡村振兴局"}, false},
            {"七（二）", "JN-R-7.2", {"民政局", "医保局", "乡村振兴局"}, {}, true},
            {"七（三）", "JN-R-7.3", {"卫生健康委", "医保局"}, {}, true},
            {"八（一）", "JN-R-8.1", {"民政局", "医保局", "乡村振兴局", "济宁银保监分局"}, {}, true},
            {"八（二）", "JN-R-8.2", {"总工会", "民政局", "医保局", "乡村振兴局", "济宁银保监分局"}, {}, true}};
  for (const auto& [section, id, lead, support, shared] : marks) {
    const auto marked = tasks::marked_by(all, jining, section);
    ASSERT_EQ(marked.size(), 1U) << section;
    EXPECT_EQ(marked.front()->id, id);
    EXPECT_EQ(marked.front()->lead, lead) << section;
    EXPECT_EQ(marked.front()->support, support) << section;
    EXPECT_EQ(marked.front()->shared, shared) << section;
  }
  EXPECT_TRUE(tasks::marked_by(all, jining, "四（四）").empty());
}

// What Linyi had laid down in 2019 and what the province prohibits since: more for needy persons in basic insurance,
// and no deductible in catastrophic insurance.
policy::Source over_protecting(const std::string& tilts_until) {
  policy::Source packs = shipped_packs();
  packs.files["371300-linyi/resident-inpatient/tilt-ratio.yaml"] =
      "title: {zh: 困难群众住院加成, en: Points for needy persons}\n"
      "unit: points\nby: [identity]\nvalues:\n"
      "  - {identity: needy, from: 2020-01-01, until: " +
      tilts_until + ", value: \"5\", clauses: [LY-3.3-b], basis: cited}\n";
  packs.files["371300-linyi/catastrophic/deductible.yaml"] =
      "title: {zh: 居民大病保险起付标准, en: Deductible of catastrophic insurance}\n"
      "unit: yuan/year\nkind: threshold\nby: []\nvalues:\n"
      "  - {from: 2020-01-01, until: 2026-01-01, value: \"0.00\", clauses: [LY-3.3-b], basis: cited}\n";
  return packs;
}

std::vector<tasks::TaskStanding> clean_up_of(const policy::Source& packs, operations::Desk& desk,
                                             const std::string& on) {
  const auto policy = policy::load_policy(packs);
  if (!policy) throw std::runtime_error(to_text(policy.error().front(), Language::en));
  const policy::Tasks all = policy::read_tasks(packs);
  operations::RegisterBook book(desk, Region(371300));
  operations::TaskEvidence evidence(book);
  auto standings = standing_of(*policy, *policy->find(Region(371300)), all, evidence, *parse_date(on));
  std::erase_if(*standings, [](const auto& each) { return each.task->id != "SD42-3-k"; });
  for (auto& each : *standings) each.task = nullptr;  // it does not outlive this
  return *standings;
}

TEST_F(TaskDesk, SD42_3_k_IsATaskForEachValueThatWasThereBefore) {
  const auto two = clean_up_of(over_protecting("2026-01-01"), *desk_, "2022-06-01");
  ASSERT_EQ(two.size(), 2U);
  EXPECT_EQ(two[0].state, TaskState::open);
  EXPECT_TRUE(two[0].evidence.starts_with("catastrophic.deductible")) << two[0].evidence;
  EXPECT_EQ(two[1].state, TaskState::open);
  EXPECT_TRUE(two[1].evidence.starts_with("resident-inpatient.tilt-ratio")) << two[1].evidence;
  EXPECT_FALSE(two[1].missing.empty()) << "what the audit says of it";
}

TEST_F(TaskDesk, SD42_3_k_LeavesOneOpenWhenTheOtherWasReplaced) {
  const auto two = clean_up_of(over_protecting("2022-01-01"), *desk_, "2022-06-01");
  ASSERT_EQ(two.size(), 2U);
  EXPECT_EQ(two[0].state, TaskState::open);
  EXPECT_EQ(two[1].state, TaskState::done);
  EXPECT_EQ(two[1].closed, parse_date("2022-01-01").value());
  EXPECT_TRUE(two[1].evidence.starts_with("resident-inpatient.tilt-ratio")) << two[1].evidence;
}

TEST_F(TaskDesk, SD42_3_k_IsDoneWhereNothingWasToBeMended) {
  const auto none = standing(Region(371300), "SD42-3-k", "2022-06-01");
  EXPECT_EQ(none.state, TaskState::done);
  EXPECT_TRUE(none.evidence.empty());
}

}  // namespace
}  // namespace yidan::testing
