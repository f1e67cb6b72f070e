// Audits of a pool against the bounds of the list, `yidan.audit/1`.
#pragma once

#include "contract/standing.h"
#include "terms/audit.h"

namespace yidan::contract {

inline constexpr std::array kAuditEvidenceFields{
    text("parameter", "所依据的参数、指标或结算", "the parameter or indicator").required(),
    text("key", "适用的人群、级别等；指标为统计年度", "for whom it holds; of an indicator its year of statistics"),
    text("value", "数值", "its value").required(),
    text("clauses", "所引条款", "the clauses that it cites").many(),
    basis(),
    policy_status(),
    text("document", "首条条款所属文件", "the document of its first clause"),
    day("issued", "该文件印发日；不详的，为其施行首日",
        "when that was issued; if not known, the first day of its validity"),
    text("file", "政策包文件", "the file of the packs"),
    number(0, 9'999'999, "line", "行", "the line"),
};
inline constexpr Object kAuditEvidence{
    "audit-evidence", {"核查所依据的一个数值", "a value on which a finding rests"}, kAuditEvidenceFields, {}, false};

inline constexpr std::array kAuditTextFields{
    text("zh", "中文", "in Chinese").required(),
    text("en", "英文", "in English").required(),
};
inline constexpr Object kAuditText{
    "audit-text", {"两种语言的说明", "a sentence in both languages"}, kAuditTextFields, {}, false};

inline constexpr std::array kFindingFields{
    text("id", "限度编号：条款，其后可有区分词", "the bound: its clause, and behind a slash which of its tests")
        .required(),
    text("clauses", "依据的条款", "the clauses behind it").many().required(),
    text("capability", "条款所属能力", "the capability of its first clause"),
    region("region", "统筹区代码", "the pool").required(),
    word<ListedScheme>("scheme", "制度", "of which schemes; none: of all").many().required(),
    word<Care>("care", "医疗类别", "for what care; none: for all").many().required(),
    text("level", "医疗机构级别", "the level of the institution"),
    text("group", "人群", "the group of persons"),
    word<Aspect>("dimension", "所属方面", "one of the six").required(),
    word<Measure>("measure", "度量", "what of the values is measured").required(),
    text("measured", "实际值", "the measured value"),
    word<Comparison>("operator", "比较", "how it is to compare").required(),
    text("bound", "限度值", "the limit"),
    text("least", "计入容差后仍符合的最低值", "the least that is still kept, tolerance included"),
    text("most", "计入容差后仍符合的最高值", "the most that is still kept, tolerance included"),
    word<BoundClass>("class", "限度类别", "how strictly the clause binds").required(),
    word<Grade>("grade", "结论", "what was found").required(),
    day("since", "偏离的起始日", "from when on it deviates"),
    day("due", "整改期限（含当日）", "the last day to mend it"),
    object(kAuditEvidence, "evidence", "依据的数值", "the values that it rests on").many().required(),
    basis(),
    flag("by_analogy", "条款系类推适用", "the clause was not written for this region"),
    flag("pack_error", "偏离的是假定值，应改正政策包", "what deviates is assumed: the pack is to be mended"),
    policy_status(),
    object(kAuditText, "missing", "无法判定时所缺", "what is missing where nothing can be judged"),
    object(kAuditText, "text", "说明文字", "the finding in a sentence").required(),
};
inline constexpr Object kFinding{
    "finding", {"一条限度的核查结果", "what was found of a bound"}, kFindingFields, {}, false};

constexpr Field count_of_grade(std::string_view name, std::string_view zh, std::string_view en) {
  return number(0, 9'999'999, name, zh, en).required();
}
inline constexpr std::array kGradeCountFields{
    count_of_grade(code(Grade::ok), word(Grade::ok).zh, word(Grade::ok).en),
    count_of_grade(code(Grade::info), word(Grade::info).zh, word(Grade::info).en),
    count_of_grade(code(Grade::warn), word(Grade::warn).zh, word(Grade::warn).en),
    count_of_grade(code(Grade::transitional), word(Grade::transitional).zh, word(Grade::transitional).en),
    count_of_grade(code(Grade::violation), word(Grade::violation).zh, word(Grade::violation).en),
    count_of_grade(code(Grade::not_evaluable), word(Grade::not_evaluable).zh, word(Grade::not_evaluable).en),
};
inline constexpr Object kGradeCounts{
    "grade-counts", {"各结论的条数", "how many of each grade"}, kGradeCountFields, {}, false};

inline constexpr std::array kAuditFields{
    format<"yidan.audit/1">(),
    pool().required(),
    day("on", "核查日", "the day").required(),
    text("draft", "叠加的草案文件夹；空为无", "the folder of a draft that was laid over the packs; empty: none")
        .required(),
    object(kFinding, "findings", "每条限度一项，符合的也列出", "one a bound, also those that are kept")
        .many()
        .required(),
    object(kGradeCounts, "counts", "各结论的条数", "how many of each grade").required(),
    object(kAuditText, "remarks", "没有核查的内容及原因", "what was not judged at all, and why").many(),
};
inline constexpr Object kAudit{
    "yidan.audit/1", {"对照待遇清单的核查", "an audit against the list"}, kAuditFields, {}, false};

}  // namespace yidan::contract
