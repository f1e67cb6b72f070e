// Group commit: what many threads want is done by a few of them, many jobs at a time, while the others wait.
//
// A thread that brings a job either leads, which is doing all that has gathered in one go, and what has gathered
// meanwhile in the next, or it waits until its job has been done or the lead is passed to it. There is no thread of its
// own: a job that comes alone is done at once by the one who brought it. A thread that waits is woken once.
#pragma once

#include <cstdint>
#include <deque>
#include <mutex>
#include <utility>
#include <vector>

#include <semaphore.h>

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
    Waiting self(job);
    if (!leads_at_once(self)) self.wait();
    if (self.leads) lead(self, joins, work);
  }

 private:
  // One who waits; woken once, when the job has been done, or to lead.
  class Waiting {
   public:
    explicit Waiting(Job& wanted) : job(&wanted) { ::sem_init(&woken_, 0, 0); }
    ~Waiting() { ::sem_destroy(&woken_); }
    Waiting(const Waiting&) = delete;
    Waiting& operator=(const Waiting&) = delete;

    void wait() {
      while (::sem_wait(&woken_) != 0) {
      }
    }
    // The last that may be done with it: it may be gone at once.
    void wake() { ::sem_post(&woken_); }

    Job* job;
    bool leads = false;  // its own job is then the first of what it leads

   private:
    ::sem_t woken_{};
  };

  bool leads_at_once(Waiting& self) {
    const std::scoped_lock lock(mutex_);
    if (leaders_ < most_leaders_) {
      ++leaders_;
      self.leads = true;
    } else {
      queue_.push_back(&self);
    }
    return self.leads;
  }

  struct Party {
    Group group{};
    std::vector<Waiting*> members{};  // those of its jobs' threads who wait
  };

  template <class Joins, class Work>
  void lead(Waiting& self, const Joins& joins, const Work& work) {
    Party party{.group = {self.job}};
    gather(party, joins);
    for (int turn = 1; !party.group.empty(); ++turn) {
      work(party.group);
      Party next;
      if (turn < kMostTurns) gather(next, joins);
      if (next.group.empty()) pass_on();
      for (Waiting* member : party.members) member->wake();
      party = std::move(next);
    }
  }

  // Those who wait and may join.
  template <class Joins>
  void gather(Party& party, const Joins& joins) {
    std::deque<Waiting*> left;
    const std::scoped_lock lock(mutex_);
    for (Waiting* waiting : queue_) {
      if (party.group.empty() || joins(std::as_const(party.group), std::as_const(*waiting->job))) {
        party.members.push_back(waiting);
        party.group.push_back(waiting->job);
      } else {
        left.push_back(waiting);
      }
    }
    queue_.swap(left);
  }

  // To the first of those who wait by now; when there is none, the lead is free.
  void pass_on() {
    Waiting* next = nullptr;
    {
      const std::scoped_lock lock(mutex_);
      if (queue_.empty()) {
        --leaders_;
        return;
      }
      next = queue_.front();
      queue_.pop_front();
    }
    next->leads = true;
    next->wake();
  }

  // For how many groups a thread leads: going on costs nothing where waking another does, but its own caller waits.
  static constexpr int kMostTurns = 8;

  const int most_leaders_;
  std::mutex mutex_;
  int leaders_ = 0;
  std::deque<Waiting*> queue_;
};

}  // namespace yidan::store
