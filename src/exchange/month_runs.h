// Months of a standing that say the same, folded into one line: what somebody reads instead of a year of repetitions.
#pragma once

#include <vector>

#include "standing/standing.h"

namespace yidan::exchange {

// Whether two findings have the same sentence and the same rules.
[[nodiscard]] bool same_reasoning(const standing::Reasoning& a, const standing::Reasoning& b);

// Neighbouring months of one part and payer with the same amount and reason; or the part of one insured year.
struct DueRun {
  const standing::Due* first = nullptr;
  int months = 0;  // 0: of an insured year
  int paid = 0;
  int presumed = 0;

  [[nodiscard]] Month last() const { return first->month + (months - 1); }
};
[[nodiscard]] std::vector<DueRun> fold(const std::vector<standing::Due>& dues);

// Neighbouring entries that credit the same for the same reason; or one use.
struct EntryRun {
  const standing::AccountEntry* first = nullptr;
  int months = 0;  // 0: a use
  [[nodiscard]] Month last() const { return first->month + (months - 1); }
};
[[nodiscard]] std::vector<EntryRun> fold(const std::vector<standing::AccountEntry>& entries);

}  // namespace yidan::exchange
