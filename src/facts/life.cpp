#include "facts/life.h"

namespace yidan {

Life life_of(const Case& facts) {
  Life life{.born = facts.person.born, .died = facts.person.died};
  if (!facts.record) return life;
  if (!life.born) life.born = facts.record->born;
  life.died = died_on(*facts.record);
  return life;
}

Result<void> check_day(const Life& life, Date day, const Text& what, std::string_view place) {
  const bool too_early = life.born && day < *life.born;
  if (!too_early && (!life.died || day <= *life.died)) return {};
  const std::string limit = to_text(too_early ? *life.born : *life.died);
  const Text message = too_early ? Text{what.zh + "早于出生日 " + limit + "：请核对两个日期",
                                        what.en + " lies before birth (" + limit + "): compare both days"}
                                 : Text{what.zh + "晚于死亡日 " + limit + "：请核对两个日期",
                                        what.en + " lies after death (" + limit + "): compare both days"};
  return std::unexpected(Error{ErrorCode::contradiction, message, std::string(place)});
}

Result<void> check_days(const Life& life, const Encounter& encounter) {
  if (encounter.admitted) {
    const auto checked = check_day(life, *encounter.admitted, {"入院日", "the admission"}, ".admitted");
    if (!checked) return checked;
  }
  return check_day(life, encounter.date, {"就诊日", "the encounter"}, ".date");
}

}  // namespace yidan
