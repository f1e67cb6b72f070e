// A rule: one dated value of a pack with everything that makes it citable.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "calendar/date.h"
#include "policy/problem.h"
#include "policy/table.h"
#include "terms/terms.h"

namespace yidan::policy {

// For whom a rule holds.
struct RuleKey {
  std::vector<Dimension> by;  // the dimensions that it names
  DimensionSets words;        // of each of them the ordinals; of all others, every one
  Money above;                // where its bracket begins; 0 without brackets
  int age_from = 0;           // the same of a bracket of ages
  std::string text;           // "level=1", as it is written; empty when it holds for all

  [[nodiscard]] bool holds_for(const Key& key) const;
  bool operator==(const RuleKey&) const = default;
};

// What a rule says. A rule that only says that something holds (a validity, a condition) has no value: `absent`.
struct RuleValue {
  Cell::Kind kind = Cell::Kind::absent;
  std::int64_t number = 0;    // as a cell holds it
  std::string unit;           // that of its file: "yuan/year", "percent", "points", "months", "word" …
  std::optional<Rate> share;  // of the indicator; `number` is what it came to
  std::string indicator;
  std::string text;  // as an officer reads it: "500.00", "70%", "none", "400% of average-wage = 318388.00"

  [[nodiscard]] bool is_amount() const { return kind == Cell::Kind::amount; }
  [[nodiscard]] bool is_rate() const { return kind == Cell::Kind::rate; }
  // Not written, no value: as against `text` being that of a word.
  [[nodiscard]] bool empty() const { return kind == Cell::Kind::absent; }
  // REQUIRES: it is one.
  [[nodiscard]] Money money() const;
  [[nodiscard]] Rate rate() const;
  bool operator==(const RuleValue&) const = default;
};

struct Rule {
  std::string id;  // "employee-outpatient.deductible"
  Text title;
  std::vector<std::string> clauses;
  std::vector<std::uint16_t> documents;  // of the clauses: places in the pool's list, in its order, each once
  Basis basis = Basis::cited;
  PolicyStatus status = PolicyStatus::in_force;
  Period period;
  RuleKey key;
  RuleValue value;
  // Of residents' financing: the year for which the document prints the amount, and where it comes from that this
  // standard is the one of the insured years that the period holds (B05).
  std::optional<int> standard_year;
  Basis insured_year_basis = Basis::cited;
  bool unfiled = false;  // it holds only once its document was filed, and begins before that
  Text source;           // of a published value, or the bound that an assumed one keeps
  std::string folder;    // the pack that wrote it
  Position at;
};

}  // namespace yidan::policy
