// An entry of a register, and what became of it: a fold of what was opened, amended and moved on.
//
// Nothing is overwritten. A step counts from the day that it names, so that a later step may mend an earlier day, and
// any day can be asked for.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "calendar/date.h"
#include "policy/register_definition.h"
#include "terms/region.h"
#include "terms/registers.h"

namespace yidan::registers {

// The values of fields by name, as the one text in which each is written; a field that is not `many` has one.
using Fields = std::map<std::string, std::vector<std::string>, std::less<>>;

// What is asked: to open an entry, to change fields of it, or to move it on by an act that brings its evidence.
struct Told {
  RegisterAct act = RegisterAct::open;
  std::string move;  // of open and move: what is done; may be left out where one alone opens
  Date on;
  std::optional<Role> by;
  Fields fields;  // a field without values is emptied
};

// The same as it was done.
struct Step {
  Told told;
  std::string to;  // the state into which it led; empty: it stays
};

struct Entry {
  Region pool;
  std::string id;
  std::vector<Step> steps;
};

// What has to be done next, and by when.
struct Deadline {
  const policy::EntryMove* move = nullptr;
  Date due;
};

// What was done after its time.
struct DoneLate {
  const policy::EntryMove* move = nullptr;
  Date due;
  Date done;
};

// An entry as it stood on a day.
struct View {
  std::string state{policy::kNotRegistered};
  Date since;  // when it came into it
  Fields fields;
  std::optional<Deadline> next;  // the earliest of what has to be done
  std::vector<DoneLate> late;

  // The one value of a field; empty where it has none.
  [[nodiscard]] const std::string& value(std::string_view field) const;
  [[nodiscard]] std::optional<Date> day(std::string_view field) const;
};

// REQUIRES: `definition` lives as long as the view.
[[nodiscard]] View view_on(const Entry& entry, const policy::RegisterDefinition& definition,
                           const policy::WorkCalendar& calendar, Date on);

// Takes a view on to a later day on which nothing was done: what happens by itself has happened. REQUIRES: as above.
void pass_time(View& view, const policy::RegisterDefinition& definition, const policy::WorkCalendar& calendar, Date on);

// The last day that a step of it names.
[[nodiscard]] Date last_day_of(const Entry& entry);

}  // namespace yidan::registers
