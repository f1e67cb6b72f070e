// The gate: whether packs may be put into force in a pool on a day (RZ-3.4-b).
//
// It is the audit of that day, and of every later day on which a value of the packs begins: what is put into force
// today must not exceed the list tomorrow either. A bound of the class `gate` says from when on violations refuse;
// before that day they warn.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "audit/finding.h"

namespace yidan::audit {

// A violation that the gate looked at.
struct Held {
  Date day;  // of the audit that found it
  std::string id;
  std::vector<std::string> clauses;
  std::string measured;
  std::string limit;
  Text text;
};

struct GateAnswer {
  Date on;
  std::vector<Held> refused;  // the gate's own bound last
  std::vector<Held> warned;   // of a day before the gate, or excused
  std::vector<Held> in_time;  // still to be mended, by their days
  std::size_t days = 1;       // that were audited

  [[nodiscard]] bool is_open() const { return refused.empty(); }
};

// `excused`: parameters whose deviation is permitted for a time (an emergency that was filed, RZ-2.3-a).
[[nodiscard]] GateAnswer gate(const policy::Policy& policy, const policy::Pool& pool, Date on,
                              std::span<const std::string> excused = {});

}  // namespace yidan::audit
