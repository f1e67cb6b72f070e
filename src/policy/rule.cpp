#include "policy/rule.h"

#include <algorithm>

namespace yidan::policy {

bool RuleKey::holds_for(const Key& key) const {
  return std::ranges::all_of(by, [&](Dimension dimension) { return words.contains(dimension, key[dimension]); });
}

Money RuleValue::money() const {
  ensure(is_amount(), "only an amount is asked for as money");
  return Money::fen(number);
}

Rate RuleValue::rate() const {
  ensure(is_rate(), "only a rate is asked for as one");
  return Rate::ppm(static_cast<std::int32_t>(number));
}

}  // namespace yidan::policy
