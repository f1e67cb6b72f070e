#include "exchange/encounter_name.h"

#include "base/json_canonical.h"

namespace yidan::exchange {

EncounterName name_of(const json::Value& encounter) {
  EncounterName name{.id = std::string(json::text_in(encounter, "id"))};
  if (const json::Value* provider = json::find(encounter, "provider")) name.provider = json::text_in(*provider, "id");
  return name;
}

}  // namespace yidan::exchange
