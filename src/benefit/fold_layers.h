// A bill is a fold of layers over the burden: each pays its part of what the ones before it left (semantics L1, L6).
#pragma once

#include "benefit/bill.h"
#include "benefit/past.h"
#include "benefit/situation.h"
#include "benefit/step.h"

namespace yidan::benefit {

// Why no layer applied; meaningful only when none did.
struct LayerFold {
  NoBenefit refusal = NoBenefit::no_rule;
  policy::RuleId refusal_rule = policy::kNoRule;
};

// Adds to the bill every layer whose rule applies and to the past what it used.
LayerFold fold_layers(const policy::Pool& pool, const Person& person, const Situation& situation,
                      const Encounter& encounter, Bill& bill, Past& past, Recorder& recorder);

}  // namespace yidan::benefit
