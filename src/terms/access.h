// The closed words of access: what may be done, by which role. See word.h.
//
// Each deed has the roles that may do it in the table of its traits; who is not listed there may not. To whom it may be
// done is the scope of the user (access/rights.h).
#pragma once

#include "terms/registers.h"
#include "terms/word.h"

namespace yidan {

// What a user of the system does.
enum class Deed : std::uint8_t {
  see_policy,
  try_case,
  see_standing,
  see_bills,
  try_settlement,
  settle,
  reverse,
  tell_facts,
  enrol,
  grant,
  use_account,
  see_requests,
  see_books,
  see_feed,
  see_registers,
  act_on_register,
  decide,
  see_operation,
  see_numbers,
  reveal_number,
  run_jobs,
  keep_users,
  see_trail,
  reconcile,
  see_reconciliation,
};

struct DeedTraits {
  WordSet<Role> roles;
  bool is_to_persons = false;    // a citizen may do it to themself alone
  bool is_by_providers = false;  // an institution may do it for itself alone
};

template <>
struct Terms<Deed> {
  static constexpr std::string_view zh = "权限", en = "what may be done";
  static constexpr std::array<Word, 25> words{{
      {"see-policy", "查看政策", "see the policy"},
      {"try-case", "试算案例", "settle a case without books"},
      {"see-standing", "查看参保状态", "see how a person stands"},
      {"see-bills", "查看账单", "see a person's bills"},
      {"try-settlement", "预结算", "try a settlement"},
      {"settle", "结算", "settle"},
      {"reverse", "冲正或更正", "reverse or correct a settlement"},
      {"tell-facts", "登记事实", "tell facts of a person"},
      {"enrol", "参保登记与缴费", "enrol a person, and pay"},
      {"grant", "救助认定与申请", "recognise and grant assistance"},
      {"use-account", "个人账户划入与使用", "credit and use the account"},
      {"see-requests", "查询请求", "see what became of a request"},
      {"see-books", "查看账册", "see balances and the journal"},
      {"see-feed", "查看动态", "see what happened"},
      {"see-registers", "查看登记册与任务", "see registers and tasks"},
      {"act-on-register", "办理登记", "act on an entry of a register"},
      {"decide", "登记决策与启用", "register decisions and put them into force"},
      {"see-operation", "查看运行状况", "see how the system does"},
      {"see-numbers", "查看证件号码", "see identity numbers"},
      {"reveal-number", "凭理由查看证件号码", "see a number, with a reason"},
      {"run-jobs", "运行作业", "run jobs"},
      {"keep-users", "管理用户", "keep the users"},
      {"see-trail", "查看审计轨迹", "see the audit trail"},
      {"reconcile", "上报对账单与说明差异", "tell a statement and resolve differences"},
      {"see-reconciliation", "查看对账", "see reconciliation"},
  }};
  using enum Role;
  static constexpr WordSet<Role> everybody{institution, window,     designation, enrolment, assistance,   fund,
                                           policy,      supervisor, citizen,     auditor,   administrator};
  static constexpr WordSet<Role> offices{window, designation, enrolment, assistance,   fund,
                                         policy, supervisor,  auditor,   administrator};
  static constexpr std::array<DeedTraits, 25> traits{{
      {everybody},
      {everybody},
      {{institution, window, enrolment, assistance, supervisor, citizen}, true},
      {{institution, window, assistance, fund, supervisor, citizen, auditor}, true, true},
      {{institution, window, citizen}, true, true},
      {{institution, window}, false, true},
      {{institution, window}, false, true},
      {{window, enrolment}},
      {{window, enrolment}},
      {{assistance}},
      {{window, fund}},
      {{institution, window, designation, enrolment, assistance, fund, policy, administrator}, false, true},
      {{fund, supervisor, auditor}},
      {{institution, fund, supervisor, auditor}, false, true},
      {offices},
      {{institution, window, designation, enrolment, assistance, fund, policy, supervisor, administrator}, false, true},
      {{policy}},
      {{administrator, auditor}},
      {{institution, window, enrolment, assistance, citizen}},
      {{window, enrolment, assistance, supervisor, auditor}},
      {{assistance, fund, policy, supervisor, auditor, administrator}},
      {{administrator}},
      {{auditor}},
      {{institution, window}, false, true},
      {{institution, window, fund, supervisor, auditor}, false, true},
  }};
};

}  // namespace yidan
