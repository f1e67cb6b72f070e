#include "contract/person.h"

#include <algorithm>

#include "contract/write.h"

namespace yidan::contract {

Period read_period(const Members& members, std::size_t from, bool kept) {
  const json::Value* first = members.value(from);
  if (first == nullptr) members.fail_missing(from);
  Period period{day_of(*first, members.place("from"))};
  if (const json::Value* last = members.value(from + 1)) period.to = end_of(*last, members.place("to"));
  if (!kept) require_days(members, period);
  return period;
}

void require_days(const Members& members, const Period& period) {
  if (period.to > period.from) return;
  const std::string from = to_text(period.from);
  if (period.to < period.from) {
    fail(ErrorCode::contradiction, members.place("to"), "终止日早于起始日 " + from + "（终止日当日不含在内）",
         "'to' is before 'from' (" + from + "); the day itself is not included");
  }
  const std::string next = to_text(Date::from_days(period.from.days() + 1));
  fail(ErrorCode::contradiction, members.place("to"),
       "终止日等于起始日，其间没有一天：终止日是末日的次日，只有当日一天时写 " + next,
       "'to' is 'from', and no day lies between: 'to' is the day after the last, for that one day write " + next);
}

namespace {

// The cover that begins on a day outside of life is the first fault of its kind.
void require_within_life(const Members& members, const Person& person, bool (*is_outside)(Date from, Date limit),
                         Date limit, const Text& what) {
  const auto wrong =
      std::ranges::find_if(person.coverage, [&](const Cover& cover) { return is_outside(cover.period.from, limit); });
  if (wrong == person.coverage.end()) return;
  const Path list = members.place("coverage");
  const Path item = list.item(static_cast<std::size_t>(wrong - person.coverage.begin()));
  const std::string day = to_text(limit);
  fail(ErrorCode::contradiction, item.member("from"), "参保起始日" + what.zh + " " + day + "：请核对两个日期",
       "the cover begins " + what.en + " (" + day + "): compare both days");
}

}  // namespace

// Other facts may be of a household or a register, and pay for nothing but encounters.
void check_life(const Members& members, Person& person, Reading& reading) {
  if (reading.kept) return;
  if (person.born && person.died && *person.died < *person.born) {
    const std::string day = to_text(*person.born);
    fail(ErrorCode::contradiction, members.place("died"), "死亡日期早于出生日 " + day + "：请核对两个日期",
         "the day of death lies before birth (" + day + "): compare both days");
  }
  const auto before = [](Date from, Date limit) { return from < limit; };
  const auto after = [](Date from, Date limit) { return from > limit; };
  if (person.born) require_within_life(members, person, before, *person.born, {"早于出生日", "before birth"});
  if (person.died) require_within_life(members, person, after, *person.died, {"晚于死亡日", "after death"});
}

void check_filing(const Members& members, Filing& filing, Reading& reading) {
  if (reading.kept) return;
  if (filing.place == Place::local) {
    fail(
        ErrorCode::contradiction, members.place("place"),
        "本地就医无须备案：请写 remote-resident（异地长期居住）、remote-referred（转诊）或 remote-temporary（临时外出），或删去此项",
        "care in the city is not filed: write remote-resident, remote-referred or remote-temporary, or delete it");
  }
  if (filing.filed && filing.answered && *filing.answered < *filing.filed) {
    const std::string day = to_text(*filing.filed);
    fail(ErrorCode::contradiction, members.place("answered"), "答复早于备案日 " + day + "：请核对两个日期",
         "answered before it was filed (" + day + "): compare both days");
  }
}

void require_status_of_scheme(const Members& members, Scheme scheme, Status status) {
  if (scheme_of(status) == scheme) return;
  const std::string of(code(scheme));
  const std::string written(code(status));
  fail(ErrorCode::contradiction, members.place("status"), "参保身份“" + written + "”不属于险种“" + of + "”",
       "status '" + written + "' does not belong to scheme '" + of + "'");
}

void admit_number(const Members& members, Person& person, Reading& reading) {
  const Path place = members.place("id");
  person.id =
      reading.kept ? std::string(text_of(*members.value(0), place)) : person_number_of(*members.value(0), place);
}

Person read_person(const json::Value& value, const Path& path, Reading reading) {
  return read<kPerson>(value, path, reading);
}

void write_person(json::Writer& json, const Person& person) { write<kPerson>(json, person); }

}  // namespace yidan::contract
