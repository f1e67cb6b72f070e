// What was proved of a pool on a day: one verdict a property, with the bills that show it where it does not hold.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/go_on.h"
#include "facts/case.h"
#include "policy/policy.h"
#include "terms/proof.h"

namespace yidan::prove {

// A case whose last bill, or last two, show a refutation; what they come to was settled by the reference path.
struct Shown {
  Text text;  // what it stands for: "with the identity", "split in two"
  Case facts;
  Money scope;        // of the bills that are shown, in the policy scope
  Money paid;         // by the funds
  bool than = false;  // settled by the packs that are compared with
};

struct Proof {
  Property property = Property::within;
  Verdict verdict = Verdict::proved;
  std::vector<std::string> clauses;
  std::size_t situations = 0;  // that the policy tells apart, or pairs of them
  std::int64_t milliseconds = 0;
  std::optional<Money> loss;     // of a refutation: what somebody loses, or gains by splitting
  std::optional<Money> at_most;  // where it may not be the largest: nobody's is larger than this
  Basis basis = Basis::cited;    // of a refutation, the weakest of the values that worked
  std::vector<Shown> cases;
  Text text;
};

// What is proved; `than` is there for `not-worse` alone.
struct Target {
  const policy::Policy& policy;
  const policy::Pool& pool;
  Date on;
};
struct Report {
  const policy::Pool* pool = nullptr;
  Date on;
  std::string than;  // the day or the folder that is compared with, as it was asked for; empty: none
  std::vector<Proof> proofs;
  std::vector<Text> remarks;  // why nothing was proved

  [[nodiscard]] bool has(Verdict verdict) const;
};

// Milliseconds on some clock, which whoever asks has.
using Clock = std::function<std::int64_t()>;

struct Limits {
  unsigned query_milliseconds = 5000;           // after which a query is given up
  std::int64_t search_milliseconds = 8000;      // after which no larger loss is looked for: it stays a bound
  Money largest_bill = Money::yuan(1'000'000);  // where a loss grows with the bill
};

// Proves each property, in their order. Errors: what `go_on` says.
[[nodiscard]] Result<Report> prove(const Target& target, const std::optional<Target>& than,
                                   const std::vector<Property>& properties, const Clock& clock, const GoOn& go_on,
                                   const Limits& limits = {});

// The bounds' clauses apart, which `floors` names as it finds them.
[[nodiscard]] std::vector<std::string> clauses_of(Property property);

}  // namespace yidan::prove
