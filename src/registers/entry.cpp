#include "registers/entry.h"

#include <algorithm>

namespace yidan::registers {
namespace {

using policy::EntryMove;
using policy::RegisterDefinition;
using policy::WorkCalendar;

bool leaves(const EntryMove& move, std::string_view state) {
  return std::ranges::find(move.from, state) != move.from.end();
}

void put(const Fields& told, Fields& fields) {
  for (const auto& [name, values] : told) {
    if (values.empty()) {
      fields.erase(name);
    } else {
      fields.insert_or_assign(name, values);
    }
  }
}

// Those that count by a day, in the order of their days; of one day as they were told.
std::vector<const Step*> steps_by(const Entry& entry, Date on) {
  std::vector<const Step*> steps;
  for (const Step& each : entry.steps) {
    if (each.told.on <= on) steps.push_back(&each);
  }
  std::ranges::stable_sort(steps, {}, [](const Step* each) { return each->told.on; });
  return steps;
}

class Folding {
 public:
  Folding(View& view, const RegisterDefinition& definition, const WorkCalendar& calendar)
      : view_(view), definition_(definition), calendar_(calendar) {}

  void fold(const std::vector<const Step*>& steps) {
    for (const Step* each : steps) {
      // Evidence for a move is there when it is made.
      put(each->told.fields, view_.fields);
      if (!each->to.empty()) move_on(*each);
    }
  }

  void pass_time(Date on) {
    for (std::size_t left = definition_.states.size(); left > 0 && pass_by_itself(on); --left) {
    }
    view_.next = next();
  }

 private:
  void move_on(const Step& step) {
    for (const EntryMove& each : definition_.moves) {
      if (each.act != step.told.move || each.to != step.to || !leaves(each, view_.state)) continue;
      const auto due = due_of(each);
      if (due && step.told.on > *due) view_.late.push_back({&each, *due, step.told.on});
      break;
    }
    view_.state = step.to;
    view_.since = step.told.on;
  }

  bool pass_by_itself(Date on) {
    for (const EntryMove& each : definition_.moves) {
      const auto day = each.day.empty() || !leaves(each, view_.state) ? std::nullopt : view_.day(each.day);
      if (!day || *day > on) continue;
      view_.state = each.to;
      view_.since = *day;
      return true;
    }
    return false;
  }

  // Absent: there is no limit, or the day from which it counts is not known.
  [[nodiscard]] std::optional<Date> due_of(const EntryMove& move) const {
    if (!move.within) return std::nullopt;
    const auto begin = move.within->since.empty() ? std::optional(view_.since) : view_.day(move.within->since);
    return begin ? std::optional(end_of_limit(*move.within, *begin, calendar_)) : std::nullopt;
  }

  [[nodiscard]] std::optional<Deadline> next() const {
    std::optional<Deadline> first;
    for (const EntryMove& each : definition_.moves) {
      const auto due = leaves(each, view_.state) ? due_of(each) : std::nullopt;
      if (due && (!first || *due < first->due)) first = Deadline{&each, *due};
    }
    return first;
  }

  View& view_;
  const RegisterDefinition& definition_;
  const WorkCalendar& calendar_;
};

}  // namespace

const std::string& View::value(std::string_view field) const {
  static const std::string none;
  const auto found = fields.find(field);
  return found == fields.end() || found->second.empty() ? none : found->second.front();
}

std::optional<Date> View::day(std::string_view field) const {
  const auto day = parse_date(value(field));
  return day ? std::optional(*day) : std::nullopt;
}

View view_on(const Entry& entry, const RegisterDefinition& definition, const WorkCalendar& calendar, Date on) {
  View view;
  Folding folding(view, definition, calendar);
  folding.fold(steps_by(entry, on));
  folding.pass_time(on);
  return view;
}

void pass_time(View& view, const RegisterDefinition& definition, const WorkCalendar& calendar, Date on) {
  Folding(view, definition, calendar).pass_time(on);
}

Date last_day_of(const Entry& entry) {
  Date last;
  for (const Step& each : entry.steps) last = std::max(last, each.told.on);
  return last;
}

}  // namespace yidan::registers
