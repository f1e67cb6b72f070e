#include "national/person_seen.h"

#include <algorithm>

#include "base/decimal.h"
#include "calendar/month.h"
#include "facts/person_number.h"

namespace yidan::national {

std::string_view person_type(Status status) {
  switch (status) {
    case Status::active:
      return "1101";
    case Status::flexible:
      return "1103";
    case Status::retired:
      return "1201";
    case Status::newborn:
      return "1401";
    case Status::child:
      return "1403";
    case Status::student:
      return "1404";
    case Status::adult:
      return "1501";
  }
  return "1501";
}

std::string_view insurance_type(Scheme scheme) { return scheme == Scheme::employee ? "310" : "390"; }

Result<void> check_insurance(const PersonSeen& seen, std::string_view insurance, const std::string& place) {
  const bool is_basic = insurance == insurance_type(Scheme::employee) || insurance == insurance_type(Scheme::resident);
  if (!is_basic || seen.insurance.empty() || seen.insurance == insurance) return {};
  const std::string told(insurance);
  const std::string ours(seen.insurance);
  return std::unexpected(Error{ErrorCode::contradiction,
                               {"此人当日的险种为 " + ours + "，不是 " + told + "：以 1101 查得的为准",
                                "the person's insurance on that day is " + ours + ", not " + told + ": ask 1101"},
                               place});
}

std::string age_text(Date born, Date day) {
  const int months =
      (Month::of(day).index() - Month::of(born).index()) - (to_text(day).substr(8) < to_text(born).substr(8) ? 1 : 0);
  std::string text;
  decimal::append(text, std::int64_t{months} * 10 / 12, 1);
  return text;
}

PersonSeen seen_in(const store::Subject& person, const operations::PersonStanding& standing, Date day) {
  const auto& sex = standing.record.sex;
  PersonSeen seen{.pool = person.pool,
                  .number = person.id,
                  .certificate = is_citizens_number(person.id) ? "01" : "99",
                  .sex = !sex                ? "0"
                         : *sex == Sex::male ? "1"
                                             : "2",
                  .type = {},
                  .insurance = {},
                  .born = standing.record.born,
                  .balance = standing.standing.account.balance};
  for (const auto& cover : standing.standing.cover) {
    if (!cover.period.contains(day)) continue;
    seen.type = person_type(cover.status);
    seen.insurance = insurance_type(cover.scheme);
  }
  return seen;
}

Result<PersonSeen> seen_person(const Turn& turn, const store::Subject& person, Date day) {
  const auto standing =
      operations::standing_of(turn.caller, {person.pool, person.id, {}}, std::max(day, beijing_day(turn.now)));
  if (!standing) return std::unexpected(standing.error());
  return seen_in(person, *standing, day);
}

}  // namespace yidan::national
