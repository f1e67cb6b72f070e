// Jobs: what is asked for, how far it is, what came of it.
#pragma once

#include "contract/answer.h"
#include "terms/jobs.h"
#include "terms/proof.h"

namespace yidan::contract {

constexpr Field job_day() { return day("on", "日期；默认今天", "the day; today when not given"); }

inline constexpr std::array kAuditAskedFields{
    region("pool", "统筹区；默认全部", "the pool; all when not given"),
    job_day(),
    flag("bills", "以账册的结算单计算实际平均", "with averages measured on the bills of the books"),
};
inline constexpr Object kAuditAsked{
    "audit-asked", {"核查统筹区", "pools against the bounds of the list"}, kAuditAskedFields};

inline constexpr std::array kProofAskedFields{
    pool().required(),
    job_day(),
    word<Property>("properties", "性质；默认全部", "the properties; all when not given").many(),
    day("than", "与之比较的另一日（not-worse）", "another day, to compare with (not-worse)"),
};
inline constexpr Object kProofAsked{"proof-asked", {"证明政策的性质", "properties of the policy"}, kProofAskedFields};

inline constexpr std::array kDraftFileFields{
    text("file", "政策包中的路径，如 371700-heze/resident-outpatient/ratio.yaml",
         "its path in the packs: 371700-heze/resident-outpatient/ratio.yaml")
        .required(),
    text("text", "文件内容", "what stands in it").required(),
};
inline constexpr Object kDraftFile{"draft-file", {"草案的一个文件", "a file of a draft"}, kDraftFileFields};

inline constexpr std::array kCostAskedFields{
    pool().required(),
    object(kDraftFile, "draft", "草案：叠加在政策包上的文件", "the draft: files that are laid over the packs")
        .many()
        .required()
        .with(&Field::items, std::int64_t{1}),
    year_count("year", "结算年度；默认 on 所在年", "the year of the bills; that of 'on' when not given"),
    job_day(),
};
inline constexpr Object kCostAsked{"cost-asked", {"草案的基金影响", "what a draft would cost"}, kCostAskedFields};

inline constexpr std::array kElsewhereAskedFields{
    pool().required(),
    month("from", "首月", "the first month").required(),
    month("to", "末月（含）；默认同首月", "the last month; the first when not given"),
};
inline constexpr Object kElsewhereAsked{
    "elsewhere-asked", {"账册中的异地就医", "care elsewhere in the books"}, kElsewhereAskedFields};

inline constexpr std::array kReconciliationAskedFields{
    pool().required(),
    day("from", "首日", "the first day").required(),
    day("to", "末日（含）；默认同首日", "the last day; the first when not given"),
};
inline constexpr Object kReconciliationAsked{
    "reconciliation-asked", {"日终对账", "the close of a day"}, kReconciliationAskedFields};

inline constexpr std::array<Field, 0> kVerificationAskedFields{};
inline constexpr Object kVerificationAsked{
    "verification-asked", {"核对账册", "the books made again from their events"}, kVerificationAskedFields};

inline constexpr std::array kJobFields{
    format<"yidan.job/1">(),
    text("job", "作业编号", "the job's id").required(),
    word<JobKind>("kind", "作业", "what is worked on").required(),
    pool(),
    text("user", "申请者", "who asked"),
    plain(Kind::any, "asked", "所申请的内容", "what was asked for").required(),
    plain(Kind::instant, "since", "申请时间", "when it was asked for").required(),
    word<JobState>("state", "状态", "its state").required(),
    number(0, INT64_MAX, "done", "已完成", "how much is done").required(),
    number(0, INT64_MAX, "of", "共计；未知时不写", "of how much; absent where nobody knows"),
    word<JobUnit>("unit", "进度单位", "what 'done' counts").required(),
    object(kError, "error", "失败的原因", "why it failed"),
    text("result", "结果的路径；完成后才有", "the path of its result, once it is done"),
};
inline constexpr Object kJob{"yidan.job/1", {"一项作业", "a job"}, kJobFields, {}, false};

inline constexpr std::array kJobsFields{
    format<"yidan.jobs/1">(),
    object(kJob, "jobs", "作业，新的在前", "the jobs, the latest first").many().required(),
};
inline constexpr Object kJobs{"yidan.jobs/1", {"作业", "jobs"}, kJobsFields, {}, false};

inline constexpr std::array kVerificationFields{
    format<"yidan.verification/1">(),
    flag("good", "账册与重算一致", "the books are what their events make").required(),
    number(0, INT64_MAX, "persons", "人数", "persons").required(),
    number(0, INT64_MAX, "events", "事项数", "events of persons").required(),
    number(0, INT64_MAX, "bills", "结算单数（含各版本）", "bills, all versions").required(),
    number(0, INT64_MAX, "entries", "分录数", "entries").required(),
    number(0, INT64_MAX, "decisions", "决策和备案", "decisions and filings").required(),
    number(0, INT64_MAX, "registered", "登记项", "entries of registers").required(),
    number(0, INT64_MAX, "by_other_programs", "由其他版本的程序记下的事项", "events that another version decided")
        .required(),
    text("difference", "第一处不同", "the first difference"),
};
inline constexpr Object kVerification{
    "yidan.verification/1", {"核对账册的结果", "what verifying the books found"}, kVerificationFields, {}, false};

}  // namespace yidan::contract
