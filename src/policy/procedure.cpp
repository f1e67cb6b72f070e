#include "policy/procedure.h"

#include <algorithm>
namespace yidan::policy {

const EntryKind* Procedure::kind(std::string_view asked) const {
  const auto found = std::ranges::find(kinds, asked, &EntryKind::name);
  return found == kinds.end() ? nullptr : &*found;
}

const EntryState* Procedure::state(std::string_view asked) const {
  const auto found = std::ranges::find(states, asked, &EntryState::name);
  return found == states.end() ? nullptr : &*found;
}

bool names_parameter(const std::vector<std::string>& names, std::string_view parameter) {
  const std::string_view folder = parameter.substr(0, parameter.find('.'));
  return std::ranges::any_of(names, [&](const std::string& each) { return each == parameter || each == folder; });
}

}  // namespace yidan::policy
