// Decisions on the values of the packs: what is asked of them, and `yidan.decision/1`, `yidan.decisions/1`.
#pragma once

#include "contract/audit.h"
#include "contract/receipt.h"
#include "terms/authority.h"

namespace yidan::contract {

inline constexpr std::array kLegalBasisFields{
    text("document", "文号", "its number").required(),
    word<Body>("issuer", "制定机关", "who issued it").required(),
};
inline constexpr Object kLegalBasis{"legal-basis", {"所依据的文件", "a document behind a decision"}, kLegalBasisFields};

constexpr Field draft_files() {
  return plain(Kind::any, "draft", "草案：政策包内路径→文件全文",
               "the draft: path within the packs → text of the file");
}

inline constexpr std::array kRegistrationFields{
    id("id", "决策编号", "the decision's id").required(),
    text("kind", "种类：rule、adjustment、emergency、exploration（procedures/decision.yaml）",
         "rule, adjustment, emergency or exploration (procedures/decision.yaml)")
        .required(),
    text("title", "标题", "its title"),
    region("region", "决策机关的区划；缺省为统筹区", "the region of who decides; the pool when absent"),
    word<Body>("issuers", "决策机关，至少一个", "who decides, at least one").many().required(),
    text("parameters", "涉及的参数，如 resident-inpatient.ratio；有草案时由草案得出",
         "the parameters that it touches; those of the draft are added")
        .many(),
    word<Identity>("group", "只涉及此救助身份", "of the values of this category alone"),
    day("issued", "印发日；缺省为起草", "the day of issue; absent while it is a draft"),
    day("from", "拟施行日", "from when it is to hold").required(),
    end("until", "终止日（不含）", "the first day on which it no longer holds"),
    text("document", "文号", "its number"),
    object(kLegalBasis, "basis", "所依据的文件", "the documents on whose strength it decides").many(),
    word<ReformDirection>("direction", "改革方向（探索须写）", "of an exploration: whose direction it follows"),
    draft_files(),
};
inline constexpr Object kRegistration{"decision", {"一项决策", "a decision"}, kRegistrationFields};

inline constexpr std::array kFilingToldFields{
    id("number", "备案号", "the number of the filing").required(),
    word<Body>("with", "报送机关", "with whom").or_else("\"province\""),
    day("filed", "报送日", "the day of filing").required(),
    day("answered", "答复日", "the day of the answer").depends(),
    word<FilingResult>("result", "结果", "its result").depends(),
};
inline constexpr Object kFilingTold{"filing", {"备案", "a filing"}, kFilingToldFields};

inline constexpr std::array kApprovalFields{
    id("number", "批复文号", "the number of the approval"),
    word<Body>("by", "批准机关", "who approved").required(),
    day("asked", "请示日", "the day on which it was asked for").required(),
    day("approved", "批准日", "the day of the approval").required(),
};
inline constexpr Object kApproval{"approval", {"请示获准", "an approval on request"}, kApprovalFields};

inline constexpr std::array kActivationFields{
    day("on", "启用日", "the day from which it holds").required(),
    day("since", "首次整体启用时追溯的首日", "of the first adoption of packs: the first day for which they count"),
    draft_files(),
};
inline constexpr Object kActivation{"activation", {"启用", "putting into force"}, kActivationFields};

inline constexpr std::array kWithdrawalFields{day("on", "撤回日", "the day of the withdrawal").required()};
inline constexpr Object kWithdrawal{"withdrawal", {"撤回", "a withdrawal"}, kWithdrawalFields};

// Answers.
inline constexpr std::array kKnownFilingFields{
    text("kind", "种类：file 备案，report 请示报告", "file, or report: a request for approval").required(),
    text("number", "编号", "its number").required(),
    word<Body>("with", "受理机关", "with whom").required(),
    day("filed", "报送或请示日", "the day of filing or asking").required(),
    day("answered", "答复或批准日", "the day of the answer").optional(),
    text("state", "状态", "its state").required(),
};
inline constexpr Object kKnownFiling{
    "known-filing", {"一件备案或请示", "a filing or request of a decision"}, kKnownFilingFields, {}, false};

inline constexpr std::array kCheckFields{
    word<Asks>("asks", "要求", "what is asked").required(),
    word<Grade>("grade", "结论", "whether it is met").required(),
    text("clauses", "依据的条款", "the clauses behind it").many().required(),
    flag("by_analogy", "条款系类推适用", "the clause was not written for this region"),
    object(kAuditText, "missing", "尚缺什么", "what is still to be brought"),
    object(kAuditText, "text", "说明文字", "in a sentence").required(),
};
inline constexpr Object kCheck{"check", {"一项要求", "a requirement on a decision"}, kCheckFields, {}, false};

inline constexpr std::array kHeldFields{
    text("id", "限度编号", "the bound").required(),
    word<Grade>("grade", "violation 不予启用，warn 提醒，transitional 限期清理",
                "violation refuses; warn, transitional do not")
        .required(),
    text("clauses", "依据的条款", "the clauses behind it").many().required(),
    day("day", "核查日", "the day of the audit that found it").required(),
    text("measured", "实际值", "the measured value").required(),
    text("bound", "限度值", "the limit").required(),
    object(kAuditText, "text", "说明文字", "in a sentence").required(),
};
inline constexpr Object kHeld{"held", {"关口所见的偏离", "a deviation at the gate"}, kHeldFields, {}, false};

inline constexpr std::array kRecordedFigureFields{
    text("name", "指标或基金科目", "an indicator, or an account of a fund").required(),
    plain(Kind::signed_money, "value", "数值", "its value").required(),
    text("of", "统计年度或基金", "its year of statistics, or the fund").required(),
};
inline constexpr Object kRecordedFigure{
    "recorded-figure", {"当日经济和基金数据", "a figure as it was that day"}, kRecordedFigureFields, {}, false};

inline constexpr std::array kActivatedFields{
    day("from", "自此日起用于结算", "the first day for which they count").required(),
    text("packs", "政策包摘要", "digest of the packs").required(),
};
inline constexpr Object kActivated{"activated", {"启用的政策包", "packs put into force"}, kActivatedFields, {}, false};

inline constexpr std::array kDecisionFields{
    format<"yidan.decision/1">(),
    pool().required(),
    text("decision", "决策编号", "the decision's id").required(),
    word<DecisionAct>("did", "所做的事；查询时不写", "what was done; absent in answers to questions"),
    text("kind", "种类", "its kind").required(),
    object(kAuditText, "kind_text", "种类名称", "the kind in words").required(),
    text("title", "标题", "its title"),
    region("region", "决策机关的区划", "the region of who decides").required(),
    word<Body>("issuers", "决策机关", "who decides").many().required(),
    text("parameters", "涉及的参数", "the parameters that it touches").many().required(),
    word<Identity>("group", "只涉及此救助身份", "of the values of this category alone"),
    day("issued", "印发日", "the day of issue"),
    day("from", "拟施行日", "from when it is to hold").required(),
    end("until", "终止日（不含）", "the first day on which it no longer holds"),
    text("document", "文号", "its number"),
    object(kLegalBasis, "basis", "所依据的文件", "the documents on whose strength it decides").many(),
    word<ReformDirection>("direction", "改革方向", "whose direction of reform it follows"),
    text("draft", "草案的文件", "the files of the draft").many(),
    text("state", "状态", "its state").required(),
    object(kAuditText, "state_text", "状态名称", "the state in words").required(),
    object(kKnownFiling, "filings", "备案与请示", "filings and requests").many().required(),
    day("on", "所核查的日期", "the day for which it was checked"),
    object(kCheck, "checks", "各项要求", "the requirements").many(),
    object(kHeld, "findings", "关口所见的偏离", "deviations at the gate").many(),
    day("earliest", "最早可依法施行日；尚缺必备事项时不写",
        "the earliest lawful day; absent while something that is demanded is missing"),
    object(kRecordedFigure, "figures", "当日经济和基金数据", "figures of economy and funds as they were that day")
        .many(),
    object(kActivated, "activated", "启用的政策包", "packs that were put into force"),
    ungated(),
    object(kReceipt, "receipt", "回执；查询时不写", "the receipt; absent in answers to questions"),
};
inline constexpr Object kDecision{
    "yidan.decision/1", {"一项决策及其办理情况", "a decision, and how it stands"}, kDecisionFields, {}, false};

inline constexpr std::array kDecisionsFields{
    format<"yidan.decisions/1">(),
    day("on", "日期", "the day").required(),
    object(kDecision, "decisions", "各项决策当日的状态", "the decisions as they stood on that day").many().required(),
    ungated(),
};
inline constexpr Object kDecisions{
    "yidan.decisions/1", {"决策登记册", "the register of decisions"}, kDecisionsFields, {}, false};

}  // namespace yidan::contract
