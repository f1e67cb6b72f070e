// What the tests of standings share: a derivation under way, whose parts are made one after another, and its findings
// in a line each.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "standing/account.h"
#include "standing/contributions.h"
#include "standing/employment.h"
#include "standing/identities.h"
#include "standing/residents.h"
#include "standing/timeline.h"
#include "standing/years.h"
#include "testing/packs.h"
#include "testing/records.h"

namespace yidan::standing {

inline constexpr std::int32_t kYantai = 370600;
inline constexpr std::int32_t kJining = 370800;
inline constexpr std::int32_t kLinyi = 371300;
inline constexpr std::int32_t kHeze = 371700;

// A record as it stands on a day. Parts refer to each other, so it stays where it is made.
class Under {
 public:
  Under(std::int32_t region, Record of, std::string_view as_of)
      : pool(testing::shipped_pool(region)), record(std::move(of)), view(pool, record, testing::day(as_of), standing) {
    record.pool = Region(region);
    standing.as_of = view.as_of;
    view.know_until_as_of();
  }
  Under(const Under&) = delete;
  Under& operator=(const Under&) = delete;

  const policy::Pool& pool;
  Record record;
  Standing standing;
  View view;
};

inline std::string to_line(const Period& period) {
  return to_text(period.from) + ".." + (period.to == Date::never() ? "" : to_text(period.to));
}

// "employee active 2023-02-01..2023-10-01; …"
inline std::string covers(const Standing& standing) {
  std::string text;
  for (const CoverSpan& span : standing.cover) {
    text += (text.empty() ? "" : "; ") + std::string(code(span.status)) + " " + to_line(span.period);
  }
  return text;
}
// "waiting-period 2022-01-01..2022-04-15; …"
inline std::string gaps(const Standing& standing) {
  std::string text;
  for (const Gap& gap : standing.gaps) {
    text += (text.empty() ? "" : "; ") + std::string(code(gap.reason)) + " " + to_line(gap.period);
  }
  return text;
}
// "2022 individual person 320.00; …": for a year or a month, which part, whose.
inline std::string dues(const Standing& standing) {
  std::string text;
  for (const Due& due : standing.dues) {
    text += (text.empty() ? "" : "; ") + (due.insured_year ? std::to_string(*due.insured_year) : to_text(due.month)) +
            " " + std::string(code(due.part)) + " " + std::string(code(due.payer)) + " " + to_text(due.amount);
  }
  return text;
}
// "pay-short pay-over"
inline std::string warnings(const Standing& standing) {
  std::string text;
  for (const Warning& warning : standing.warnings) text += (text.empty() ? "" : " ") + std::string(code(warning.kind));
  return text;
}

}  // namespace yidan::standing
