// Tasks that documents set: who leads, by when, and by what they are closed; the files of `tasks/`. Nothing that
// settles reads them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calendar/date.h"
#include "policy/problem.h"
#include "terms/region.h"
#include "terms/tasks.h"

namespace yidan::policy {

struct Task {
  Position at;
  std::string id;  // that of its clause
  std::vector<std::string> clauses;
  Region region;  // that of its pack: a city's, or the province's, which is a task of every city
  Text title;
  std::string section;  // where a document marks who is responsible: "七（三）"
  std::vector<std::string> lead;
  std::vector<std::string> support;
  bool shared = false;            // those who lead are responsible by division of labour
  std::optional<Date> due;        // the last day; absent: continuous
  std::optional<Date> legal_end;  // where the document's own end differs (A06)
  Text due_note;                  // where the day is derived
  ClosedBy closed_by = ClosedBy::document;
  std::optional<Date> before;   // values: issued before this day
  std::vector<std::string> of;  // bounds, values: their clauses; rules: folders or parameters; check: "point/townships"
};
using Tasks = std::vector<Task>;

struct Source;
// Those of a source that compiles; what cannot be read is left out.
[[nodiscard]] Tasks read_tasks(const Source& source);

}  // namespace yidan::policy
