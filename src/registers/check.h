// What is checked of one entry on a day, and of a register as a whole.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "registers/others.h"

namespace yidan::registers {

struct Finding {
  const policy::RegisterCheck* check = nullptr;
  std::string entry;  // empty: of a combination of words that nothing covers
  Text said;
  int days = 0;  // of what is late: by how many

  bool operator==(const Finding&) const = default;
};

// What the checks of one entry find on a day, in the order of the definition. Errors: those of the store.
[[nodiscard]] Result<std::vector<Finding>> check_entry(const Rules& rules, const Seen& seen, Date on);

// What one of them finds; nothing when it holds. REQUIRES: the check is of one entry and looks at it.
[[nodiscard]] Result<std::optional<Finding>> run_check(const Rules& rules, const policy::RegisterCheck& check,
                                                       const Seen& seen, Date on);

// Of the bills of an institution and a day, of how many somebody told (`CheckKind::bills`).
struct BillsOfDay {
  std::string provider;
  Date day;
  std::size_t bills = 0;
  std::size_t named = 0;
  std::size_t late = 0;              // of those named
  std::vector<std::string> missing;  // encounters, by name

  bool operator==(const BillsOfDay&) const = default;
};

// What a check of a whole register comes to: of how many things how many hold.
struct Coverage {
  std::size_t all = 0;
  std::size_t held = 0;
  std::vector<Finding> findings;  // at most `kMostFindings`, by entry
  std::size_t days_overdue = 0;   // of a milestone that is open past its due day
  std::vector<BillsOfDay> days;   // of bills: by day and institution

  [[nodiscard]] bool is_whole() const { return held == all; }
};
inline constexpr std::size_t kMostFindings = 10'000;

// A check of one entry counts over all that it looks at. Bills are looked at from `since` on. Errors: those of the
// store.
[[nodiscard]] Result<Coverage> check_register(const Rules& rules, const policy::RegisterCheck& check, Date on,
                                              Date since = {});

// Whether the check looks at an entry that stands so on that day.
[[nodiscard]] bool looks_at(const policy::RegisterDefinition& definition, const policy::RegisterCheck& check,
                            const View& view, Date on);

}  // namespace yidan::registers
