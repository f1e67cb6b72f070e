// A case: one person, the encounters in the order in which they were settled, and what the years held before them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "facts/encounter.h"
#include "facts/person.h"
#include "facts/record.h"

namespace yidan {

// A counter that a year starts with, by the contract's name ("employee-outpatient.deductible").
struct OpeningCounter {
  int year = 0;
  std::string name;
  Money amount;
};

// An encounter as read, or the reason why it is not a valid one; the id is empty when even that could not be read.
struct CaseEntry {
  std::string id;
  Result<Encounter> encounter;
};

struct Case {
  Region pool;
  Person person;
  std::vector<OpeningCounter> opening;
  std::vector<CaseEntry> entries;
  std::optional<Record> record;  // from which cover and identities were derived
};

}  // namespace yidan
