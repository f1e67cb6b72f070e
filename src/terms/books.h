// The closed words of the books: what can happen to a file, the accounts of a fund, the routes between funds.
#pragma once

#include "terms/word.h"

namespace yidan {

// What an event of a person's file says.
enum class EventKind : std::uint8_t { facts, record, settle, correct, reverse, credit, use };
template <>
struct Terms<EventKind> {
  static constexpr std::string_view zh = "事项", en = "kind of event";
  static constexpr std::array<Word, 7> words{{
      {"facts", "登记事实", "facts told"},
      {"record", "登记档案事件", "events of the record told"},
      {"settle", "结算", "settlement"},
      {"correct", "更正费用", "correction of an encounter"},
      {"reverse", "冲正", "reversal"},
      {"credit", "个人账户划入", "credit of the personal account"},
      {"use", "个人账户使用", "use of the personal account"},
  }};
};

// The accounts that every fund may have. A debit is positive, a credit negative.
enum class LedgerAccount : std::uint8_t {
  treasury_deposit,
  subsidy_receivable,
  due_from_fund,
  due_to_fund,
  provider_payable,
  person_payable,
  receipts_held,
  account_liability,
  opening_balance,
  contribution_income,
  benefit_expense,
  premium_subsidy,
  account_credit,
};
template <>
struct Terms<LedgerAccount> {
  static constexpr std::string_view zh = "会计科目", en = "account of the ledger";
  static constexpr std::array<Word, 13> words{{
      {"treasury-deposit", "财政专户存款", "deposit in the fiscal account"},
      {"subsidy-receivable", "应收财政补贴", "government subsidy receivable"},
      {"due-from-fund", "应收其他基金", "due from another fund"},
      {"due-to-fund", "应付其他基金", "due to another fund"},
      {"provider-payable", "应付医疗机构", "payable to providers"},
      {"person-payable", "应付个人", "payable to persons"},
      {"receipts-held", "暂收款", "receipts held"},
      {"account-liability", "个人账户余额", "balances of personal accounts"},
      {"opening-balance", "期初余额", "opening balances"},
      {"contribution-income", "保险费与补贴收入", "contributions and subsidies"},
      {"benefit-expense", "待遇支出", "benefits"},
      {"premium-subsidy", "资助参保支出", "subsidies of premiums"},
      {"account-credit", "个人账户划入支出", "credits to personal accounts"},
  }};
};

// The ways by which money may pass from one fund to another; every other way is refused (K2, LY-3.4-c).
enum class Route : std::uint8_t { premium_subsidy, account_credit };
template <>
struct Terms<Route> {
  static constexpr std::string_view zh = "资金通道", en = "route";
  static constexpr std::array<Word, 2> words{{
      {"premium-subsidy", "资助参保", "subsidy of a premium"},
      {"account-credit", "统筹基金划入个人账户", "credit to a personal account"},
  }};
};

}  // namespace yidan
