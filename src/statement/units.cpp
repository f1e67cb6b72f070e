#include "statement/units.h"

namespace yidan::statement {

std::string trimmed(Exact scaled, int places, int least) {
  while (places > least && scaled % 10 == 0) {
    scaled /= 10;
    --places;
  }
  std::string digits;
  for (int written = 0; scaled != 0 || written <= places; ++written) {
    if (written == places && written > 0) digits += '.';
    digits += static_cast<char>('0' + static_cast<int>(scaled % 10));
    scaled /= 10;
  }
  return {digits.rbegin(), digits.rend()};
}

}  // namespace yidan::statement
