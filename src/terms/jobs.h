// The closed words of jobs: work that takes longer than a request. See word.h.
#pragma once

#include "terms/access.h"
#include "terms/word.h"

namespace yidan {

// What is worked on.
enum class JobKind : std::uint8_t { audit, proof, cost, elsewhere, reconciliation, verification };

// What the progress of a job counts.
enum class JobUnit : std::uint8_t { pools, situations, persons, statements };

template <>
struct Terms<JobUnit> {
  static constexpr std::string_view zh = "进度单位", en = "what progress counts";
  static constexpr std::array<Word, 4> words{{
      {"pools", "统筹区", "pools"},
      {"situations", "情形", "situations"},
      {"persons", "人", "persons"},
      {"statements", "份对账单", "statements"},
  }};
};

struct JobTraits {
  Deed deed;  // what whoever asks for it must be allowed to do, beside running jobs at all
  JobUnit counts;
};

template <>
struct Terms<JobKind> {
  static constexpr std::string_view zh = "作业", en = "job";
  static constexpr std::array<Word, 6> words{{
      {"audit", "对照省清单核查", "pools held against the bounds of the list"},
      {"proof", "证明政策的性质", "properties of the policy proved or refuted"},
      {"cost", "草案的基金影响", "what a draft would cost"},
      {"elsewhere", "账册中的异地就医", "care elsewhere in the books"},
      {"reconciliation", "日终对账", "reconciliation, the close of a day"},
      {"verification", "核对账册", "the books made again from their events"},
  }};
  static constexpr std::array<JobTraits, 6> traits{{
      {Deed::see_policy, JobUnit::pools},
      {Deed::see_policy, JobUnit::situations},
      {Deed::decide, JobUnit::persons},
      {Deed::see_bills, JobUnit::persons},
      {Deed::see_reconciliation, JobUnit::statements},
      {Deed::see_operation, JobUnit::persons},
  }};
};

enum class JobState : std::uint8_t { waiting, running, done, failed, cancelled, broken_off };

template <>
struct Terms<JobState> {
  static constexpr std::string_view zh = "作业状态", en = "state of a job";
  static constexpr std::array<Word, 6> words{{
      {"waiting", "等待", "waits for its turn"},
      {"running", "进行中", "is worked on"},
      {"done", "完成", "done: its result is there"},
      {"failed", "失败", "could not be done"},
      {"cancelled", "已取消", "cancelled"},
      {"broken-off", "中断：服务已停止", "broken off: the service ended"},
  }};
  // Whether nothing happens to it any more.
  static constexpr std::array<bool, 6> traits{{false, false, true, true, true, true}};
};

}  // namespace yidan
