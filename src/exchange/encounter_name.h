// What an encounter is called, as far as that can be read: one that is rejected still has a name and a key.
#pragma once

#include "base/json.h"
#include "facts/encounter.h"

namespace yidan::exchange {

[[nodiscard]] EncounterName name_of(const json::Value& encounter);

}  // namespace yidan::exchange
