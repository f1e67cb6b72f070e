#include "policy/bound.h"

#include <algorithm>

namespace yidan::policy {

const Bound* Bounds::find(std::string_view id) const {
  const auto found = std::ranges::find(rows, id, &Bound::id);
  return found == rows.end() ? nullptr : &*found;
}

}  // namespace yidan::policy
