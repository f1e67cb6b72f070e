// Standings of the contract, `yidan.standing/1`: what a record of events means.
#pragma once

#include "contract/bill.h"
#include "terms/people.h"

namespace yidan::contract {

constexpr Field because_clauses() { return clauses().required(); }

inline constexpr std::array kCoverSpanFields{
    word<Scheme>("scheme", "险种", "scheme").required(),
    word<Status>("status", "参保身份", "status").required(),
    first_day().required(),
    end_day(),
    because_clauses(),
    basis().required(),
    policy_status(),
    sentence(),
};
inline constexpr Object kCoverSpan{"cover-span", {"待遇期", "days of cover"}, kCoverSpanFields, {}, false};

inline constexpr std::array kGapFields{
    first_day().required(),
    end_day(),
    word<CoverReason>("reason", "未保障原因", "why there is none").required(),
    because_clauses(),
    basis().required(),
    policy_status(),
    sentence(),
};
inline constexpr Object kGap{"gap", {"断档", "days without cover"}, kGapFields, {}, false};

inline constexpr std::array kDueFields{
    plain(Kind::year_or_month, "for", "所属参保年度或月份", "the insured year or the month").required(),
    standard_year(),
    word<DuePart>("part", "缴费部分", "the part").required(),
    word<Payer>("payer", "承担方", "who owes it").required(),
    money("amount", "金额", "how much").required(),
    day("paid_on", "缴清日", "the day on which it was paid"),
    flag("presumed", "推定已缴", "taken as paid"),
    because_clauses(),
    basis().required(),
    policy_status(),
    sentence(),
};
inline constexpr Object kDue{"due", {"应缴", "what is owed"}, kDueFields, {}, false};

inline constexpr std::array kSubsidyFields{
    plain(Kind::year_or_month, "for", "参保年度", "the insured year").required(),
    standard_year(),
    word<Identity>("category", "救助身份", "the category").after_first().required(),
    word<Payer>("payer", "承担方", "who pays it").required(),
    money("amount", "金额", "how much").required(),
    because_clauses(),
    basis().required(),
    policy_status(),
    sentence(),
};
inline constexpr Object kSubsidy{"subsidy", {"资助参保", "a subsidy of the premium"}, kSubsidyFields, {}, false};

inline constexpr std::array kRefusalFields{
    word<AccountRefusal>("code", "原因代码", "the code").required(),
    sentence(),
};
inline constexpr Object kRefusal{"refusal", {"账户拒付原因", "why the account did not pay"}, kRefusalFields, {}, false};

inline constexpr std::array kAccountEntryFields{
    month("month", "划入的月份", "the month of a credit"),
    money("credit", "划入", "credited"),
    day("on", "使用日", "the day of a use"),
    word<AccountUse>("use", "用途", "for what"),
    word<Beneficiary>("for", "使用对象", "for whom"),
    money("debit", "支付", "paid"),
    money("refused", "拒付", "asked and refused"),
    object(kRefusal, "reason", "拒付原因", "why it was refused"),
    because_clauses(),
    basis().required(),
    policy_status(),
    sentence(),
};
inline constexpr Object kAccountEntry{
    "account-entry", {"账户收支", "an entry of the account"}, kAccountEntryFields, {}, false};

inline constexpr std::array kAccountStateFields{
    money("opening", "首个事件之前的余额", "before the first event"),
    money("balance", "余额", "its balance").required(),
    object(kAccountEntry, "entries", "收支", "its entries").many().required(),
};
inline constexpr Object kAccountState{
    "account-state", {"个人账户", "the personal account"}, kAccountStateFields, {}, false};

constexpr Field months(std::string_view name, std::string_view zh, std::string_view en) {
  return number(0, 10'000, name, zh, en);
}
inline constexpr std::array kYearsFields{
    months("actual_months", "实际缴费月数", "months paid").required(),
    months("deemed_months", "视同缴费月数", "months that count as paid").required(),
    months("topped_up_months", "一次性补缴月数", "months paid at once"),
    months("required_months", "要求的月数", "months required"),
    months("missing_months", "尚缺月数", "months missing"),
    day("entitled_from", "享受退休待遇起始日", "from when the retired are entitled"),
    because_clauses(),
    basis().required(),
    policy_status(),
    sentence(),
};
inline constexpr Object kYears{"years", {"缴费年限", "contributory years"}, kYearsFields, {}, false};

inline constexpr std::array kCountedIdentityFields{
    word<Identity>("category", "救助身份", "the category").after_first().required(),
    first_day().required(),
    end_day(),
    because_clauses(),
    basis().required(),
    policy_status(),
    sentence(),
};
inline constexpr Object kCountedIdentity{
    "counted-identity", {"认可的救助身份", "a category that counts"}, kCountedIdentityFields, {}, false};

inline constexpr std::array kWarningFields{
    word_of<WarningKind, NumberDoubt>("code", "提示", "what is odd").required(),
    sentence(),
    text("where", "在档案中的位置", "its place in the record"),
    clauses(),
};
inline constexpr Object kWarning{
    "warning", {"提示", "what is odd in the record and yet has an answer"}, kWarningFields, {}, false};

inline constexpr std::array kStandingFields{
    format<"yidan.standing/1">(),
    text("person", "人员编号", "the person's id"),
    day("as_of", "截止日", "the day up to which the record is known"),
    day("died", "死亡日；此后无待遇", "the day of death, after which there is no cover"),
    pool(),
    basis(),
    policy_status(),
    object(kCoverSpan, "cover", "待遇期", "days of cover").many(),
    object(kGap, "gaps", "断档及原因", "days without cover, and why").many(),
    object(kDue, "dues", "应缴", "what is owed").many(),
    object(kSubsidy, "subsidies", "资助参保", "subsidies of premiums").many(),
    object(kAccountState, "account", "个人账户", "the personal account"),
    object(kYears, "years", "缴费年限", "contributory years"),
    object(kCountedIdentity, "identities", "认可的救助身份", "categories that count").many(),
    object(kWarning, "warnings", "提示", "what is odd").many(),
    flag("ungated", "账册未设关口（init --ungated）", "of books: they have no gate (init --ungated)"),
    constant(kRejectedWord, "status", "未受理", "the record was rejected"),
    object(kError, "error", "未受理的原因", "why it was rejected"),
};
inline constexpr std::array kStandingRules{
    Gist{"未受理的只有 format、status、error；其余没有 status 与 error",
         "a rejected one has 'format', 'status' and 'error' alone; every other has all but those two"},
};
inline constexpr Object kStanding{"yidan.standing/1",
                                  {"由档案推定的参保状态", "what a record of events means"},
                                  kStandingFields,
                                  kStandingRules,
                                  false};

}  // namespace yidan::contract
