#include "policy/people.h"

namespace yidan::policy {

const Cell& cell_for_age(const Bands& bands, int age) {
  ensure(!bands.empty(), "the bands of a table begin at age 0");
  std::size_t last = bands.size() - 1;
  while (last > 0 && bands[last].from > age) --last;
  return bands[last].cell;
}

}  // namespace yidan::policy
