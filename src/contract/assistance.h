// Decisions on applications for assistance, `yidan.assistance/1`.
#pragma once

#include "contract/standing.h"

namespace yidan::contract {

inline constexpr std::array kWindowFields{
    first_day().required(),
    day("to", "终止日（不含）", "end, not included").required(),
};
inline constexpr Object kWindow{"window", {"救助区间", "days that count"}, kWindowFields, {}, false};

inline constexpr std::array kApplicationReasonFields{
    word_of<ApplicationRefusal, NotCounted>("code", "原因代码", "the code").required(),
    sentence().required(),
};
inline constexpr Object kApplicationReason{"application-reason",
                                           {"不予救助或不计入的原因", "why nothing is given, or a bill does not count"},
                                           kApplicationReasonFields,
                                           {},
                                           false};

inline constexpr std::array kCountedBillFields{
    text("encounter", "就诊编号", "the encounter's id").required(),
    day("rule_date", "规则日期", "its day").required(),
    plain(Kind::flag, "counts", "是否计入", "whether it counts").required(),
    object(kApplicationReason, "reason", "不计入的原因", "why it does not"),
    money("base", "计入的负担", "the burden that counts"),
    money("accumulated", "此前累计", "of the bills before it"),
    money("above_deductible", "超过起付标准部分", "above the deductible"),
    money("paid", "救助", "what assistance pays of it"),
};
inline constexpr Object kCountedBill{
    "counted-bill", {"区间内的一笔结算", "a bill of the window"}, kCountedBillFields, {}, false};

inline constexpr std::array kGrantedWords{word(Decision::granted), word(Decision::refused)};
constexpr Field decision_field() {
  Field field = plain(Kind::word, "status", "结论", "what was decided");
  field.words = kGrantedWords;
  return field.required();
}
inline constexpr std::array kApplicationFields{
    day("on", "申请日", "the day of the application").required(),
    decision_field(),
    object(kApplicationReason, "reason", "不予救助的原因", "why nothing is given"),
    day("recognised", "认定日", "the day of recognition"),
    object(kWindow, "window", "救助区间", "the days that count").many(),
    money("deductible", "起付标准", "the deductible"),
    rate("ratio", "救助比例", "the share that is paid"),
    money("limit", "救助限额", "the most that is paid"),
    object(kCountedBill, "bills", "区间内的结算", "the bills of the window").many(),
    money("base_total", "计入的负担合计", "all that counts"),
    money("paid", "救助金额", "what assistance pays"),
    basis(),
    policy_status(),
    clauses().required(),
};
inline constexpr Object kApplication{"application", {"一次申请", "an application"}, kApplicationFields, {}, false};

inline constexpr std::array kAssistanceFields{
    format<"yidan.assistance/1">(),
    text("person", "人员编号", "the person's id"),
    pool(),
    constant(kRejectedWord, "status", "未受理", "the case was rejected"),
    object(kError, "error", "未受理的原因", "why it was rejected"),
    object(kApplication, "applications", "申请，按次序", "the applications, in order").many().required(),
};
inline constexpr Object kAssistance{
    "yidan.assistance/1", {"依申请救助的决定", "decisions on applications"}, kAssistanceFields, {}, false};

}  // namespace yidan::contract
