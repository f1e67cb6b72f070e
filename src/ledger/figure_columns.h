// Columns of debits, credits and balances. Figures stand before names: a table that is aligned in either language.
#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "base/result.h"
#include "ledger/trial_balance.h"

namespace yidan::ledger {

class FigureColumns {
 public:
  // As wide as the headings.
  explicit FigureColumns(Language language);

  // Widens the columns for these figures.
  void fit(const Turnover& turnover);

  // Lines, with their ends.
  [[nodiscard]] std::string heading() const;
  [[nodiscard]] std::string row(const Turnover& turnover, const std::string& name) const;

 private:
  Language language_;
  std::array<std::size_t, 3> widths_{};
};

}  // namespace yidan::ledger
