#include "contract/write.h"

namespace yidan::contract {

void put(json::Writer& json, const Field& field, Exact decimal) {
  std::string digits;
  for (int written = 0; decimal != 0 || written <= field.places; ++written) {
    if (written == field.places && written > 0) digits += '.';
    digits += static_cast<char>('0' + static_cast<int>(decimal % 10));
    decimal /= 10;
  }
  json.string(std::string(digits.rbegin(), digits.rend()));
}

}  // namespace yidan::contract
