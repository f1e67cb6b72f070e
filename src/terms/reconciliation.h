// The closed words of reconciliation: how an entry of a statement stands, in what two statements differ and why, what
// is asked. See word.h.
#pragma once

#include "terms/word.h"

namespace yidan {

// What an entry of a statement says of a settlement.
enum class EntryState : std::uint8_t { settled, taken_back, reversed };
template <>
struct Terms<EntryState> {
  static constexpr std::string_view zh = "对账条目的状态", en = "state of an entry of a statement";
  static constexpr std::array<Word, 3> words{{
      {"settled", "已结算", "settled"},
      {"taken-back", "已撤销", "taken back"},
      {"reversed", "已冲正，如同从未结算", "reversed, as if it had never come"},
  }};
};

// The amounts of an entry.
enum class StatementColumn : std::uint8_t {
  total,
  funds,
  basic,
  civil_servant,
  enterprise,
  catastrophic,
  large_amount,
  assistance,
  account,
  cash,
};
template <>
struct Terms<StatementColumn> {
  static constexpr std::string_view zh = "对账金额", en = "amount of a statement";
  static constexpr std::array<Word, 10> words{{
      {"total", "医疗费总额", "all fees"},
      {"funds", "基金支付合计", "paid by all funds"},
      {"basic", "基本医疗统筹基金", "the pooled fund of basic insurance"},
      {"civil-servant", "公务员医疗补助", "civil servants' subsidy"},
      {"enterprise", "企业补充医疗保险", "enterprises' supplementary insurance"},
      {"catastrophic", "居民大病保险", "residents' catastrophic insurance"},
      {"large-amount", "职工大额医疗费用补助", "employees' large-amount subsidy"},
      {"assistance", "医疗救助", "medical assistance"},
      {"account", "个人账户支付", "paid from personal accounts"},
      {"cash", "个人现金支付", "paid in cash"},
  }};
};

// Why two statements differ in a settlement: `here` is the books, `there` the institution.
enum class DifferenceCause : std::uint8_t { missing_here, missing_there, amount, state };
template <>
struct Terms<DifferenceCause> {
  static constexpr std::string_view zh = "对账差异的原因", en = "cause of a difference";
  static constexpr std::array<Word, 4> words{{
      {"missing-here", "中心没有", "missing in the books"},
      {"missing-there", "机构没有", "missing at the institution"},
      {"amount", "金额不符", "other amounts"},
      {"state", "状态不符", "another state"},
  }};
};

// Whether somebody still has to do something about a difference.
enum class DifferenceStand : std::uint8_t { open, resolved };
template <>
struct Terms<DifferenceStand> {
  static constexpr std::string_view zh = "对账差异的处理", en = "how a difference stands";
  static constexpr std::array<Word, 2> words{{
      {"open", "待处理", "open"},
      {"resolved", "已说明", "resolved"},
  }};
};

// What is asked: to compare a statement, to resolve a difference.
enum class ReconciliationAct : std::uint8_t { reconcile, resolve };
template <>
struct Terms<ReconciliationAct> {
  static constexpr std::string_view zh = "对账事项", en = "act of reconciliation";
  static constexpr std::array<Word, 2> words{{
      {"reconcile", "上报对账单", "tell a statement"},
      {"resolve", "说明差异", "resolve a difference"},
  }};
};

}  // namespace yidan
