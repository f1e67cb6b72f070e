// What a register keeps: the fields of its entries, the states they pass through, who may move them on by what evidence
// and within which time, and what is checked; the files of `registers/`, by which any list is kept without a line of
// code.
//
// The province's file defines a register; a city's file of the same name adds to it and never weakens it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date.h"
#include "policy/problem.h"
#include "terms/authority.h"
#include "terms/region.h"
#include "terms/registers.h"
#include "terms/schemes.h"
#include "terms/terms.h"

namespace yidan::policy {

inline constexpr std::string_view kNotRegistered = "new";  // the state of what is not registered yet

struct NamedWord {
  std::string code;
  Text name;
};

struct FieldDefinition {
  Position at;
  std::string name;
  Text title;
  std::optional<FieldType> type;  // absent where a city's file adds to a field of the province's
  bool required = false;          // from the opening on
  bool many = false;
  bool fixed = false;            // never amended
  bool forward = false;          // amended from the day at the desk on, not for days that have passed
  std::vector<NamedWord> words;  // of a word
  std::string of;                // of an entry: its register
  // Of a day: the end of the time limit that the entry named in another field gives (its `limit`, `limit_unit`), from
  // the day in a third one on; reckoned when the entry is opened.
  std::string limit_of;
  std::string since;
  bool lookup = false;  // entries are found by it without looking at all of them; one field a register
  std::vector<std::string> clauses;

  [[nodiscard]] const NamedWord* word(std::string_view code) const;
};

struct EntryStage {
  std::string name;
  Text title;
  bool final = false;  // nothing comes after it
};

// So many days after the day in a field, or after the entry came into its state.
struct TimeLimit {
  int count = 0;
  LimitUnit unit = LimitUnit::days;
  std::string since;  // a field of days; empty: the day of the state
};

// From some states to another, by an act; or by itself, on the day in a field.
struct EntryMove {
  Position at;
  std::string act;  // empty: by itself
  std::string day;  // the field on whose day it happens by itself
  Text title;
  std::vector<std::string> from;
  std::string to;
  WordSet<Role> by;
  std::vector<std::string> needs;   // fields that have to be filled by then
  std::optional<TimeLimit> within;  // by when it has to be done
  Text overdue;                     // what it means when it is not
  std::vector<std::string> clauses;
};

// Entries whose field holds one of the words.
struct FieldCondition {
  std::string field;
  std::vector<std::string> words;
};

struct RegisterCheck {
  Position at;
  std::string name;
  CheckKind kind = CheckKind::filled;
  Severity otherwise = Severity::warn;  // refuse: an act that would break it is not done
  Region region;                        // whose file it stands in
  Date from;                            // the days on which it holds
  Date until = Date::never();
  std::optional<Date> due;                   // of a milestone: the last day on which it may be open
  std::vector<FieldCondition> where;         // of entries that are such; empty: of all
  std::vector<std::string> states;           // and stand so; empty: all but final ones
  std::vector<std::string> fields;           // filled, in-order, same, at-least, unique, in-time: what is looked at
  std::vector<std::string> by;               // same: entries are compared that agree in these
  std::vector<std::string> words;            // at-least, covered: which of their words count; empty: all
  int least = 1;                             // at-least
  std::optional<TimeLimit> within;           // in-time
  std::string reg;                           // exists: the other register; covered: that of the units
  std::map<std::string, std::string> match;  // exists: its field → ours (or `entry`); covered: ours → the unit's
  std::vector<FieldCondition> of_others;     // exists, covered: which of the other register
  std::vector<std::string> other_states;     // exists, covered: and in which state; empty: all but final ones
  std::vector<std::string> each;  // covered: every combination of the words of these fields, instead of units
  std::vector<std::string> clauses;
  Text text;

  // Whether it is of one entry, and not of all of a pool.
  [[nodiscard]] bool is_of_one() const { return kind < CheckKind::same; }
};

// What settlement reads of the entries of a register: for which care the institution that they name is designated.
struct Designating {
  Position at;
  std::string cares;  // the field that names the care; empty: it is `care`
  WordSet<Care> care;
  std::optional<Scheme> scheme;     // needed besides, for care that this scheme pays; absent: it designates by itself
  Date since;                       // from which day on it is needed
  std::vector<std::string> states;  // of entries that count
  std::string provider;             // fields: the institution, the first day, the first day after it
  std::string from;
  std::string until;
  std::vector<std::string> clauses;
};

struct RegisterDefinition {
  Position at;
  std::string name;  // "agreement", that of the file
  Region region;     // whose pack it stands in
  Text title;
  std::vector<FieldDefinition> fields;
  std::vector<EntryStage> states;
  std::vector<EntryMove> moves;
  std::vector<RegisterCheck> checks;
  std::optional<Designating> designates;
  std::vector<std::string> clauses;

  [[nodiscard]] const FieldDefinition* field(std::string_view asked) const;
  [[nodiscard]] const EntryStage* state(std::string_view asked) const;
  [[nodiscard]] bool is_final(std::string_view asked) const;
  // What is shown of a state, also of `new`.
  [[nodiscard]] Text title_of_state(std::string_view asked) const;
};

// Days that are no working days though they are no week-end, and week-end days that are.
struct WorkCalendar {
  std::vector<Date> off;     // sorted
  std::vector<Date> worked;  // sorted

  [[nodiscard]] bool is_working(Date day) const;
};

// All registers that packs define: by name, the files that say something of it, the province's first.
struct Registers {
  std::map<std::string, std::vector<RegisterDefinition>, std::less<>> files;
  WorkCalendar calendar;
};

struct Source;
// Those of a source that compiles; what cannot be read is left out.
[[nodiscard]] Registers read_registers(const Source& source);

// A register as it is kept in a pool: the province's with what its city adds. Absent: there is none of that name.
[[nodiscard]] std::optional<RegisterDefinition> register_in(const Registers& all, std::string_view name, Region pool);

// The last day of a time limit that begins on `begin`: months end on the same day of the month, or on its last;
// working days count from the day after; hours end on the day that they reach into.
[[nodiscard]] Date end_of_limit(const TimeLimit& limit, Date begin, const WorkCalendar& calendar);

}  // namespace yidan::policy
