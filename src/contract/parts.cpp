#include "contract/parts.h"

#include <algorithm>

#include "base/result.h"

namespace yidan::contract {

bool Parts::has_name(const std::string& name) const {
  return std::ranges::find(list_, name, &Part::name) != list_.end();
}

void Parts::add(const Object& object, std::string name) {
  if (std::ranges::find(list_, &object, &Part::object) != list_.end()) return;
  const std::string wanted = name;
  for (int number = 2; has_name(name); ++number) name = wanted + "-" + std::to_string(number);
  list_.push_back({&object, std::move(name)});
  for (const Field& field : object.fields) {
    if (field.object != nullptr) add(*field.object, std::string(field.object->name));
    for (const Object* each : field.objects) add_one_of(*each, field.tag);
  }
}

void Parts::add(const Format& format) {
  for (const Object* each : format.objects) {
    if (format.tag.empty()) {
      add(*each, std::string(each->name));
    } else {
      add_one_of(*each, format.tag);
    }
  }
}

const std::string& Parts::name_of(const Object& object) const {
  const auto found = std::ranges::find(list_, &object, &Part::object);
  ensure(found != list_.end(), "every object of a format is among its parts");
  return found->name;
}

}  // namespace yidan::contract
