// Reconciliation: a statement that an institution tells, and in what it differs from the books,
// `yidan.reconciliation/1`.
#pragma once

#include "contract/audit.h"
#include "contract/receipt.h"
#include "terms/reconciliation.h"

namespace yidan::contract {

// What both requests name: of which settlements a statement is.
constexpr Field statement_provider() { return id("provider", "机构编号", "the institution").required(); }
constexpr Field statement_first_day() {
  return day("from", "首日：结算办理日（北京时间）", "the first day, on which it was settled (Beijing time)")
      .required();
}
constexpr Field statement_last_day() {
  return day("to", "末日（含）；默认同首日", "the last day, included; the first when absent");
}
constexpr Field statement_insurance() {
  return text("insurance", "险种 insutype，如 310；不写为全部", "insutype, such as 310; all when absent");
}
constexpr Field statement_clearing() {
  return text("clearing", "清算类别 clr_type：11 门诊、21 住院、41 药店；不写为全部",
              "clr_type: 11 outpatient, 21 inpatient, 41 pharmacy; all when absent");
}
constexpr Field settlement_number() {
  return id("settlement", "结算编号 setl_id", "the settlement, setl_id").required();
}
// A member a column, by its code.
inline constexpr auto kEntryAmountFields = [] {
  std::array<Field, count_of<StatementColumn>> fields{};
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const Word& column = Terms<StatementColumn>::words[i];
    fields[i] = plain(Kind::signed_money, column.code, column.zh, column.en);
  }
  fields.front() = fields.front().required();
  return fields;
}();
inline constexpr std::array kEntryAmountRules{
    Gist{"只核对双方都有的金额；撤销的金额正负均可",
         "amounts that both sides have are compared; those of what is taken back "
         "may have either sign"}};
inline constexpr Object kEntryAmounts{
    "entry-amounts", {"一笔结算的金额", "the amounts of a settlement"}, kEntryAmountFields, kEntryAmountRules};
constexpr Field columns_of_entry() { return object(kEntryAmounts, "amounts", "金额", "the amounts").required(); }

constexpr Field state_told() {
  Field field = word<EntryState>("state", "状态：已撤销的，编号写原结算或撤销自己的 setl_id",
                                 "its state; what is taken back is named by the settlement, or by its own setl_id");
  field.words = field.words.first(2);  // nobody tells that something never came
  return field.or_else("\"settled\"");
}
inline constexpr std::array kStatementLineFields{
    settlement_number(),
    text("visit", "就诊编号 mdtrt_id；撤销编号不详时据以查找",
         "the visit, mdtrt_id: by it a taking back of unknown number is found"),
    state_told(),
    columns_of_entry(),
};
inline constexpr Object kStatementLine{
    "statement-line", {"对账单的一条", "an entry of a statement"}, kStatementLineFields};

constexpr Field statement_lines() {
  return object(kStatementLine, "lines", "各条；没有结算的为空列表",
                "the entries; an empty list when nothing was settled")
      .many()
      .required();
}
constexpr Field resolution_reason() {
  return id("reason", "说明：为何不再处理", "why nothing more is done").required();
}

inline constexpr std::array kEntryToldFields{
    word<EntryState>("state", "状态", "its state").required(),
    columns_of_entry(),
};
inline constexpr Object kEntryTold{
    "entry-told", {"一方对一笔结算所记", "what one side has of a settlement"}, kEntryToldFields, {}, false};

inline constexpr std::array kMismatchFields{
    word<StatementColumn>("column", "项目", "the amount").required(),
    plain(Kind::signed_money, "ours", "中心", "in the books").required(),
    plain(Kind::signed_money, "theirs", "机构", "at the institution").required(),
};
inline constexpr Object kMismatch{"mismatch", {"不符的金额", "an amount that differs"}, kMismatchFields, {}, false};

inline constexpr std::array kResolutionFields{
    text("by", "经办人", "who").required(),
    plain(Kind::instant, "recorded", "记录时间；回答说明本身时不写", "when; absent in the answer to that"),
    text("reason", "说明", "why").required(),
};
inline constexpr Object kResolution{"resolution", {"对差异的说明", "a resolution"}, kResolutionFields, {}, false};

inline constexpr std::array kDifferenceFields{
    word<DifferenceStand>("stand", "是否待处理", "whether something is to be done").required(),
    word<DifferenceCause>("cause", "原因", "the cause").required(),
    settlement_number(),
    text("visit", "就诊编号 mdtrt_id", "the visit, mdtrt_id"),
    object(kEntryTold, "ours", "中心所记；没有则不写", "in the books; absent where they have nothing"),
    object(kEntryTold, "theirs", "机构所记；没有则不写", "at the institution; absent where it has nothing"),
    object(kMismatch, "columns", "不符的金额", "the amounts that differ").many().required(),
    object(kAuditText, "todo", "怎样处理", "what to do").required(),
    object(kResolution, "resolved", "已作的说明", "by whom it was resolved, and why"),
};
inline constexpr Object kDifference{
    "difference", {"一笔结算的对账差异", "a difference in a settlement"}, kDifferenceFields, {}, false};

inline constexpr std::array kStatementFields{
    text("provider", "机构编号", "the institution").required(),
    day("from", "首日", "first day").required(),
    day("to", "末日（含）", "last day, included").required(),
    text("insurance", "险种；不写为全部", "insutype; all when absent"),
    text("clearing", "清算类别；不写为全部", "clr_type; all when absent"),
    plain(Kind::instant, "told", "上报时间；回答上报本身时不写", "when it was told; absent in the answer to that"),
    number(0, INT64_MAX, "ours", "中心的条目数", "entries of the books").required(),
    number(0, INT64_MAX, "theirs", "机构的条目数", "entries of the institution").required(),
    number(0, INT64_MAX, "open", "待处理的差异", "differences that are open").required(),
    object(kDifference, "differences", "差异，待处理的在前", "the differences, open ones first").many().required(),
};
inline constexpr Object kStatement{
    "statement", {"一份对账单与账册的比较", "a statement, held against the books"}, kStatementFields, {}, false};

inline constexpr std::array kUntoldFields{
    text("provider", "机构编号", "the institution").required(),
    day("day", "结算办理日", "the day on which it was settled").required(),
    text("insurance", "险种 insutype", "insutype").required(),
    text("clearing", "清算类别 clr_type", "clr_type").required(),
    number(0, INT64_MAX, "settlements", "中心的结算笔数（不含已冲正的）",
           "settlements of the books, without those reversed")
        .required(),
    plain(Kind::signed_money, "total", "费用合计，已扣撤销", "what they cost, less what was taken back").required(),
};
inline constexpr Object kUntold{
    "untold", {"没有对账单的结算", "settlements of which no statement was told"}, kUntoldFields, {}, false};

inline constexpr std::array kReconciliationFields{
    format<"yidan.reconciliation/1">(),
    pool().required(),
    word<ReconciliationAct>("did", "所做的事；查询时不写", "what was done; absent in answers to questions"),
    object(kStatement, "statements", "各份对账单，有待处理差异的在前",
           "the statements, those with open differences first")
        .many()
        .required(),
    object(
        kUntold, "untold", "没有对账单的结算，按机构、日、险种、清算类别；未问则不写",
        "settlements of which no statement was told, by institution, day, insurance, class; absent where nobody asked")
        .many(),
    ungated(),
};
inline constexpr Object kReconciliation{
    "yidan.reconciliation/1", {"对账", "reconciliation"}, kReconciliationFields, {}, false};

}  // namespace yidan::contract
