#include "policy/period.h"

#include <algorithm>

namespace yidan::policy {

Period year_of(int year) { return {*Date::of(year, 1, 1), *Date::of(year + 1, 1, 1)}; }

Period common_days(const Period& a, const Period& b) { return {std::max(a.from, b.from), std::min(a.to, b.to)}; }

Text overlap_advice(const Period& a, const Period& b, const Text& otherwise) {
  if (a.from == b.from) return otherwise;
  return {"：请为较早的一行写上 until", ": end the earlier one with 'until'"};
}

}  // namespace yidan::policy
