// In what two statements differ, settlement by settlement, each difference with its cause.
//
// Both are sorted by settlement and gone through once. A settlement that was taken back is one entry, or two: the
// settlement, and what takes it back, under the settlement's number or one of its own. What counts is what is left:
// whoever has both, and whoever marks the one as taken back, say the same. What was reversed (2601) is as if it had
// never come: the books know of it, and no statement counts it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "reconciliation/entry.h"

namespace yidan::reconciliation {

// What one side says of a settlement.
struct Told {
  EntryState state = EntryState::settled;
  Columns columns{};

  bool operator==(const Told&) const = default;
};

// A column in which both sides have another amount. Of what takes a settlement back both are negative.
struct Mismatch {
  StatementColumn column = StatementColumn::total;
  Money ours;
  Money theirs;

  bool operator==(const Mismatch&) const = default;
};

struct Difference {
  DifferenceCause cause = DifferenceCause::amount;
  std::string settlement;
  std::string visit;
  std::string person{};
  std::string message{};
  std::optional<Told> ours{};    // absent: the books do not have it
  std::optional<Told> theirs{};  // absent: the institution does not
  std::vector<Mismatch> columns{};

  bool operator==(const Difference&) const = default;
};

// By settlement. Sorts both, and names what takes a settlement back in `theirs` by the settlement. REQUIRES: neither
// says the same of a settlement twice (`repeated`). Time n log n; memory that of the two, and of what takes back.
[[nodiscard]] std::vector<Difference> differences(std::vector<Entry>& ours, std::vector<Entry>& theirs);

// The first entry that says what an earlier one says already; absent: each is there once.
[[nodiscard]] std::optional<std::size_t> repeated(std::span<const Entry> entries);

}  // namespace yidan::reconciliation
