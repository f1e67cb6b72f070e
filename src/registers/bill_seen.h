// A bill of the books as registers refer to it: by its institution, its encounter and its day, never by a person.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "calendar/date.h"
#include "money/money.h"

namespace yidan::registers {

// "H1/E1/2023-03-05": the institution's id has no slash in it; the day is that of the rules (discharge, service).
struct BillName {
  std::string provider;
  std::string encounter;
  Date day;

  auto operator<=>(const BillName&) const = default;
};
[[nodiscard]] std::string to_text(const BillName& name);
// Errors: `invalid_value`, with what to write.
[[nodiscard]] Result<BillName> parse_bill_name(std::string_view text);

struct BillSeen {
  BillName name;
  bool settled = false;  // by the funds' rules, and not reversed since
  Money total;
  Money policy_scope;
  Money funds;

  [[nodiscard]] Money outside_left() const { return total - policy_scope; }
  [[nodiscard]] Money scope_left() const { return policy_scope - funds; }
};

// Which bills are asked for: of a span of days, both ends included; of one institution, or of all.
struct BillsAsked {
  std::string provider;
  Date from;
  Date to;
};

}  // namespace yidan::registers
