// Jobs as the books keep them: what is asked once, whose it is, and what becomes of one that nobody works on any more.

#include "operations/jobs.h"

#include <gtest/gtest.h>

#include "tests/support/counter_desk.h"

namespace yidan {
namespace {

using operations::Caller;
using operations::Job;
using operations::kJobBeat;

constexpr store::Instant kNow = 1'700'000'000'000'000;
constexpr store::Instant kForgotten = 3 * kJobBeat + 1;

class Jobs : public ::testing::Test {
 protected:
  Caller by(const std::string& user, Role role = Role::policy) {
    Caller caller(counter_.desk(), user);
    caller.rights = std::make_shared<const access::Rights>(access::Rights{.user = user, .roles = {role}});
    return caller;
  }
  Job asked(const Caller& caller, const std::string& key, const std::string& what = "{}") {
    const auto job = ask_for_job(caller, JobKind::audit, {.is_of_pool = false}, what, key, kNow);
    EXPECT_TRUE(job) << job.error().message.en;
    return job ? job->job : Job{};
  }
  JobState state(const Caller& caller, const Job& job, store::Instant now) {
    const auto found = job_of(caller, job.id, now);
    EXPECT_TRUE(found);
    return found ? found->state : JobState::waiting;
  }

  testing::Counter counter_;
};

TEST_F(Jobs, AreAskedForOnce) {
  const Caller caller = by("one");
  const Job first = asked(caller, "k");
  EXPECT_EQ(asked(caller, "k").id, first.id);
  EXPECT_NE(asked(by("other"), "k").id, first.id) << "a key is the user's own";
  const auto otherwise =
      ask_for_job(caller, JobKind::audit, {.is_of_pool = false}, R"({"on":"2023-01-01"})", "k", kNow);
  ASSERT_FALSE(otherwise);
  EXPECT_EQ(otherwise.error().code, ErrorCode::conflict);
}

TEST_F(Jobs, ThatNobodyWorksOnAreBrokenOff) {
  const Caller caller = by("one");
  Job job = asked(caller, "k");
  EXPECT_EQ(state(caller, job, kNow + kForgotten - 1), JobState::waiting);
  EXPECT_EQ(state(caller, job, kNow + kForgotten), JobState::broken_off);
  job.state = JobState::running;
  EXPECT_EQ(write_job(counter_.desk(), job, {}, kNow + kForgotten), true) << "who works on it says so";
  EXPECT_EQ(state(caller, job, kNow + 2 * kForgotten - 1), JobState::running);
  job.state = JobState::done;
  EXPECT_EQ(write_job(counter_.desk(), job, "[]", kNow), true);
  EXPECT_EQ(state(caller, job, kNow + 100 * kForgotten), JobState::done);
  EXPECT_EQ(result_of_job(caller, job.id, kNow), "[]");
}

TEST_F(Jobs, ThatWereCancelledHaveNoResult) {
  const Caller caller = by("one");
  Job job = asked(caller, "k");
  ASSERT_TRUE(cancel_job(caller, job.id, kNow));
  job.state = JobState::done;
  EXPECT_EQ(write_job(counter_.desk(), job, "[]", kNow), false) << "who works on it learns of it";
  EXPECT_EQ(state(caller, job, kNow), JobState::cancelled);
  EXPECT_EQ(result_of_job(caller, job.id, kNow).error().code, ErrorCode::not_permitted);
}

TEST_F(Jobs, AreNobodyElses) {
  const Job job = asked(by("one"), "k");
  EXPECT_EQ(job_of(by("two"), job.id, kNow).error().code, ErrorCode::not_found);
  EXPECT_EQ(cancel_job(by("two"), job.id, kNow).error().code, ErrorCode::not_found);
  EXPECT_TRUE(job_of(by("root", Role::administrator), job.id, kNow)) << "who watches the system sees that it is there";
  EXPECT_EQ(result_of_job(by("root", Role::administrator), job.id, kNow).error().code, ErrorCode::not_found);
  EXPECT_EQ(job_of(by("w", Role::window), job.id, kNow).error().code, ErrorCode::forbidden);
}

TEST_F(Jobs, AreVerifiedLikeAllThatIsKept) {
  (void)asked(by("one"), "k");
  const auto verified = counter_.verified();
  EXPECT_FALSE(verified.difference);
  EXPECT_EQ(verified.counts.decisions, 0) << "a job is no decision";
}

}  // namespace
}  // namespace yidan
