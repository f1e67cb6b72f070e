// What a batch reckons for each of its rows.
#pragma once

#include "batch/persons.h"
#include "batch/sheet.h"
#include "batch/tally.h"

namespace yidan::batch {

class Job {
 public:
  Job() = default;
  virtual ~Job() = default;
  Job(const Job&) = delete;
  Job& operator=(const Job&) = delete;

  [[nodiscard]] virtual Columns columns() const = 0;
  [[nodiscard]] virtual std::span<const std::string_view> answer_columns() const = 0;

  // Why no row can have an answer, if that is known beforehand: worth saying once.
  [[nodiscard]] virtual const Refusal* obstacle() const = 0;

  // Writes the answer to a row and counts it; or says why there is none, and writes and counts nothing.
  // REQUIRES: the row could be read.
  [[nodiscard]] virtual std::optional<Refusal> answer(const Row& row, Sheet& sheet) = 0;

  // What a summary says about all of it.
  [[nodiscard]] virtual const Tally& tally() const = 0;
  // Who has an answer.
  [[nodiscard]] virtual const Persons& persons() const = 0;
};

// The refusal of an amount with which the sum of the batch would not fit.
[[nodiscard]] Refusal sum_overflow();

}  // namespace yidan::batch
