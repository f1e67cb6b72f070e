// Every value of a pool, one by one: for bounds, proofs and pages that are written over all of them.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "policy/parameter_kind.h"
#include "policy/policy.h"

namespace yidan::policy {

// What holds for one key on some days. Of a file with brackets there is one for each bracket.
struct DatedValue {
  std::string id;  // "employee-inpatient.ratio"
  const ParameterKind& kind;
  const std::vector<Dimension>& by;  // the dimensions of the key that count
  Key key;
  Period period;
  Money above;
  int age_from = 0;
  Cell cell;  // an amount, a rate, a word; never the index of brackets
};

// Visits the parts of every benefit, then all other tables, by file, key and day. Of a rule that holds for several keys
// there is a value for each of them.
void for_each_value(const Pool& pool, const std::function<void(const DatedValue&)>& visit);

}  // namespace yidan::policy
