// The closed words of tasks: by what a task is closed, and how it stands. See word.h.
#pragma once

#include "terms/word.h"

namespace yidan {

// What closes a task: somebody's document, or a question to packs, books and registers that is asked again each time.
enum class ClosedBy : std::uint8_t { document, bounds, values, rules, check, schedule, gate, nothing };
template <>
struct Terms<ClosedBy> {
  static constexpr std::string_view zh = "销号依据", en = "what closes a task";
  static constexpr std::array<Word, 8> words{{
      {"document", "文件", "a document"},
      {"bounds", "清单核查", "the audit"},
      {"values", "逐项核查", "each value that the audit finds"},
      {"rules", "本市规定", "rules of the city"},
      {"check", "登记册核查", "a check of a register"},
      {"schedule", "倒排工期", "the backward schedules"},
      {"gate", "上线关口", "the gate"},
      {"nothing", "不设销号", "nothing"},
  }};
};

// How a task stands on a day.
enum class TaskState : std::uint8_t { open, done, done_late, overdue, continuous };
template <>
struct Terms<TaskState> {
  static constexpr std::string_view zh = "任务状态", en = "how a task stands";
  static constexpr std::array<Word, 5> words{{
      {"open", "进行中", "open"},
      {"done", "按期完成", "done"},
      {"done-late", "逾期完成", "done late"},
      {"overdue", "逾期未完成", "overdue"},
      {"continuous", "长期任务", "continuous"},
  }};
};

}  // namespace yidan
