// Group commit: what many threads want is done by a few of them, many jobs at a time, while the others wait.
//
// A thread that brings a job either leads, which is doing all that has gathered in one go, or waits until its job has
// been done or the lead is passed to it. There is no thread of its own: a job that comes alone is done at once by the
// one who brought it.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <utility>
#include <vector>

namespace yidan::store {

template <class Job>
class Groups {
 public:
  using Group = std::vector<Job*>;

  // At most `leaders` groups are done at once.
  explicit Groups(int leaders) : most_leaders_(leaders) {}

  // Returns when `job` has been done. `joins(group, job)` says whether a job may join those before it; a first one
  // always may. `work(group)` does all of them, and must not throw.
  template <class Joins, class Work>
  void run(Job& job, const Joins& joins, const Work& work) {
    std::unique_lock lock(mutex_);
    Waiting self{&job};
    queue_.push_back(&self);
    if (leaders_ < most_leaders_) {
      ++leaders_;
      self.leads = true;
    }
    while (!self.done) {
      if (self.leads) {
        lead(lock, self, joins, work);
      } else {
        self.wake.wait(lock);
      }
    }
    // The job was done by another while the lead was on its way here.
    if (self.leads) pass_on(self);
  }

 private:
  struct Waiting {
    Job* job = nullptr;
    bool done = false;
    bool leads = false;
    std::condition_variable wake{};
  };

  template <class Joins, class Work>
  void lead(std::unique_lock<std::mutex>& lock, Waiting& self, const Joins& joins, const Work& work) {
    std::vector<Waiting*> members;
    Group group;
    std::deque<Waiting*> left;
    for (Waiting* waiting : queue_) {
      const bool taken = group.empty() || joins(std::as_const(group), std::as_const(*waiting->job));
      if (taken) {
        members.push_back(waiting);
        group.push_back(waiting->job);
      } else {
        left.push_back(waiting);
      }
    }
    queue_.swap(left);

    if (!group.empty()) {
      lock.unlock();
      work(group);
      lock.lock();
    }
    for (Waiting* member : members) {
      member->done = true;
      member->wake.notify_one();
    }
    pass_on(self);
  }

  // Somebody whose job is still waiting leads next; when there is none, the lead is free.
  void pass_on(Waiting& self) {
    self.leads = false;
    for (Waiting* waiting : queue_) {
      if (waiting->leads) continue;
      waiting->leads = true;
      waiting->wake.notify_one();
      return;
    }
    --leaders_;
  }

  const int most_leaders_;
  std::mutex mutex_;
  int leaders_ = 0;
  std::deque<Waiting*> queue_;
};

}  // namespace yidan::store
