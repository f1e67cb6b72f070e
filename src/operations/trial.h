// A trial: what a settlement would come to, and a digest by which a later settlement can be held to it.
//
// The digest is readable in parts, "rules.file.encounter.fund-account-cash", so that a refusal can say which of them
// has changed, and the amounts then and now.
#pragma once

#include <string>
#include <string_view>

#include "books/decision.h"
#include "operations/desk.h"

namespace yidan::operations {

struct Trial {
  std::string rules;        // packs and program
  std::string file;         // what was known of the person, earlier bills included
  std::string encounter;    // what was asked
  std::string amounts;      // fund, account and cash of the bill, in fen
  bool registered = false;  // what was asked was completed from registers
};

[[nodiscard]] Trial trial_of(const Desk& desk, const store::State& state, const books::Asked& asked,
                             const books::Decision& decision);

// By which a settlement is held to it.
[[nodiscard]] std::string digest_text(const Trial& trial);

// The answer to a trial: the bill, and the digest.
[[nodiscard]] std::string text_of(const Trial& trial, const books::Decision& decision);

// Errors: `conflict`, which says what differs; `invalid_value` for what is no digest of a trial.
[[nodiscard]] Result<void> compare(const Trial& now, std::string_view digest);

}  // namespace yidan::operations
