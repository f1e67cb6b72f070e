#include "operations/permission.h"

namespace yidan::operations {
namespace {

std::string pseudonym_of(const Caller& caller, const Whom& whom) {
  return whom.person.empty() ? std::string() : caller.desk.store().pseudonym({whom.pool, whom.person});
}

}  // namespace

Result<void> may(const Caller& caller, Deed deed, const Whom& whom) {
  if (!caller.rights && caller.trail == nullptr) return {};
  const std::string person = pseudonym_of(caller, whom);
  Result<void> allowed;
  if (caller.rights) {
    const access::Target target{whom.pool, whom.is_of_pool, whom.provider, person};
    allowed = access::may(*caller.rights, deed, target);
  }
  // What is done to nobody is noted where it was turned away.
  if (caller.trail != nullptr && (!person.empty() || !allowed)) {
    auto noted =
        caller.trail->note({caller.actor, deed, whom.pool, person, whom.provider, allowed.has_value(), whom.reason});
    if (!noted) return noted;
  }
  return allowed;
}

}  // namespace yidan::operations
