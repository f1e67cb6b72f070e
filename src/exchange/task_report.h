// How the tasks of a pool stand: for programs, for people, as a table, as a Gantt chart, and as a page to print.
#pragma once

#include <string>
#include <vector>

#include "base/json_writer.h"
#include "policy/policy.h"
#include "tasks/standing.h"

namespace yidan::exchange {

struct TaskReport {
  const policy::Pool* pool = nullptr;
  Date on;
  std::vector<tasks::TaskStanding> tasks;
};

[[nodiscard]] std::string tasks_text(const TaskReport& report, Language language);
// `yidan.tasks/1`.
[[nodiscard]] std::string tasks_json(const TaskReport& report);
[[nodiscard]] std::string tasks_csv(const std::vector<TaskReport>& reports, Language language);
// A bar a dated task, from a year before its due day to it; the day asked for is a line. SVG.
[[nodiscard]] std::string tasks_chart(const TaskReport& report, Language language);
// The plan as a page: the table, and the chart above it. HTML.
[[nodiscard]] std::string tasks_page(const TaskReport& report, Language language);

// Who is responsible by the mark of a section: "卫生健康委、医保局按职责分工负责".
[[nodiscard]] std::string responsible_text(const policy::Task& task, Language language);

}  // namespace yidan::exchange
