#include "tasks/standing.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "audit/audit.h"
#include "policy/procedure.h"

namespace yidan::tasks {
namespace {

using policy::Task;

// Whether a question is answered as it should be, and if not, why.
struct Held {
  bool holds = false;
  std::vector<Text> missing;
};

Date day_before(Date day) { return Date::from_days(day.days() - 1); }

class Reckoning {
 public:
  Reckoning(const policy::Policy& policy, const policy::Pool& pool, const policy::Tasks& tasks, Evidence& evidence)
      : policy_(policy), pool_(pool), tasks_(tasks), evidence_(evidence) {}

  // Mostly one.
  Result<std::vector<TaskStanding>> standings(const Task& task, Date on) {
    if (task.closed_by == ClosedBy::values) return by_values(task, on);
    auto one = standing(task, on);
    if (!one) return std::unexpected(std::move(one.error()));
    return std::vector<TaskStanding>{std::move(*one)};
  }

  Result<TaskStanding> standing(const Task& task, Date on) {
    TaskStanding standing{.task = &task};
    auto closed = task.closed_by == ClosedBy::document ? closed_by_document(task, on, standing)
                                                       : closed_by_answer(task, on, standing);
    if (!closed) return std::unexpected(std::move(closed.error()));
    standing.closed = *closed;
    judge(task, on, standing);
    return standing;
  }

 private:
  static void judge(const Task& task, Date on, TaskStanding& standing) {
    if (!task.due || task.closed_by == ClosedBy::nothing) {
      standing.state = standing.closed ? TaskState::done : TaskState::continuous;
    } else if (standing.closed) {
      standing.days = std::max(0, standing.closed->days() - task.due->days());
      standing.state = standing.days > 0 ? TaskState::done_late : TaskState::done;
    } else {
      standing.days = std::abs(on.days() - task.due->days());
      standing.state = on > *task.due ? TaskState::overdue : TaskState::open;
    }
  }

  Result<std::optional<Date>> closed_by_document(const Task& task, Date on, TaskStanding& standing) {
    const auto entry = evidence_.task(task.id, on);
    if (!entry) return std::unexpected(entry.error());
    if (entry->view.state != "closed") return std::nullopt;
    standing.evidence = entry->view.value("document");
    const auto day = entry->view.day("document_day");
    return day ? day : std::optional(entry->view.since);
  }

  // The day from which the answer holds without a break up to `on`: looked for between the due day and then, for what
  // held when it was due is done in time.
  Result<std::optional<Date>> closed_by_answer(const Task& task, Date on, TaskStanding& standing) {
    if (task.closed_by == ClosedBy::nothing) return std::nullopt;
    auto now = held(task, on);
    if (!now) return std::unexpected(std::move(now.error()));
    standing.missing = std::move(now->missing);
    standing.evidence = std::string(code(task.closed_by));
    for (const std::string& each : task.of) standing.evidence += " " + each;
    if (!now->holds) return std::nullopt;
    if (!task.due || on <= *task.due) return on;
    auto then = held(task, *task.due);
    if (!then) return std::unexpected(std::move(then.error()));
    if (then->holds) return *task.due;
    Date open = *task.due;
    Date done = on;
    while (open < day_before(done)) {
      const Date middle = Date::from_days(open.days() + (done.days() - open.days()) / 2);
      auto between = held(task, middle);
      if (!between) return std::unexpected(std::move(between.error()));
      (between->holds ? done : open) = middle;
    }
    return done;
  }

  Result<Held> held(const Task& task, Date on) {
    switch (task.closed_by) {
      case ClosedBy::bounds:
        return by_bounds(task, on);
      case ClosedBy::rules:
        return by_rules(task, on);
      case ClosedBy::check:
        return by_check(task, on);
      case ClosedBy::schedule:
        return by_schedule(on);
      case ClosedBy::gate:
        return by_gate(on);
      case ClosedBy::document:
      case ClosedBy::values:
      case ClosedBy::nothing:
        break;
    }
    return Held{};
  }

  const audit::Report& report_on(Date on) {
    const auto [report, fresh] = reports_.try_emplace(on);
    if (fresh) report->second = audit::audit(policy_, pool_, on);
    return report->second;
  }

  static bool cites(const std::vector<std::string>& clauses, const std::vector<std::string>& any_of) {
    return std::ranges::any_of(
        clauses, [&](const std::string& each) { return std::ranges::find(any_of, each) != any_of.end(); });
  }

  // None of the bounds of these clauses finds anything that has to be mended, or lacks what it is judged by.
  Held by_bounds(const Task& task, Date on) {
    Held held{.holds = true, .missing = {}};
    bool asked = false;
    for (const audit::Finding& each : report_on(on).findings) {
      if (!cites(each.bound->clauses, task.of)) continue;
      asked = true;
      if (each.grade == Grade::violation || each.grade == Grade::transitional || each.grade == Grade::not_evaluable) {
        held.holds = false;
        held.missing.push_back(each.text);
      }
    }
    if (!asked) held = {false, {{"清单核查中没有这一条", "the audit has no bound of this clause"}}};
    return held;
  }

  // Values that break the bounds of these clauses on a day and were issued before the task's: by what they are, what
  // the audit says.
  using Broken = std::map<std::string, Text>;
  Broken broken(const Task& task, Date on) {
    Broken values;
    for (const audit::Finding& each : report_on(on).findings) {
      if (!cites(each.bound->clauses, task.of)) continue;
      if (each.grade != Grade::violation && each.grade != Grade::transitional) continue;
      for (const audit::Evidence& value : each.evidence) {
        if (!value.basis || !value.issued || *value.issued >= *task.before) continue;
        values.try_emplace(name_of(value), each.text);
      }
    }
    return values;
  }

