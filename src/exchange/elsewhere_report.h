// Care elsewhere in the books of a pool: how much of it is settled at once, and what assistance targets have not filed.
#pragma once

#include <string>
#include <vector>

#include "calendar/month.h"
#include "money/money.h"
#include "policy/policy.h"
#include "terms/terms.h"

namespace yidan::exchange {

// The settled bills of a month.
struct ElsewhereShare {
  Month month;
  Care care = Care::inpatient;
  Reach reach = Reach::unknown;
  std::int64_t at_once = 0;
  std::int64_t later = 0;
  Money fund_at_once;
  Money fund_later;
};

// A bill of an assistance target elsewhere for which nothing is filed (JN-7.1-d).
struct UnfiledBill {
  std::string person;
  Identity identity = Identity::none;
  std::string encounter;
  std::string provider;
  Region region;
  Date date;
  Care care = Care::inpatient;
  Place place = Place::remote_temporary;  // as it was told
  bool later = false;
  Money fund;
};

struct ElsewhereReport {
  const policy::Pool* pool = nullptr;
  Month from;
  Month to;  // included
  std::vector<ElsewhereShare> shares;
  std::vector<UnfiledBill> unfiled;
};

[[nodiscard]] std::string elsewhere_text(const ElsewhereReport& report, Language language);
// `yidan.elsewhere/1`.
[[nodiscard]] std::string elsewhere_json(const ElsewhereReport& report);
// The shares as a table; with `unfiled` those bills instead.
[[nodiscard]] std::string elsewhere_csv(const ElsewhereReport& report, bool unfiled, Language language);

}  // namespace yidan::exchange
