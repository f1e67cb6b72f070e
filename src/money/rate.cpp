#include "money/rate.h"

#include "base/decimal.h"
#include "base/visible.h"

namespace yidan {

Result<Rate> parse_rate(std::string_view text) {
  constexpr std::int64_t largest_ppm = 20'000'000;
  if (text.ends_with('%')) {
    const auto ppm = decimal::parse(text.substr(0, text.size() - 1), 4);
    if (ppm && *ppm <= largest_ppm) return Rate::ppm(static_cast<std::int32_t>(*ppm));
    if (!ppm && ppm.error() == decimal::Fault::too_many_places) {
      const std::string quoted = shown(text, 40);
      return std::unexpected(Error{ErrorCode::invalid_value,
                                   {"比例“" + quoted + "”不能用百万分之一精确表示：最多四位小数，如 \"2.15%\"",
                                    "rate '" + quoted +
                                        "' is inexact: it must be a whole number of millionths, at "
                                        "most four decimals before '%', for example \"2.15%\""},
                                   {}});
    }
  }
  const std::string quoted = shown(text, 40);
  return std::unexpected(Error{ErrorCode::invalid_value,
                               {"“" + quoted + "”不是比例：请写成带百分号的数字，如 \"70%\"",
                                "'" + quoted +
                                    "' is not a rate: write digits with a per-cent sign, for example "
                                    "\"70%\""},
                               {}});
}

std::string to_text(Rate rate) {
  std::string out;
  decimal::append(out, rate.in_ppm(), 4);
  while (out.back() == '0') out.pop_back();
  if (out.back() == '.') out.pop_back();
  return out + "%";
}

}  // namespace yidan