  // "resident-inpatient.tilt-ratio identity=needy 5 (2020-01-01)".
  static std::string name_of(const audit::Evidence& value) {
    std::string name = value.what;
    if (!value.key.empty()) name += " " + value.key;
    return name + " " + value.value + " (" + to_text(value.from) + ")";
  }

  // A task a value: those that break a bound now, and those that did when the task was set and no longer do. Where
  // there never was any, the task itself is done.
  std::vector<TaskStanding> by_values(const Task& task, Date on) {
    const Broken now = broken(task, on);
    std::vector<TaskStanding> list;
    for (const auto& [name, text] : now) {
      list.push_back({.task = &task, .state = TaskState::open, .evidence = name, .missing = {text}});
    }
    for (const auto& [name, text] : on > *task.before ? broken(task, *task.before) : Broken()) {
      if (now.contains(name)) continue;
      list.push_back({.task = &task, .state = TaskState::done, .closed = mended(task, name, on), .evidence = name});
    }
    if (list.empty()) list.push_back({.task = &task, .state = TaskState::done, .closed = *task.before});
    return list;
  }

  // The day from which a value that broke a bound when the task was set no longer does.
  Date mended(const Task& task, const std::string& name, Date on) {
    Date open = *task.before;
    Date done = on;
    while (open < day_before(done)) {
      const Date middle = Date::from_days(open.days() + (done.days() - open.days()) / 2);
      (broken(task, middle).contains(name) ? open : done) = middle;
    }
    return done;
  }

  // Each of them has a rule of the city's own on that day.
  Held by_rules(const Task& task, Date on) {
    Held held{.holds = true, .missing = {}};
    for (const std::string& each : task.of) {
      const bool there = std::ranges::any_of(pool_.rules, [&](const policy::Rule& rule) {
        return rule.folder == pool_.folder && rule.period.contains(on) && rule.basis == Basis::cited &&
               policy::names_parameter({each}, rule.id);
      });
      if (there) continue;
      held.holds = false;
      held.missing.push_back({"没有本市自己的 " + each, "the city has no " + each + " of its own"});
    }
    return held;
  }

  Result<Held> by_check(const Task& task, Date on) {
    Held held{.holds = true, .missing = {}};
    for (const std::string& each : task.of) {
      auto coverage = evidence_.check(each, on);
      if (!coverage) return std::unexpected(std::move(coverage.error()));
      if (!*coverage || (*coverage)->all == 0) {
        held.holds = false;
        held.missing.push_back(
            {"登记册中尚无可核查的内容：" + each, "nothing is registered that could be checked: " + each});
        continue;
      }
      if ((*coverage)->is_whole()) continue;
      held.holds = false;
      for (const registers::Finding& found : (*coverage)->findings) {
        held.missing.push_back({found.entry + "：" + found.said.zh, found.entry + ": " + found.said.en});
      }
    }
    return held;
  }

  // Every dated task of the pool has a backward schedule that ends on its due day, and none is overdue.
  Result<Held> by_schedule(Date on) {
    Held held{.holds = true, .missing = {}};
    for (const Task& each : tasks_) {
      if (!each.due || each.closed_by == ClosedBy::schedule || !each.region.covers(pool_.region)) continue;
      const auto entry = evidence_.task(each.id, on);
      if (!entry) return std::unexpected(entry.error());
      const auto end = entry->view.day("schedule_end");
      if (end != each.due) {
        held.holds = false;
        held.missing.push_back(
            {each.id + "：没有止于期限的倒排工期", each.id + ": no schedule that ends on its due day"});
      }
      const auto standing = this->standing(each, on);
      if (!standing) return std::unexpected(standing.error());
      if (standing->state != TaskState::overdue) continue;
      held.holds = false;
      held.missing.push_back({each.id + "：已逾期", each.id + ": overdue"});
    }
    return held;
  }

  Held by_gate(Date on) {
    Held held{.holds = true, .missing = {}};
    for (const audit::Finding& each : report_on(on).findings) {
      if (each.grade != Grade::violation) continue;
      held.holds = false;
      held.missing.push_back(each.text);
    }
    return held;
  }

  const policy::Policy& policy_;
  const policy::Pool& pool_;
  const policy::Tasks& tasks_;
  Evidence& evidence_;
  std::map<Date, audit::Report> reports_;
};

}  // namespace

Result<std::vector<TaskStanding>> standing_of(const policy::Policy& policy, const policy::Pool& pool,
                                              const policy::Tasks& tasks, Evidence& evidence, Date on) {
  Reckoning reckoning(policy, pool, tasks, evidence);
  std::vector<TaskStanding> list;
  for (const Task& each : tasks) {
    if (!each.region.covers(pool.region)) continue;
    auto standings = reckoning.standings(each, on);
    if (!standings) return std::unexpected(std::move(standings.error()));
    std::ranges::move(*standings, std::back_inserter(list));
  }
  std::ranges::stable_sort(list, {}, [](const TaskStanding& each) { return each.task->due.value_or(Date::never()); });
  return list;
}

std::vector<const Task*> marked_by(const policy::Tasks& tasks, Region pool, const std::string& section) {
  std::vector<const Task*> list;
  for (const Task& each : tasks) {
    if (each.region == pool && each.section == section) list.push_back(&each);
  }
  return list;
}

}  // namespace yidan::tasks
