#include "exchange/task_report.h"

#include "base/csv.h"
#include "base/visible.h"
#include "contract/tasks.h"
#include "exchange/display.h"
#include "exchange/text_writer.h"

namespace yidan::exchange {
namespace {

using tasks::TaskStanding;

std::string in_words(Language language, const std::string& zh, const std::string& en) {
  return language == Language::zh ? zh : en;
}

std::string name_list(const std::vector<std::string>& names, Language language) {
  std::string list;
  for (const std::string& each : names) list += (list.empty() ? "" : in_words(language, "、", ", ")) + each;
  return list;
}

void write_list(json::Writer& json, std::string_view name, const std::vector<std::string>& list) {
  json.key(name);
  json.begin_array();
  for (const std::string& each : list) json.string(each);
  json.end_array();
}

void write_task(json::Writer& json, const TaskStanding& standing) {
  const policy::Task& task = *standing.task;
  json.begin_object();
  json.text("task", task.id);
  write_list(json, "clauses", task.clauses);
  json.key("title");
  write_text(json, task.title);
  if (!task.section.empty()) json.text("section", task.section);
  write_list(json, "lead", task.lead);
  write_list(json, "support", task.support);
  if (task.shared) {
    json.key("shared");
    json.boolean(true);
  }
  if (task.due) json.text("due", to_text(*task.due));
  if (task.legal_end) json.text("legal_end", to_text(*task.legal_end));
  if (!task.due_note.zh.empty()) {
    json.key("note");
    write_text(json, task.due_note);
  }
  json.text("closed_by", code(task.closed_by));
  json.text("state", code(standing.state));
  if (standing.closed) json.text("closed", to_text(*standing.closed));
  json.key("days");
  json.number(standing.days);
  if (!standing.evidence.empty()) json.text("evidence", standing.evidence);
  if (!standing.missing.empty()) {
    json.key("missing");
    json.begin_array();
    for (const Text& each : standing.missing) write_text(json, each);
    json.end_array();
  }
  json.end_object();
}

// "还有 60 天", "逾期 1 天", "2023-02-10 完成，逾期 41 天".
std::string how_it_stands(const TaskStanding& standing, Language language) {
  const std::string days = std::to_string(standing.days);
  const std::string closed = standing.closed ? to_text(*standing.closed) : std::string();
  switch (standing.state) {
    case TaskState::open:
      if (!standing.task->due) return in_words(language, "进行中，未定期限", "open, without a day");
      return in_words(language, "还有 " + days + " 天", days + " days left");
    case TaskState::overdue:
      return in_words(language, "逾期 " + days + " 天", "overdue by " + days + " days");
    case TaskState::done:
      return in_words(language, closed + " 按期完成", "done on " + closed);
    case TaskState::done_late:
      return in_words(language, closed + " 完成，逾期 " + days + " 天",
                      "done on " + closed + ", " + days + " days late");
    case TaskState::continuous:
      break;
  }
  return in_words(language, "长期任务", "continuous");
}

std::string due_of(const policy::Task& task, Language language) {
  if (!task.due) return "-";
  std::string text = to_text(*task.due);
  if (task.legal_end)
    text += in_words(language, "（文件：", " (document: ") + to_text(*task.legal_end) + in_words(language, "）", ")");
  return text;
}

}  // namespace

std::string responsible_text(const policy::Task& task, Language language) {
  if (task.lead.empty()) return in_words(language, "未载明", "not named");
  std::string text = name_list(task.lead, language);
  if (task.shared) return text + in_words(language, "按职责分工负责", " (by division of labour)");
  text += in_words(language, "牵头", " (lead)");
  if (!task.support.empty()) {
    text +=
        in_words(language, "，", ", ") + name_list(task.support, language) + in_words(language, "配合", " (support)");
  }
  return text;
}

std::string tasks_text(const TaskReport& report, Language language) {
  std::string page = report.pool->name.in(language) + "  " + to_text(report.on) + "\n";
  for (const TaskStanding& each : report.tasks) {
    const policy::Task& task = *each.task;
    page += left_aligned(task.id, 16) + left_aligned(due_of(task, language), 12) + "  " +
            left_aligned(how_it_stands(each, language), 28) + "  " + task.title.in(language) + "\n";
    std::string more = "    " + responsible_text(task, language);
    if (!each.evidence.empty()) more += in_words(language, "；依据：", "; by: ") + each.evidence;
    page += more + "\n";
    constexpr std::size_t most = 3;
    for (std::size_t i = 0; i < each.missing.size() && i < most; ++i) {
      page += "    " + in_words(language, "尚缺：", "missing: ") + each.missing[i].in(language) + "\n";
    }
    if (each.missing.size() > most) {
      const std::string more_missing = std::to_string(each.missing.size() - most);
      page += "    " + in_words(language, "……另有 " + more_missing + " 项", "… and " + more_missing + " more") + "\n";
    }
  }
  return harmless(page);
}

std::string tasks_json(const TaskReport& report) {
  std::string text;
  json::Writer json(text, json::Writer::Style::pretty);
  json.begin_object();
  json.text("format", contract::kTasks.name);
  json.text("pool", to_text(report.pool->region));
  json.text("on", to_text(report.on));
  json.key("tasks");
  json.begin_array();
  for (const TaskStanding& each : report.tasks) write_task(json, each);
  json.end_array();
  json.end_object();
  return text;
}

std::string tasks_csv(const std::vector<TaskReport>& reports, Language language) {
  const auto say = [&](const char* zh, const char* en) { return in_words(language, zh, en); };
  std::string out = "\xEF\xBB\xBF";
  const auto add_row = [&](const std::vector<std::string>& cells) { csv::append_text_row(out, cells); };
  add_row({say("统筹区", "pool"), say("任务", "task"), say("内容", "title"), say("牵头", "lead"),
           say("配合", "support"), say("期限", "due"), say("状态", "state"), say("天数", "days"),
           say("销号日", "closed"), say("依据", "evidence"), say("尚缺", "missing")});
  for (const TaskReport& report : reports) {
    for (const TaskStanding& each : report.tasks) {
      const Word& state = word(each.state);
      std::string missing;
      for (const Text& one : each.missing) missing += (missing.empty() ? "" : say("；", "; ")) + one.in(language);
      add_row({to_text(report.pool->region), each.task->id, each.task->title.in(language),
               name_list(each.task->lead, language), name_list(each.task->support, language),
               each.task->due ? to_text(*each.task->due) : "",
               std::string(language == Language::zh ? state.zh : state.en), std::to_string(each.days),
               each.closed ? to_text(*each.closed) : "", each.evidence, missing});
    }
  }
  return out;
}

}  // namespace yidan::exchange
