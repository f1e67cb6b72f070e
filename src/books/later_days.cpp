#include "books/later_days.h"

namespace yidan::books {
namespace {

Result<void> check(Date day, const Asked& asked, const std::string& place) {
  if (!asked.today || day <= *asked.today) return {};
  const std::string later = to_text(day);
  const std::string today = to_text(*asked.today);
  return std::unexpected(Error{ErrorCode::not_permitted,
                               {later + " 在记账日 " + today + " 之后：请核对年月日；确需预先记入，用 --later-days",
                                later + " is after " + today +
                                    ", the day of recording: check the date; to write it all the same, use "
                                    "--later-days"},
                               place});
}

bool has_happened(const Event& event) {
  return std::holds_alternative<PayEvent>(event.what) || std::holds_alternative<ApplyEvent>(event.what);
}

Result<void> check_all(const std::vector<Event>& events, const Asked& asked) {
  const bool in_a_list = asked.place.ends_with("events");
  for (const Event& event : events) {
    const std::string place = asked.place + (in_a_list ? "[" + std::to_string(event.place) + "]" : "");
    if (auto checked = check_day(event, asked, place); !checked) return checked;
  }
  return {};
}

}  // namespace

Result<void> check_day(const Event& event, const Asked& asked, const std::string& place) {
  return has_happened(event) ? check(event.on, asked, place + ".on") : Result<void>{};
}

Result<void> check_days(const Asked& asked) {
  if (!asked.today || !asked.said) return {};
  if (const auto* encounter = std::get_if<Encounter>(&*asked.said)) {
    return check(encounter->date, asked, asked.place + ".date");
  }
  if (const auto* credit = std::get_if<exchange::AccountCredit>(&*asked.said)) {
    return check(credit->month.first_day(), asked, asked.place + ".month");
  }
  if (const auto* use = std::get_if<exchange::AccountAsk>(&*asked.said)) {
    return check(use->on, asked, asked.place + ".on");
  }
  const auto* told = std::get_if<exchange::EventsTold>(&*asked.said);
  return told == nullptr ? Result<void>{} : check_all(told->events, asked);
}

}  // namespace yidan::books
