#include "policy/parse/parse_tasks.h"

#include <algorithm>
#include <utility>

#include "policy/parse/parse_authority.h"

namespace yidan::policy {
namespace {

std::vector<std::string> names_at(MapReader& row, std::string_view key) {
  std::vector<std::string> names;
  for (const YamlNode* each : row.list(key)) names.push_back(each->text);
  return names;
}

Task read_task(const YamlNode& node, const FileContext& context) {
  MapReader row(node, context);
  Task task{.at = row.at()};
  row.demand("clauses");
  task.clauses = read_clauses(row, "clauses");
  task.id = row.text("id").value_or(task.clauses.empty() ? "" : task.clauses.front());
  task.title = row.title("title");
  task.section = row.text("section").value_or("");
  task.lead = names_at(row, "lead");
  task.support = names_at(row, "support");
  task.shared = row.flag("shared");
  task.due = row.date("due");
  task.legal_end = row.date("legal_end");
  if (row.optional("note") != nullptr) task.due_note = row.title("note");
  if (const auto closed = row.word<ClosedBy>("closed_by")) task.closed_by = *closed;
  task.of = names_at(row, "of");
  task.before = row.date("before");
  row.finish();
  constexpr WordSet<ClosedBy> ask{ClosedBy::bounds, ClosedBy::values, ClosedBy::rules, ClosedBy::check};
  if (ask.contains(task.closed_by) == task.of.empty()) {
    context.problem(node, "销号依据为 bounds、values、rules、check 时须写明 of，其余不写：请改正",
                    "closed by bounds, values, rules or check a task says 'of', else it does not: correct it");
  }
  if ((task.closed_by == ClosedBy::values) != task.before.has_value()) {
    context.problem(node, "销号依据为 values 时须写明 before（此日以前印发的），其余不写：请改正",
                    "closed by values a task says 'before' which day they were issued, else it does not: correct it");
  }
  return task;
}

}  // namespace

void read_task_file(const YamlNode& root, const FileContext& context, Region region, Tasks& tasks) {
  MapReader map(root, context);
  (void)map.title("title");
  map.demand("tasks");
  for (const YamlNode* node : map.rows("tasks")) {
    Task task = read_task(*node, context);
    task.region = region;
    const auto is_same = [&](const Task& other) { return other.id == task.id && other.region == region; };
    if (std::ranges::any_of(tasks, is_same)) {
      context.problem(*node, "任务“" + task.id + "”重复：请另写编号（id）",
                      "task '" + task.id + "' stands twice: give it an 'id' of its own");
      continue;
    }
    tasks.push_back(std::move(task));
  }
  map.finish();
}

}  // namespace yidan::policy
