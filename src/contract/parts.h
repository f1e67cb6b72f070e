// All objects of a format, each once, with a name that no other has.
#pragma once

#include <string>
#include <vector>

#include "contract/formats.h"

namespace yidan::contract {

struct Part {
  const Object* object = nullptr;
  std::string name;
};

// Collects objects in the order in which they are first met.
class Parts {
 public:
  // The object and all that it has within; `name` is tried first, then with a number behind it.
  void add(const Object& object, std::string name);
  // An object that is one of several, told apart by the member `tag`.
  void add_one_of(const Object& object, std::string_view tag) {
    add(object, std::string(tag) + "-" + std::string(object.name));
  }
  void add(const Format& format);

  [[nodiscard]] const std::vector<Part>& list() const { return list_; }
  // REQUIRES: the object was added.
  [[nodiscard]] const std::string& name_of(const Object& object) const;

 private:
  [[nodiscard]] bool has_name(const std::string& name) const;

  std::vector<Part> list_;
};

}  // namespace yidan::contract
