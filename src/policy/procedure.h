// What a thing that is decided passes through: which kinds of it there are, through which states they go by what
// evidence, and what is asked of them; the files of `procedures/`. Nothing that settles reads them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date.h"
#include "policy/period.h"
#include "policy/problem.h"
#include "terms/authority.h"
#include "terms/region.h"

namespace yidan::policy {

inline constexpr std::string_view kNewEntry = "new";  // the state of what is not registered yet

struct EntryKind {
  std::string name;  // "emergency"
  Text title;
  bool beyond_list = false;  // filed, it may exceed the list in what it touches
  bool whole = false;        // of the packs as a whole: what is activated without an entry of its own
};

struct EntryState {
  std::string name;  // "in-force"
  Text title;
  bool in_force = false;
};

// From some states to another, by an act with its evidence, or by itself on the day of a field (`at`).
struct Transition {
  Position at;
  std::string act;  // empty: by itself
  std::string day;  // the field on whose day it happens by itself
  std::vector<std::string> from;
  std::string to;
  std::vector<std::string> kinds;  // of entries; empty: of all
  std::vector<std::string> needs;
  WordSet<Body> by;  // who may; empty: anybody
  std::vector<std::string> clauses;
};

struct Requirement {
  Position at;
  Asks asks = Asks::authority;
  std::vector<std::string> kinds;  // empty: all
  std::vector<std::string> of;     // parameters or folders; empty: all
  Region region;
  std::vector<Region> except;
  bool by_analogy = false;  // in regions for which the clause was not written
  Region of_clause;
  Period period = kEveryDay;
  std::optional<Date> issued_from;
  Severity otherwise = Severity::refuse;
  std::vector<std::string> clauses;
  Text text;
};

struct Procedure {
  std::string name;  // "decision", that of the file
  Text title;
  std::vector<EntryKind> kinds;
  std::vector<EntryState> states;
  std::vector<Transition> transitions;
  std::vector<Requirement> requirements;

  [[nodiscard]] const EntryKind* kind(std::string_view asked) const;
  [[nodiscard]] const EntryState* state(std::string_view asked) const;
};
using Procedures = std::map<std::string, Procedure, std::less<>>;

// Whether one of the names is the parameter or its folder.
[[nodiscard]] bool names_parameter(const std::vector<std::string>& names, std::string_view parameter);

}  // namespace yidan::policy
