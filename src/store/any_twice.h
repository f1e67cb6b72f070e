// Whether two of some things have one name: what a change may not have, and what a backup that is sound has not.
#pragma once

#include <algorithm>
#include <vector>

namespace yidan::store {

// `name` gives what has an order and is equal for two of one name.
template <class T, class Name>
[[nodiscard]] bool any_twice(const std::vector<T>& things, const Name& name) {
  std::vector<decltype(name(things.front()))> names;
  names.reserve(things.size());
  for (const T& thing : things) names.push_back(name(thing));
  std::ranges::sort(names);
  return std::ranges::adjacent_find(names) != names.end();
}

}  // namespace yidan::store
