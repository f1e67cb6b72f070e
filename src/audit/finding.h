// What an audit finds: one finding a bound, also where the bound is kept, with the values that it rests on.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "policy/bound.h"
#include "policy/policy.h"

namespace yidan::audit {

// A value on which a finding rests: a rule of a pack, a figure of an indicator, bills.
struct Evidence {
  std::string what;  // "resident-outpatient.ratio"
  std::string key;   // "level=1"
  std::string value;
  std::vector<std::string> clauses;
  std::optional<Basis> basis;
  bool draft = false;
  policy::Position at;         // without a file: none
  Date from;                   // the first day on which it holds
  std::string document;        // of its first clause
  std::optional<Date> issued;  // of that document; where its day is not known, the first day on which it is valid
};

struct Finding {
  const policy::Bound* bound = nullptr;
  Region region;
  Grade grade = Grade::ok;
  std::optional<policy::Quantity> measured;
  std::optional<policy::Quantity> limit;  // without the tolerance
  std::optional<policy::Quantity> least;  // what is still kept, tolerance included; absent: no such end
  std::optional<policy::Quantity> most;
  std::string limit_text;     // "at most 1696.62 (2% of average-wage)", for people in `text`
  std::optional<Date> since;  // of a deviation: from when on it is one
  std::optional<Date> due;
  std::vector<Evidence> evidence;
  std::optional<Basis> basis;   // the weakest of the evidence
  bool pack_error = false;      // the deviating value is assumed: the pack is to be mended, not the city
  bool draft = false;           // of a draft's clause, or of a draft's value
  std::optional<Text> missing;  // what cannot be judged lacks this
  Text note;                    // what else is to be said
  Text text;                    // all of it in a sentence
};

inline constexpr std::size_t kGrades = count_of<Grade>;

struct Report {
  const policy::Pool* pool = nullptr;
  Date on;
  std::string draft;  // the folder that was laid over the packs; empty: none
  std::vector<Finding> findings;
  std::vector<Text> remarks;  // what was not judged at all, and why

  [[nodiscard]] std::size_t count(Grade grade) const;
  // Whether a hard bound is broken: what a gate refuses.
  [[nodiscard]] bool has_violations() const { return count(Grade::violation) != 0; }
};

}  // namespace yidan::audit
