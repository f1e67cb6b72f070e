// A city's rules of a day on one page, `yidan.explanation/1`.
#pragma once

#include "contract/audit.h"
#include "terms/terms.h"

namespace yidan::contract {

inline constexpr std::array kSaidFields{
    text("rule", "规则编号，与 policy show 相同", "the rule's id, as policy show has it").required(),
    text("key", "适用范围", "for whom").required(),
    text("value", "值", "its value").required(),
    word<Basis>("basis", "依据性质", "on what it rests").required(),
    word<PolicyStatus>("policy_status", "政策状态", "status of the policy").required(),
    text("clauses", "依据的条款", "the clauses behind it").many().required(),
};
inline constexpr Object kSaid{"said", {"所说的一个值", "a value that is said"}, kSaidFields, {}, false};

inline constexpr std::array kBenefitSaidFields{
    object(kAuditText, "group", "险种或医疗救助", "the scheme, or assistance").required(),
    text("benefit", "待遇", "the benefit").required(),
    object(kAuditText, "title", "待遇名称", "its title").required(),
    object(kSaid, "deductible", "先由个人付", "borne first").many().required(),
    object(kSaid, "ratio", "基金支付比例", "what the funds pay").many().required(),
    object(kSaid, "cap", "最高限额", "at most").many().required(),
};
inline constexpr Object kBenefitSaid{"benefit-said", {"一项待遇", "a benefit"}, kBenefitSaidFields, {}, false};

inline constexpr std::array kExampleFields{
    word<Status>("status", "参保身份", "status").required(),
    word<Care>("care", "医疗类别", "care").required(),
    number(1, 3, "level", "机构等级", "level").required(),
    word<Identity>("identity", "救助身份", "category"),
    money("total", "假设的费用，全部在目录内", "the supposed cost, all in scope").required(),
    money("fund_total", "基金支付", "paid by all funds").required(),
    money("rest", "个人付", "left to the person").required(),
};
inline constexpr Object kExample{"example", {"举例，由结算得出", "an example, settled"}, kExampleFields, {}, false};

inline constexpr std::array kChangeSaidFields{
    text("parameter", "参数", "the parameter").required(),
    object(kAuditText, "title", "名称", "its title").required(),
    object(kSaid, "before", "此前", "before").many().required(),
    object(kSaid, "after", "此后", "after").many().required(),
};
inline constexpr Object kChangeSaid{"change-said", {"一项变化", "a change"}, kChangeSaidFields, {}, false};

inline constexpr std::array kAnswerSaidFields{
    object(kAuditText, "question", "问题", "the question").required(),
    object(kSaid, "values", "答案中的值", "the values of the answer").many().required(),
};
inline constexpr Object kAnswerSaid{
    "answer-said", {"一问一答", "a question with its answer"}, kAnswerSaidFields, {}, false};

inline constexpr std::array kExplanationFields{
    format<"yidan.explanation/1">(),
    pool().required(),
    day("on", "日期", "the day").required(),
    object(kBenefitSaid, "benefits", "各项待遇", "the benefits").many().required(),
    object(kExample, "examples", "举例", "examples").many().required(),
    day("changes_on", "下一次变化的日期", "the next day on which something changes"),
    object(kChangeSaid, "changes", "届时的变化", "what changes then").many().required(),
    object(kAnswerSaid, "answers", "问与答", "questions and answers").many().required(),
};
inline constexpr Object kExplanation{"yidan.explanation/1",
                                     {"一城一日的待遇说明", "a city's rules of a day on one page"},
                                     kExplanationFields,
                                     {},
                                     false};

}  // namespace yidan::contract
