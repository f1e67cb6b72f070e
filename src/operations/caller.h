// Who asks, and at which desk: every command and every query comes from somebody.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "calendar/date.h"
#include "operations/desk.h"

namespace yidan::operations {

struct Caller {
  Desk& desk;
  std::string actor;  // by the name under which the adapter knows them; empty: unknown
  // The day at the desk: what is said to have happened later (care, a credit, a payment) is refused. Absent: nothing.
  std::optional<Date> today;

  Caller(Desk& at, std::string who = {}) : desk(at), actor(std::move(who)) {}  // NOLINT: a desk alone is an unknown's
};

}  // namespace yidan::operations
