// Who asks, and at which desk: every command and every query comes from somebody.
#pragma once

#include <string>
#include <utility>

#include "operations/desk.h"

namespace yidan::operations {

struct Caller {
  Desk& desk;
  std::string actor;  // by the name under which the adapter knows them; empty: unknown

  Caller(Desk& at, std::string who = {}) : desk(at), actor(std::move(who)) {}  // NOLINT: a desk alone is an unknown's
};

}  // namespace yidan::operations
