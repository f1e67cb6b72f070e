// How tasks stand, `yidan.tasks/1`.
#pragma once

#include "contract/audit.h"
#include "contract/receipt.h"
#include "terms/tasks.h"

namespace yidan::contract {

inline constexpr std::array kTaskFields{
    text("task", "任务编号", "the task's id").required(),
    text("clauses", "依据的条款", "the clauses behind it").many().required(),
    object(kAuditText, "title", "任务", "what is to be done").required(),
    text("section", "责任标注所在的章节", "the section that marks who is responsible"),
    text("lead", "牵头机关", "who leads").many().required(),
    text("support", "配合机关", "who supports").many().required(),
    flag("shared", "牵头机关按职责分工负责", "those who lead are responsible by division of labour"),
    day("due", "期限；长期任务不写", "the last day; absent: continuous"),
    day("legal_end", "文件另定的终止日", "the document's own end, where it differs"),
    object(kAuditText, "note", "期限的说明", "where the day comes from"),
    word<ClosedBy>("closed_by", "销号依据", "what closes it").required(),
    word<TaskState>("state", "状态", "how it stands").required(),
    day("closed", "销号日", "when it was closed, or since when the answer holds"),
    number(0, INT64_MAX, "days", "剩余天数、逾期天数", "days left, overdue or late").required(),
    text("evidence", "证据", "the document, or what was asked"),
    object(kAuditText, "missing", "尚缺什么", "what is missing").many(),
};
inline constexpr Object kTask{"task", {"一项任务", "a task"}, kTaskFields, {}, false};

inline constexpr std::array kTasksFields{
    format<"yidan.tasks/1">(),
    pool().required(),
    day("on", "日期", "the day").required(),
    object(kTask, "tasks", "各项任务，按期限", "the tasks, by due day").many().required(),
    ungated(),
};
inline constexpr Object kTasks{"yidan.tasks/1", {"任务台账", "the tasks of a pool"}, kTasksFields, {}, false};

}  // namespace yidan::contract
