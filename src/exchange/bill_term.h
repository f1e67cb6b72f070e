// The words on a bill, and what each means for the person who holds it.
#pragma once

#include <cstdint>

#include "terms/word.h"

namespace yidan::exchange {

enum class BillTerm : std::uint8_t {
  total,
  not_payable,
  outside_catalogue,
  over_limit,
  self_pay_first,
  policy_scope,
  left_before,
  not_counted,
  first_self_pay,
  deductible,
  shared,
  over_cap,
  paid,
  payers,
  supplement,
  account,
  cash,
  burden,
  left_over,
};
inline constexpr std::size_t kBillTerms = static_cast<std::size_t>(BillTerm::left_over) + 1;

// The word as it stands on the bill; `code` is empty.
[[nodiscard]] const Word& label_of(BillTerm term);

// A sentence.
[[nodiscard]] const Word& meaning_of(BillTerm term);

}  // namespace yidan::exchange
