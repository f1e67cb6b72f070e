// Who asks, and at which desk: every command and every query comes from somebody.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "access/rights.h"
#include "calendar/date.h"
#include "operations/desk.h"

namespace yidan::operations {

class Trail;

struct Caller {
  Desk& desk;
  std::string actor;  // by the name under which the adapter knows them; empty: unknown
  // The day at the desk: what is said to have happened later (care, a credit, a payment) is refused. Absent: nothing.
  std::optional<Date> today;
  // What they may do; null: everything, as who holds the books in hand can.
  std::shared_ptr<const access::Rights> rights;
  Trail* trail = nullptr;  // where it is noted what was done to whom; null: nowhere

  Caller(Desk& at, std::string who = {}) : desk(at), actor(std::move(who)) {}  // NOLINT: a desk alone is an unknown's
};

}  // namespace yidan::operations
