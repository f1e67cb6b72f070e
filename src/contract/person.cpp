#include "contract/person.h"

#include "contract/write.h"

namespace yidan::contract {

Period read_period(const Members& members, std::size_t from) {
  const auto day = [&members](std::size_t at) -> std::optional<Date> {
    const json::Value* value = members.value(at);
    return value == nullptr ? std::nullopt : std::optional(day_of(*value, members.place(members.field(at).name)));
  };
  const auto first = day(from);
  if (!first) members.fail_missing(from);
  const Period period{*first, day(from + 1).value_or(Date::never())};
  if (period.to < period.from) {
    fail(ErrorCode::contradiction, members.place("to"), "终止日早于起始日", "'to' lies before 'from'");
  }
  return period;
}

void require_status_of_scheme(const Members& members, Scheme scheme, Status status) {
  if (scheme_of(status) == scheme) return;
  const std::string of(code(scheme));
  const std::string written(code(status));
  fail(ErrorCode::contradiction, members.place("status"), "参保身份“" + written + "”不属于险种“" + of + "”",
       "status '" + written + "' does not belong to scheme '" + of + "'");
}

Person read_person(const json::Value& value, const Path& path) {
  Reading reading;
  return read<kPerson>(value, path, reading);
}

void write_person(json::Writer& json, const Person& person) { write<kPerson>(json, person); }

}  // namespace yidan::contract
