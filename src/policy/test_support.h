// What the tests of the policy share: keys of tables.
#pragma once

#include "policy/table.h"

namespace yidan::policy {

// Of the institutions of a level, the first of them 1.
inline Key level(std::size_t number) {
  Key key;
  key.set(Dimension::level, number - 1);
  return key;
}

}  // namespace yidan::policy
