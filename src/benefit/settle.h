// Settles one encounter: who pays what, to the fen, with the steps that say why.
//
// A pure function: no clock, no file, nothing global. The past is what earlier bills have left behind; the result
// holds the past after this one. Encounters come in the order in which they were settled; the rule date (day of
// service, of discharge, last day of an interim bill) decides rules, cover, identity and which year's counters (L7).
// Law: list 2020 part two (SD20-2.3.0-b); order of layers SD20-1.3.2-a; outcomes in the order of semantics F5.
#pragma once

#include "benefit/bill.h"
#include "benefit/past.h"
#include "facts/case.h"
#include "policy/policy.h"

namespace yidan::benefit {

struct Settled {
  Bill bill;
  Past past;
};

enum class Recording : bool { none, steps };

// Errors, with their place within the encounter: `overflow` when a counter or the total does not fit 64 bits of fen;
// `contradiction` when the number of the stay belongs to another one; the word of a repetition that the pool refuses.
[[nodiscard]] Result<Settled> settle(const policy::Pool& pool, const Person& person, Past past,
                                     const Encounter& encounter, Recording recording = Recording::steps);

// A person-year, or several: the fold of the case's encounters. A rejected entry gives a rejected bill and leaves the
// past as it was.
[[nodiscard]] std::vector<Bill> settle_case(const policy::Pool& pool, const Case& facts,
                                            Recording recording = Recording::steps);

}  // namespace yidan::benefit
