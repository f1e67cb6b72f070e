// What the properties share while one pool is proved on one day: its situations, the solver, what waits for it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "prove/compose.h"
#include "prove/facts.h"
#include "prove/proof.h"
#include "prove/situations.h"

namespace yidan::prove {

struct Scene {
  Target target;
  Situations situations;
  Remembering& solver;
  Composition& composition;
  const GoOn& go_on;
  const Limits& limits;
  const Clock& clock;
  std::int64_t done = 0;       // situations and pairs so far
  std::optional<Error> ended;  // by whoever waits

  // Counts one; whether to go on.
  [[nodiscard]] bool next();
  // Whether larger losses may still be looked for, since that moment.
  [[nodiscard]] bool has_time(std::int64_t since) const { return clock() - since <= limits.search_milliseconds; }
};

// A bill that breaks something, found by the solver.
struct Hit {
  std::int64_t scope = 0;
  std::vector<Opening> opening;
};
struct Search {
  Decided decided = Decided::undecided;
  Hit hit;
  Text why;  // of what is not possible
};
// Looks for a bill on which the clauses hold: of a year that begins with it first, then of a year as people have it,
// then of any counters. `scope` is the first input. REQUIRES: every other input is a counter of `counters`.
[[nodiscard]] Search seek(Scene& scene, Question question, const Counters& counters);

// The counters that a solver gave, of the pool.
[[nodiscard]] std::vector<Opening> opening_of(const Counters& counters, const std::vector<std::int64_t>& inputs);

// What the reference path makes of a case: of the last `bills` bills together. Absent where one of them is not settled.
struct Settlement {
  Money scope;
  Money paid;
  Basis basis = Basis::cited;
};
[[nodiscard]] std::optional<Settlement> settled(const policy::Pool& pool, const Case& facts, std::size_t bills);

// "12,345.60".
[[nodiscard]] std::string yuan(Money money);
[[nodiscard]] inline std::string yuan(std::int64_t fen) { return yuan(Money::fen(fen)); }

// A proof that holds of so many situations.
[[nodiscard]] Proof proved(Property property, std::size_t situations, Text text);
// Where a model does not replay, or nobody knows.
[[nodiscard]] Proof unknown(Property property, std::size_t situations, const Facts& facts, const Text& why);
// A fault of ours: what the solver found is not what settlement makes of it.
[[nodiscard]] Text not_replayed();
// A larger loss than was found is not excluded.
[[nodiscard]] Text not_excluded(std::int64_t fen);
// "; the values are assumed" or "; the documents themselves say so".
[[nodiscard]] Text said_of(Basis basis);

}  // namespace yidan::prove
