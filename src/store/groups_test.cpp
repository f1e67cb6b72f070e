#include "store/groups.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

#include <gtest/gtest.h>

#include "store/test_support.h"

namespace yidan::store {
namespace {

struct Job {
  int kind = 0;
  bool done = false;
};

bool all_join(const std::vector<Job*>&, const Job&) { return true; }

TEST(Groups, AJobThatComesAloneIsDoneAtOnce) {
  Groups<Job> groups(1);
  Job job;
  groups.run(job, all_join, [](const std::vector<Job*>& group) {
    ASSERT_EQ(group.size(), 1U);
    group[0]->done = true;
  });
  EXPECT_TRUE(job.done);
}

TEST(Groups, EveryJobIsDoneOnceByNoMoreLeadersThanAllowed) {
  for (const int leaders : {1, 3}) {
    Groups<Job> groups(leaders);
    std::atomic<int> at_work = 0;
    std::atomic<int> most_at_work = 0;
    std::atomic<int> done = 0;
    std::atomic<int> groups_done = 0;
    testing::on_threads(12, [&](int) {
      for (int i = 0; i < 200; ++i) {
        Job job;
        groups.run(job, all_join, [&](const std::vector<Job*>& group) {
          const int now_at_work = ++at_work;
          most_at_work = std::max(most_at_work.load(), now_at_work);
          std::this_thread::sleep_for(std::chrono::microseconds(50));
          for (Job* each : group) {
            EXPECT_FALSE(each->done);
            each->done = true;
          }
          done += static_cast<int>(group.size());
          ++groups_done;
          --at_work;
        });
        EXPECT_TRUE(job.done);
      }
    });
    EXPECT_EQ(done, 2'400);
    EXPECT_LE(most_at_work, leaders);
    EXPECT_LT(groups_done, 2'400) << "some were done together";
  }
}

TEST(Groups, NobodyLeadsForLong) {
  Groups<Job> groups(1);
  std::atomic<int> longest = 0;
  testing::on_threads(4, [&](int) {
    for (int i = 0; i < 300; ++i) {
      Job job;
      int led = 0;
      const auto work = [&led](const std::vector<Job*>&) {
        ++led;
        std::this_thread::sleep_for(std::chrono::microseconds(30));
      };
      groups.run(job, all_join, work);
      longest = std::max(longest.load(), led);
    }
  });
  EXPECT_GT(longest, 1) << "who leads goes on";
  EXPECT_LE(longest, 8);
}

TEST(Groups, WhatMayNotJoinIsDoneLater) {
  Groups<Job> groups(1);
  testing::on_threads(8, [&](int thread) {
    for (int i = 0; i < 100; ++i) {
      Job job{.kind = thread % 2};
      const auto alike = [](const std::vector<Job*>& group, const Job& next) { return group[0]->kind == next.kind; };
      groups.run(job, alike, [](const std::vector<Job*>& group) {
        for (Job* each : group) {
          EXPECT_EQ(each->kind, group[0]->kind);
          each->done = true;
        }
      });
      EXPECT_TRUE(job.done);
    }
  });
}

}  // namespace
}  // namespace yidan::store
