#include "exchange/encounter_name.h"

namespace yidan::exchange {
namespace {

std::string text_in(const json::Value& object, std::string_view key) {
  if (object.kind != json::Kind::object) return {};
  for (const json::Member& member : object.members()) {
    if (member.key == key && member.value.kind == json::Kind::string) return std::string(member.value.text);
  }
  return {};
}

}  // namespace

EncounterName name_of(const json::Value& encounter) {
  EncounterName name{.id = text_in(encounter, "id")};
  for (const json::Member& member : encounter.members()) {
    if (member.key == "provider") name.provider = text_in(member.value, "id");
  }
  return name;
}

}  // namespace yidan::exchange
