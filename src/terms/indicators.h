// Closed words of the figures of statistics to which formulas refer.
#pragma once

#include "terms/word.h"

namespace yidan {

// From when a published figure applies: from the day of its publication, or from the first day of the next month.
enum class AppliesFrom : std::uint8_t { publication, next_month };
template <>
struct Terms<AppliesFrom> {
  static constexpr std::string_view zh = "执行起点", en = "applies";
  static constexpr std::array<Word, 2> words{{
      {"publication", "公布当日", "day of publication"},
      {"next-month", "公布次月", "month after publication"},
  }};
};

}  // namespace yidan
