// Bills of the contract, `yidan.bill/1`.
#pragma once

#include "contract/answer.h"
#include "terms/books.h"
#include "terms/people.h"

namespace yidan::contract {

inline constexpr std::array kReasonFields{
    word_of<CoverReason, Cause, NoBenefit>("code", "原因代码", "the code").required(),
    sentence(),
    clauses(),
};
inline constexpr Object kReason{"reason", {"为何不支付", "why nothing was paid"}, kReasonFields, {}, false};

inline constexpr std::array kAmountFields{
    money("total", "总费用", "all that it cost").required(),
    money("not_payable", "基金不支付的原因所致部分", "for causes that the funds never pay").required(),
    money("outside_catalogue", "目录外费用", "class C").required(),
    money("over_limit", "超支付标准部分", "above payment standards").required(),
    money("self_pay_first", "先行自付", "borne first").required(),
    money("policy_scope", "政策范围内费用", "what the layers work on").required(),
};
inline constexpr Object kAmounts{"amounts", {"费用的组成", "the parts of the total"}, kAmountFields, {}, false};

inline constexpr std::array kLayerFields{
    word<Layer>("layer", "保障层次", "the layer").required(),
    word<Fund>("fund", "支付的基金", "the fund that pays").required(),
    text("benefit", "待遇", "the benefit").required(),
    money("base", "本层计算的起点", "what the layer starts from").required(),
    money("first_self_pay", "首先自付", "first self-pay").required(),
    money("deductible", "本单消化的或线下的起付标准", "what the deductible took of this bill").required(),
    money("paid", "支付", "paid").required(),
    money("burden", "留给下一层的个人负担", "left for the next layer").required(),
};
inline constexpr Object kLayer{"layer", {"一层保障的支付", "what one layer paid"}, kLayerFields, {}, false};

inline constexpr std::array kStepFields{
    text("rule", "规则编号", "id of the rule").required(),
    clauses().required(),
    basis().required(),
    policy_status().required(),
    unfiled(),
    text("inputs", "代入的数与词", "the numbers and words that went in").many().required(),
    money("output", "结果", "what came out").required(),
    sentence(),
};
inline constexpr Object kStep{"step", {"一步说明", "a step of the explanation"}, kStepFields, {}, false};

inline constexpr std::array kBillWarningFields{
    word_of<NumberDoubt, Repetition>("code", "提示", "what is odd").required(),
    sentence(),
    text("where", "位置（JSON 路径）", "the place: a JSON path").required(),
    text("encounter", "重复的是哪次就诊：其编号", "of a repetition: the id of the encounter that it repeats"),
    text("provider", "该次就诊的机构编号", "of a repetition: the id of that encounter's institution"),
};
inline constexpr Object kBillWarning{
    "bill-warning", {"结算单上的提示", "what is odd and yet has a bill"}, kBillWarningFields, {}, false};

inline constexpr std::array kBillFields{
    text("encounter", "就诊编号；读不出时为空", "the encounter's id; empty when it could not be read").required(),
    day("rule_date", "决定适用规则的日期", "the day whose rules hold"),
    word<BillStatus>("status", "结算状态", "what became of it").required(),
    object(kReason, "reason", "不支付的原因", "why nothing was paid"),
    day("covered_from", "此后最早的参保日", "the earliest later day of cover"),
    basis(),
    policy_status(),
    object(kAmounts, "amounts", "费用的组成", "the parts of the total"),
    object(kLayer, "layers", "各层支付，按次序", "what the layers paid, in order").many(),
    money("fund_total", "基金支付合计", "paid by all funds"),
    money("enterprise_supplement", "企业补充医疗保险支付；没有时不写",
          "paid by the employer's supplementary insurance; absent when nothing was"),
    money("account", "账户支付", "paid by the accounts"),
    plain(Kind::amounts, "account_by_owner", "动用家庭账户时，各账户的支付",
          "what each account paid, when the family's were used"),
    money("cash", "现金支付", "left to pay in cash"),
    flag("deposit_waived", "免交押金", "no deposit is asked for"),
    flag("reimbursed_later", "事后到窗口报销；不写即各层待遇当场一次结清",
         "reimbursed later at a window; absent: all layers were settled at once"),
    plain(Kind::amounts, "counters", "当年累计，空缺为 0：<待遇>.<deductible|base|paid>",
          "what the year has used up after the bill, absent is 0: <benefit>.<deductible|base|paid>"),
    object(kBillWarning, "warnings", "提示；没有时不写", "what is odd; absent when nothing is").many(),
    object(kStep, "steps", "说明；--no-steps 时没有", "the explanation; absent with --no-steps").many(),
    object(kError, "error", "未受理的原因", "why it was rejected"),
};
inline constexpr std::array kBillRules{
    Gist{"未受理的只有 encounter、status、error；其余都有金额",
         "a rejected one has 'encounter', 'status' and 'error'"
         " alone; every other has its amounts"},
    Gist{"total 等于六部分之和，也等于 fund_total + enterprise_supplement + account + cash",
         "the total is the sum of its parts, and fund_total + enterprise_supplement + account + cash"},
};
inline constexpr Object kBill{
    "bill", {"一次就诊的结算单", "the bill of one encounter"}, kBillFields, kBillRules, false};

inline constexpr std::array kRejectedWord{word(BillStatus::rejected)};
inline constexpr std::array kBillsFields{
    format<"yidan.bill/1">(),
    text("person", "人员编号", "the person's id"),
    pool(),
    constant(kRejectedWord, "status", "整案未受理", "the case as a whole was rejected"),
    object(kError, "error", "整案未受理的原因", "why the case was rejected"),
    object(kBill, "bills", "按就诊次序的结算单", "the bills, in the order of the encounters").many().required(),
};
inline constexpr Object kBills{"yidan.bill/1", {"一个案例的结算单", "the bills of a case"}, kBillsFields, {}, false};

}  // namespace yidan::contract
