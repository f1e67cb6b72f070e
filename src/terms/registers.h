// The closed words of registers: what a field holds, who acts, what is checked. See word.h.
#pragma once

#include "terms/word.h"

namespace yidan {

// What a field of an entry holds.
enum class FieldType : std::uint8_t {
  text,
  number,
  money,
  rate,
  day,
  flag,
  word,
  region,
  clause,
  document,
  entry,
  bill,
  time,
};
template <>
struct Terms<FieldType> {
  static constexpr std::string_view zh = "字段类型", en = "type of a field";
  static constexpr std::array<Word, 13> words{{
      {"text", "文字", "text"},
      {"number", "整数", "a whole number"},
      {"money", "金额", "money"},
      {"rate", "比例", "a rate"},
      {"day", "日期", "a day"},
      {"flag", "是否", "yes or no"},
      {"word", "代码", "one of the field's words"},
      {"region", "区划", "a region"},
      {"clause", "条款", "a clause"},
      {"document", "文件", "a document"},
      {"entry", "登记项", "an entry of a register"},
      {"bill", "结算单", "a bill of the books"},
      {"time", "时刻", "a time of a day"},
  }};
};

// In whose name an entry is opened, amended or moved on.
enum class Role : std::uint8_t {
  institution,
  window,
  designation,
  enrolment,
  assistance,
  fund,
  policy,
  supervisor,
  citizen,
  auditor,
  administrator,
};
template <>
struct Terms<Role> {
  static constexpr std::string_view zh = "岗位", en = "role";
  static constexpr std::array<Word, 11> words{{
      {"institution", "医药机构", "an institution"},
      {"window", "经办窗口", "the window"},
      {"designation", "定点管理", "the office of designation"},
      {"enrolment", "参保管理", "the office of enrolment"},
      {"assistance", "医疗救助", "the office of assistance"},
      {"fund", "基金财务", "the office of the funds"},
      {"policy", "待遇政策", "the office of policy"},
      {"supervisor", "基金监管", "the supervisors"},
      {"citizen", "参保人", "a citizen"},
      {"auditor", "审计", "an auditor"},
      {"administrator", "系统管理", "the administrator"},
  }};
};

// What is done with an entry.
enum class RegisterAct : std::uint8_t { open, amend, move };
template <>
struct Terms<RegisterAct> {
  static constexpr std::string_view zh = "登记办理", en = "act on an entry";
  static constexpr std::array<Word, 3> words{{
      {"open", "登记", "opening"},
      {"amend", "变更", "amendment"},
      {"move", "流转", "moving on"},
  }};
};

// What is checked: of one entry (those before `same`), or of all entries of a pool.
enum class CheckKind : std::uint8_t {
  in_time,
  in_order,
  filled,
  at_least,
  equal,
  unique,
  exists,
  ended,
  within_bill,
  same,
  covered,
  bills,
};
template <>
struct Terms<CheckKind> {
  static constexpr std::string_view zh = "登记核查", en = "check of a register";
  static constexpr std::array<Word, 12> words{{
      {"in-time", "在时限内", "in time"},
      {"in-order", "日期先后", "days in their order"},
      {"filled", "字段齐全", "fields filled"},
      {"at-least", "至少若干", "at least so many"},
      {"equal", "数目相等", "the same number"},
      {"unique", "不重复", "no other like it"},
      {"exists", "另有登记", "another entry is there"},
      {"ended", "系统已停止执行", "no longer run"},
      {"within-bill", "不超出结算单费用", "within the cost of its bill"},
      {"same", "各处一致", "the same everywhere"},
      {"covered", "全部覆盖", "all covered"},
      {"bills", "结算单全部列明", "every bill named"},
  }};
};

// How a time limit counts.
enum class LimitUnit : std::uint8_t { days, working_days, months, hours };
template <>
struct Terms<LimitUnit> {
  static constexpr std::string_view zh = "时限单位", en = "unit of a time limit";
  static constexpr std::array<Word, 4> words{{
      {"days", "日", "days"},
      {"working-days", "个工作日", "working days"},
      {"months", "个月", "months"},
      {"hours", "小时", "hours"},
  }};
};

}  // namespace yidan
