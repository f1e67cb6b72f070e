// A statement: what an institution settled in some days, entry by entry, as the books have it or as the institution
// has it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>

#include "calendar/date.h"
#include "money/money.h"
#include "terms/reconciliation.h"
#include "terms/region.h"

namespace yidan::reconciliation {

// Amounts by column; one that was not told is no zero.
class Columns {
 public:
  void set(StatementColumn column, Money amount) {
    amounts_[index(column)] = amount;
    told_ = static_cast<std::uint16_t>(told_ | 1U << index(column));
  }
  [[nodiscard]] bool has(StatementColumn column) const { return (told_ >> index(column) & 1U) != 0; }
  // 0 where it was not told.
  [[nodiscard]] Money of(StatementColumn column) const { return amounts_[index(column)]; }

  bool operator==(const Columns&) const = default;

 private:
  static constexpr std::size_t index(StatementColumn column) { return static_cast<std::size_t>(column); }

  std::array<Money, count_of<StatementColumn>> amounts_;
  std::uint16_t told_ = 0;
};

struct Entry {
  std::string settlement;  // that is settled, or taken back
  std::string visit;       // may be empty
  std::string number{};    // of a taking back, its own; empty: it has none, or none is known
  std::string person{};    // psn_no
  std::string message{};   // msgid
  EntryState state = EntryState::settled;
  Columns columns{};

  bool operator==(const Entry&) const = default;
};

// Of which settlements a statement is: those of an institution with the people of a pool.
struct Scope {
  Region pool;
  std::string provider;
  Date from;
  Date to;                  // included
  std::string insurance{};  // insutype, "310"; empty: all
  std::string clearing{};   // clr_type, "11"; empty: all

  bool operator==(const Scope&) const = default;
};

}  // namespace yidan::reconciliation
