#include "money/money.h"

#include "base/decimal.h"
#include "base/visible.h"

namespace yidan {

Result<Money> parse_money(std::string_view text) {
  const auto fen = decimal::parse(text, 2);
  if (fen) return Money::fen(*fen);
  const std::string quoted = shown(text, 40);
  switch (fen.error()) {
    case decimal::Fault::too_many_places:
      return std::unexpected(Error{ErrorCode::invalid_value,
                                   {"金额“" + quoted + "”超过两位小数：金额以分为单位，请写成如 \"12.30\"",
                                    "amount '" + quoted +
                                        "' has more than two decimals: money is counted in fen, "
                                        "write for example \"12.30\""},
                                   {}});
    case decimal::Fault::overflow:
      return std::unexpected(Error{ErrorCode::overflow,
                                   {"金额“" + quoted + "”超出可表示范围（最大 92233720368547758.07）",
                                    "amount '" + quoted + "' is too large (the most is 92233720368547758.07)"},
                                   {}});
    case decimal::Fault::not_a_number:
      break;
  }
  return std::unexpected(Error{ErrorCode::invalid_value,
                               {"“" + quoted + "”不是金额：只写数字，可带小数点和一至两位小数，如 \"12.30\"",
                                "'" + quoted +
                                    "' is not an amount: digits, optionally a point and one or two "
                                    "decimals, for example \"12.30\""},
                               {}});
}

Result<Money> parse_signed_money(std::string_view text) {
  if (!text.starts_with('-')) return parse_money(text);
  const auto amount = parse_money(text.substr(1));
  return amount ? Result<Money>(Money() - *amount) : amount;
}

void append(std::string& out, Money money) { decimal::append(out, money.in_fen(), 2); }

std::string to_text(Money money) {
  std::string out;
  append(out, money);
  return out;
}

std::string to_grouped_text(Money money) {
  std::string out = to_text(money);
  const std::size_t first = out.front() == '-' ? 1 : 0;
  for (std::size_t at = out.size() - 3; at > first + 3;) out.insert(at -= 3, 1, ',');
  return out;
}

}  // namespace yidan
