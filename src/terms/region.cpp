#include "terms/region.h"

#include "base/decimal.h"

namespace yidan {

std::string to_text(Region region) {
  std::string out;
  decimal::append(out, region.code(), 0);
  return out.size() < 6 ? std::string(6 - out.size(), '0') + out : out;
}

}  // namespace yidan
