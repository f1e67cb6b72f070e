// The closed words of a proof: what can be proved of a pool, and what came of it. See word.h.
#pragma once

#include "terms/word.h"

namespace yidan {

enum class Property : std::uint8_t {
  within,
  monotone,
  never_free,
  floors,
  needy_first,
  lower_level_first,
  referral,
  splitting,
  no_layer_outside_scope,
  not_worse,
};
template <>
struct Terms<Property> {
  static constexpr std::string_view zh = "证明的性质", en = "property of a proof";
  static constexpr std::array<Word, 10> words{{
      {"within", "支付不超基数", "nobody pays more than there is"},
      {"monotone", "费用增则支付不减", "more cost never pays less"},
      {"never-free", "个人不零自付", "nobody is free of every share"},
      {"floors", "逐笔不低于下限", "every bill keeps the floor"},
      {"needy-first", "困难群众不多付", "who is needy never pays more"},
      {"lower-level-first", "低级别机构支付不低", "a lower institution is never paid less"},
      {"referral", "按规定转诊不多付", "following the rules never costs more"},
      {"splitting", "拆分结算不获益", "a split bill gains nothing"},
      {"no-layer-outside-scope", "范围外不支付", "no layer pays outside the scope"},
      {"not-worse", "待遇不下降", "nobody is worse off"},
  }};
};

enum class Verdict : std::uint8_t { proved, refuted, unknown };
template <>
struct Terms<Verdict> {
  static constexpr std::string_view zh = "证明结论", en = "verdict of a proof";
  static constexpr std::array<Word, 3> words{{
      {"proved", "成立", "proved"},
      {"refuted", "不成立", "refuted"},
      {"unknown", "未能判定", "unknown"},
  }};
};

}  // namespace yidan
