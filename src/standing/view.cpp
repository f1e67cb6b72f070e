#include "standing/view.h"

#include <algorithm>
#include <iterator>

namespace yidan::standing {

void View::know_until_as_of() {
  if (record.out_of_order) warn(WarningKind::out_of_order);
  const auto& events = record.events;
  const auto known = static_cast<std::size_t>(std::ranges::upper_bound(events, as_of, {}, &Event::on) - events.begin());
  events_ = {events.data(), known};
  // What was taken back, and its withdrawal, are as if they had never been.
  const auto stands = [this](const Event& event) {
    return !event.is_withdrawn(known_) && !std::holds_alternative<WithdrawEvent>(event.what);
  };
  if (!std::ranges::all_of(events_, stands)) {
    std::ranges::copy_if(events_, std::back_inserter(kept_), stands);
    events_ = kept_;
  }
  for (std::size_t i = known; i < events.size(); ++i) {
    if (events[i].on > known_ || stands(events[i])) warn(WarningKind::after_as_of, &events[i], {events[i].on, as_of});
  }
}

void View::warn_of_repetition() const {
  const auto known = events();
  for (std::size_t i = 1; i < known.size(); ++i) {
    if (std::holds_alternative<AccountUseEvent>(known[i].what)) continue;
    for (std::size_t before = i; before > 0 && known[before - 1].on == known[i].on; --before) {
      if (known[before - 1].what != known[i].what) continue;
      warn(WarningKind::told_twice, &known[i], {known[i].on});
      break;
    }
  }
}

void View::warn(WarningKind kind, const Event* event, std::initializer_list<policy::Argument> arguments,
                std::initializer_list<const policy::Cell*> cells) const {
  Warning warning;
  warning.kind = kind;
  if (event != nullptr) warning.event = event->place;
  warning.why = because(Saying::warning, cells, arguments);
  standing.warnings.push_back(warning);
}

Reasoning because(Saying saying, std::initializer_list<const policy::Cell*> cells,
                  std::initializer_list<policy::Argument> arguments) {
  Reasoning why;
  why.saying = saying;
  std::size_t count = 0;
  for (const policy::Cell* cell : cells) {
    if (cell != nullptr && std::ranges::find(why.rules, cell->rule) == why.rules.end()) why.rules[count++] = cell->rule;
  }
  std::ranges::copy(arguments, why.arguments.begin());
  return why;
}

}  // namespace yidan::standing
