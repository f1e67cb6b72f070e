// A bill as trees of amounts: the parts of every whole add up to it, in the order in which they are taken off.
#pragma once

#include <span>
#include <vector>

#include "base/result.h"
#include "benefit/bill.h"
#include "exchange/bill_term.h"

namespace yidan::exchange {

struct AmountNode {
  BillTerm term = BillTerm::total;
  Text label;
  Money amount;
  std::vector<AmountNode> parts{};  // empty: not divided; a part of nothing is left out
};

// In this order: the total with what its parts came to, the first layer's under the policy scope; for each further
// layer what was left before it; who pays; what makes the person's own burden. REQUIRES: the bill is not rejected.
[[nodiscard]] std::vector<AmountNode> trees_of(const benefit::Bill& bill);

// The words that stand on the trees, each once, in the order of `BillTerm`.
[[nodiscard]] std::vector<BillTerm> terms_of(std::span<const AmountNode> trees);

}  // namespace yidan::exchange
