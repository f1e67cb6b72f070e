// What was claimed of a person before, and which of it a further claim seems to repeat.
//
// A claim repeats another under another number, or cannot be true beside it (decision 0060):
//   duplicate-claim   the same care for the same disease on the same days, with the same items at the same prices: of
//                     one institution; of another only where the lines say so much that chance is excluded
//   overlapping-stay  two stays share a night; the day on which one ends and the other begins is no night
//   two-places        care of another institution on a day within a stay, neither its first nor its last
// What becomes of it is the packs' to say (claims/…), for nothing here proves a wrong.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "facts/encounter.h"
#include "policy/policy.h"

namespace yidan::benefit {

// A claim as far as others are compared with it. What is kept of it between two requests is days and likeness.
struct Claim {
  EncounterName name;
  std::string stay{};          // the number of a stay that is settled in parts; empty: not of one
  Period days;                 // of a stay its nights, from admission up to discharge; of a visit none, on its day
  std::uint64_t likeness = 0;  // of what was done and what it cost; 48 bits

  bool operator==(const Claim&) const = default;
};
[[nodiscard]] Claim claim_of(const Encounter& encounter);

// An encounter that a claim seems to repeat, and how.
struct Repeated {
  Repetition kind = Repetition::duplicate_claim;
  EncounterName encounter;

  bool operator==(const Repeated&) const = default;
};

// What it is, and what to do.
[[nodiscard]] Text sentence_of(const Repeated& repeated);

// Those that the claim repeats, in the order in which they were settled; of alike claims and of the interim bills of a
// stay the first stands for all.
[[nodiscard]] std::vector<Repeated> repetitions_of(const Claim& claim, std::span<const Claim> before);

// The same as far as the pool has a word for it on that day. Errors, at the encounter: the word of the first repetition
// that the pool refuses.
[[nodiscard]] Result<std::vector<Repeated>> judged_repetitions(const policy::Pool& pool, const Claim& claim, Date day,
                                                               std::span<const Claim> before);

// Whether it may repeat one of them, of which days and likeness alone are known (books/past_text.h). Where it says no,
// it repeats none.
[[nodiscard]] bool may_repeat(const Claim& claim, std::span<const Claim> before);

// Adds a claim that was settled. Stays are kept; visits for 366 days up to the latest, and no more than 366 of them.
void note_claim(std::vector<Claim>& claims, Claim claim);

}  // namespace yidan::benefit
