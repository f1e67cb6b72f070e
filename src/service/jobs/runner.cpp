#include "service/jobs/runner.h"

#include <sys/resource.h>

namespace yidan::service {
namespace {

using operations::Job;

constexpr std::size_t kMostWaitingJobs = 100;

Error has_been_ended(std::string zh, std::string en) {
  return {ErrorCode::unavailable, {std::move(zh), std::move(en)}, {}};
}

}  // namespace

JobRunner::JobRunner(operations::Desk& desk, std::function<Instant()> clock)
    : desk_(desk), clock_(std::move(clock)), thread_([this](const std::stop_token& stop) { run(stop); }) {}

JobRunner::~JobRunner() {
  thread_.request_stop();
  thread_.join();
  end_all();
}

Result<void> JobRunner::has_room() {
  const std::scoped_lock lock(mutex_);
  if (waiting_.size() < kMostWaitingJobs) return {};
  return std::unexpected(Error{
      ErrorCode::unavailable, {"等待的作业过多：请稍后再申请", "too many jobs are waiting: ask for it later"}, {}});
}

void JobRunner::take(Job job, Work work) {
  {
    const std::scoped_lock lock(mutex_);
    waiting_.push_back({std::move(job), std::move(work)});
  }
  came_.notify_one();
}

void JobRunner::freshen(Job& job) {
  const std::scoped_lock lock(mutex_);
  if (job.id != running_ || job.has_ended()) return;
  job.state = JobState::running;
  job.done = done_;
  job.of = of_;
}

void JobRunner::stop(const std::string& id) {
  const std::scoped_lock lock(mutex_);
  if (id == running_) is_cancelled_ = true;
  std::erase_if(waiting_, [&](const Taken& each) { return each.job.id == id; });
}

void JobRunner::run(const std::stop_token& stop) {
  // Whoever stands at a counter comes first: on Linux this is the thread's own.
  constexpr int yields = 10;
  ::setpriority(PRIO_PROCESS, 0, yields);
  while (!stop.stop_requested()) {
    std::unique_lock lock(mutex_);
    if (!came_.wait(lock, stop, [this] { return !waiting_.empty(); })) return;
    Taken taken = std::move(waiting_.front());
    waiting_.pop_front();
    running_ = taken.job.id;
    done_ = of_ = 0;
    is_cancelled_ = false;
    lock.unlock();
    do_one(std::move(taken), stop);
    lock.lock();
    running_.clear();
  }
}

void JobRunner::do_one(Taken taken, const std::stop_token& stop) {
  Job& job = taken.job;
  job.state = JobState::running;
  const auto begun = write_job(desk_, job, {}, clock_());
  if (!begun || !*begun) return;  // cancelled; or the books are away, and it counts as broken off in a while
  const auto count = [&](std::int64_t done) {
    const std::scoped_lock lock(mutex_);
    job.done = done_ = done;
    job.of = of_;
  };
  const Going going{.expect =
                        [&](std::int64_t of) {
                          const std::scoped_lock lock(mutex_);
                          of_ = of;
                        },
                    .go_on = [&](std::int64_t done) -> Result<void> {
                      count(done);
                      if (stop.stop_requested())
                        return std::unexpected(has_been_ended("服务已停止", "the service ended"));
                      if (clock_() - job.touched >= operations::kJobBeat && !say_so(job)) is_cancelled_ = true;
                      if (is_cancelled_) return std::unexpected(has_been_ended("作业已取消", "the job was cancelled"));
                      return {};
                    }};
  auto result = taken.work(going);
  if (is_cancelled_) return;
  if (result) {
    job.state = JobState::done;
  } else if (stop.stop_requested()) {
    job.state = JobState::broken_off;
  } else {
    job.state = JobState::failed;
    job.error = std::move(result.error());
  }
  // Where the books take nothing any more it counts as broken off after a while.
  (void)write_job(desk_, job, result ? std::move(*result) : std::string(), clock_());
}

bool JobRunner::say_so(Job& job) {
  {
    const std::scoped_lock lock(mutex_);
    for (Taken& each : waiting_) (void)write_job(desk_, each.job, {}, clock_());
  }
  const auto written = write_job(desk_, job, {}, clock_());
  return !written || *written;
}

void JobRunner::end_all() {
  for (Taken& each : waiting_) {
    each.job.state = JobState::broken_off;
    (void)write_job(desk_, each.job, {}, clock_());
  }
}

}  // namespace yidan::service
