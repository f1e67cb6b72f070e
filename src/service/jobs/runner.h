// Who does the jobs: one thread of this program, one job after the other, so that those who settle are not kept
// waiting.
//
// A job is kept in the books before it comes here; how far it is, and its end, are written there. It can be cancelled
// here and through the books, by another program too. When the service ends, what was not done is broken off.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

#include "operations/jobs.h"
#include "service/jobs/work.h"

namespace yidan::service {

class JobRunner {
 public:
  JobRunner(operations::Desk& desk, std::function<Instant()> clock);
  ~JobRunner();
  JobRunner(const JobRunner&) = delete;
  JobRunner& operator=(const JobRunner&) = delete;

  // Errors: `unavailable`: too many wait.
  [[nodiscard]] Result<void> has_room();
  void take(operations::Job job, Work work);

  // As it is known here, where it is fresher than in the books.
  void freshen(operations::Job& job);
  // It was cancelled in the books: whoever works on it here stops soon.
  void stop(const std::string& id);

 private:
  struct Taken {
    operations::Job job;
    Work work;
  };
  void run(const std::stop_token& stop);
  void do_one(Taken taken, const std::stop_token& stop);
  // Says in the books that what runs and what waits is not forgotten. False: what runs was cancelled.
  [[nodiscard]] bool say_so(operations::Job& job);
  void end_all();

  operations::Desk& desk_;
  std::function<Instant()> clock_;
  std::mutex mutex_;
  std::condition_variable_any came_;
  std::deque<Taken> waiting_;
  // Of what runs: its id, and how far it is.
  std::string running_;
  std::int64_t done_ = 0;
  std::int64_t of_ = 0;
  std::atomic<bool> is_cancelled_ = false;
  std::jthread thread_;  // the last: it uses the others
};

}  // namespace yidan::service
