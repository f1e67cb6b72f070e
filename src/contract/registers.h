// Entries of registers: what is asked of them, and `yidan.entry/1`, `yidan.entries/1`, `yidan.coverage/1`.
#pragma once

#include "contract/audit.h"
#include "contract/receipt.h"
#include "terms/registers.h"

namespace yidan::contract {

// What the three requests share.
constexpr Field register_name() {
  return text("register", "登记册：registers/ 下的文件名，如 agreement",
              "the register: a file of registers/, such as agreement")
      .required();
}
constexpr Field entry_id() { return id("entry", "登记编号", "the entry's id").required(); }
constexpr Field entry_day() { return day("on", "自此日起算", "the day from which it counts").required(); }
constexpr Field acting_role() { return word<Role>("by", "由谁办理", "in whose name it is done"); }
constexpr Field entry_fields() {
  return plain(Kind::any, "fields", "字段→值：文字、数、是否，或一列文字；null 清空",
               "field → value: text, number, true or false, or a list of texts; null empties it");
}

inline constexpr std::array kDeadlineFields{
    text("move", "应办事项", "what has to be done").required(),
    object(kAuditText, "text", "事项名称", "the same in words").required(),
    day("due", "期限（最后一日）", "the last day").required(),
    number(0, INT64_MAX, "days_overdue", "已逾期天数", "by how many days it is overdue"),
};
inline constexpr Object kDeadline{"deadline", {"期限", "a deadline"}, kDeadlineFields, {}, false};

inline constexpr std::array kDoneLateFields{
    text("move", "所办事项", "what was done").required(),
    day("due", "期限", "when it was due").required(),
    day("done", "办理日", "when it was done").required(),
    number(1, INT64_MAX, "days", "逾期天数", "by how many days it was late").required(),
};
inline constexpr Object kDoneLate{"done-late", {"逾期办理", "what was done late"}, kDoneLateFields, {}, false};

inline constexpr std::array kEntryFindingFields{
    text("check", "核查", "the check").required(),
    text("entry", "登记编号，或未覆盖的组合", "the entry, or what nothing covers"),
    word<Severity>("otherwise", "未满足时", "what comes of it").required(),
    text("clauses", "依据的条款", "the clauses behind it").many().required(),
    object(kAuditText, "rule", "要求", "what is asked").required(),
    object(kAuditText, "text", "说明文字", "in a sentence").required(),
    number(1, INT64_MAX, "days", "逾期天数", "by how many days it is late"),
};
inline constexpr Object kEntryFinding{
    "entry-finding", {"核查所见", "what a check found"}, kEntryFindingFields, {}, false};

inline constexpr std::array kEntryStepFields{
    word<RegisterAct>("did", "所做的事", "what was done").required(),
    text("move", "办理事项", "by which act"),
    day("on", "日期", "the day").required(),
    word<Role>("by", "由谁办理", "in whose name"),
    text("to", "到达的状态", "the state to which it led"),
    plain(Kind::any, "fields", "所写的字段", "the fields that it brought"),
    plain(Kind::instant, "recorded", "记录时间", "when it was recorded").required(),
    text("actor", "经办人", "who asked"),
};
inline constexpr Object kEntryStep{"entry-step", {"一次办理", "a step of an entry"}, kEntryStepFields, {}, false};

inline constexpr std::array kEntryFields{
    format<"yidan.entry/1">(),
    pool().required(),
    text("register", "登记册", "the register").required(),
    text("entry", "登记编号", "the entry's id").required(),
    word<RegisterAct>("did", "所做的事；查询时不写", "what was done; absent in answers to questions"),
    day("on", "日期", "the day").required(),
    text("state", "状态", "its state").required(),
    object(kAuditText, "state_text", "状态名称", "the state in words").required(),
    day("since", "自何日起", "since when"),
    plain(Kind::any, "fields", "字段→值", "field → value; many values as a list").required(),
    object(kDeadline, "next", "下一期限", "what has to be done next"),
    object(kDoneLate, "late", "逾期办理", "what was done late").many(),
    object(kEntryFinding, "findings", "核查所见", "what the checks found").many(),
    object(kEntryStep, "steps", "历次办理", "what was done with it").many(),
    ungated(),
    object(kReceipt, "receipt", "回执；查询时不写", "the receipt; absent in answers to questions"),
};
inline constexpr Object kEntry{"yidan.entry/1", {"一项登记", "an entry of a register"}, kEntryFields, {}, false};

inline constexpr std::array kEntriesFields{
    format<"yidan.entries/1">(),
    text("register", "登记册", "the register").required(),
    day("on", "日期", "the day").required(),
    object(kEntry, "entries", "当日的登记", "the entries as they stood on that day").many().required(),
    text("next", "下一页的 after；没有下一页时不写", "'after' of the next page; absent: this is the last"),
    ungated(),
};
inline constexpr Object kEntries{"yidan.entries/1", {"登记册", "a register"}, kEntriesFields, {}, false};

inline constexpr std::array kBillsOfDayFields{
    text("provider", "机构编号", "the institution").required(),
    day("day", "业务日", "the day").required(),
    number(0, INT64_MAX, "bills", "已结算笔数", "bills settled").required(),
    number(0, INT64_MAX, "named", "已列明笔数", "of them named").required(),
    number(0, INT64_MAX, "late", "其中逾时笔数", "of those named, late").required(),
    text("missing", "未列明的就诊编号", "encounters that nobody named").many().required(),
};
inline constexpr Object kBillsOfDay{
    "bills-of-day", {"一机构一日的结算单", "the bills of an institution and a day"}, kBillsOfDayFields, {}, false};

inline constexpr std::array kCheckedFields{
    text("check", "核查", "the check").required(),
    text("clauses", "依据的条款", "the clauses behind it").many().required(),
    object(kAuditText, "rule", "要求", "what is asked").required(),
    number(0, INT64_MAX, "all", "应有", "how many there are").required(),
    number(0, INT64_MAX, "held", "已有", "of how many it holds").required(),
    text("share", "占比", "the share, in per cent; absent where there are none"),
    day("due", "期限", "of a milestone: its last day"),
    number(0, INT64_MAX, "days_overdue", "已逾期天数", "by how many days it is overdue"),
    object(kEntryFinding, "findings", "未达到的", "those of which it does not hold").many().required(),
    object(kBillsOfDay, "days", "按日、机构的结算单", "of bills: by day and institution").many(),
};
inline constexpr Object kChecked{"checked", {"一项核查的结果", "what a check came to"}, kCheckedFields, {}, false};

inline constexpr std::array kCoverageFields{
    format<"yidan.coverage/1">(),
    pool().required(),
    text("register", "登记册", "the register").required(),
    day("on", "日期", "the day").required(),
    object(kChecked, "checks", "各项核查", "the checks").many().required(),
    ungated(),
};
inline constexpr Object kCoverage{
    "yidan.coverage/1", {"登记册的核查", "the checks of a register"}, kCoverageFields, {}, false};

}  // namespace yidan::contract
