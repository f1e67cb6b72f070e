#include "contract/line.h"

#include <limits>

namespace yidan::contract {
namespace {

// Unit prices have six decimals, quantities four: their product is fen times 10^8.
constexpr Exact kProductScale = 100'000'000;

// quantity × unit price, both exact, half up to the fen.
Money product(Exact quantity, Exact unit_price, const Path& path) {
  Exact fen = 0;
  bool fits =
      !__builtin_mul_overflow(quantity, unit_price, &fen) && !__builtin_add_overflow(fen, kProductScale / 2, &fen);
  fen /= kProductScale;
  fits = fits && fen <= std::numeric_limits<std::int64_t>::max();
  if (!fits) {
    fail(ErrorCode::overflow, path, "数量乘单价超出 64 位分的范围",
         "quantity times unit price does not fit 64 bits of fen");
  }
  return Money::fen(static_cast<std::int64_t>(fen));
}

}  // namespace

FeeLine WrittenLine::made() const {
  FeeLine line{.line_class = line_class,
               .cause = cause,
               .liability = liability,
               .price = price,
               .over_limit = {},
               .self_pay_first = {},
               .id = std::string(id),
               .code = std::string(code),
               .name = std::string(name),
               .units = {}};
  if (quantity && unit_price) line.units = Units{*quantity, *unit_price};
  if (line_class != LineClass::c) line.over_limit = over_limit;
  if (line_class == LineClass::b) line.self_pay_first = *self_pay_first;
  if (line_class == LineClass::c) line.self_pay_first = kWhole;
  return line;
}

WrittenLine WrittenLine::of(const FeeLine& line) {
  WrittenLine written{.id = line.id,
                      .code = line.code,
                      .name = line.name,
                      .line_class = line.line_class,
                      .cause = line.cause,
                      .liability = line.liability,
                      .amount = line.price};
  if (!line.over_limit.is_zero()) written.payment_standard = line.price - line.over_limit;
  if (line.line_class == LineClass::b) written.self_pay_first = line.self_pay_first;
  return written;
}

void check_liability(const Members& members, Cause cause) {
  if (!members.has("liability") || traits(cause).is_liability) return;
  fail(ErrorCode::contradiction, members.place("liability"),
       "只有工伤（work-injury）与第三人责任（third-party）写应担比例：请写明原因，或删去比例",
       "only work injury and a third party bear a share: state that cause, or delete the share");
}

void check_line_liability(const Members& members, WrittenLine& line, Reading&) { check_liability(members, line.cause); }

void take_price(const Members& members, WrittenLine& line, Reading&) {
  if (line.quantity.has_value() != line.unit_price.has_value()) {
    fail(ErrorCode::missing, members.place(line.quantity ? "unit_price" : "quantity"), "数量与单价须同时给出",
         "quantity and unit price go together");
  }
  if (!line.quantity) {
    if (!line.amount) {
      members.fail_missing("amount", "缺少金额（或数量与单价）", "an amount, or quantity and unit price, is missing");
    }
    line.price = *line.amount;
    if (line.payment_standard) line.over_limit = above(line.price, *line.payment_standard);
    return;
  }
  line.price = product(*line.quantity, *line.unit_price, members.place("unit_price"));
  if (line.amount && *line.amount != line.price) {
    fail(ErrorCode::contradiction, members.place("amount"), "金额与数量乘单价（" + to_text(line.price) + "）不符",
         "the amount is not quantity times unit price (" + to_text(line.price) + ")");
  }
  if (!line.payment_standard) return;
  constexpr Exact fen_to_price = 10'000;
  const Exact over = *line.unit_price - line.payment_standard->in_fen() * fen_to_price;
  if (over > 0) line.over_limit = product(*line.quantity, over, members.place("payment_standard"));
}

// Class A bears no share first, class C bears all of it; class B has a share of its own, never a silent 0 %.
void check_share(const Members& members, WrittenLine& line, Reading&) {
  const auto& share = line.self_pay_first;
  const Path place = members.place("self_pay_first");
  switch (line.line_class) {
    case LineClass::a:
      if (share && *share != Rate{}) {
        fail(ErrorCode::contradiction, place, "甲类没有先行自付比例", "class A has no first-borne share");
      }
      return;
    case LineClass::b:
      if (!share) {
        members.fail_missing("self_pay_first", "乙类须写明先行自付比例，如 \"10%\"",
                             "class B needs its first-borne share, for example \"10%\"");
      }
      return;
    case LineClass::c:
      if (share && *share != kWhole) {
        fail(ErrorCode::contradiction, place, "丙类全部由个人负担，比例只能是 100%",
             "class C is borne whole: its share is 100%");
      }
  }
}

}  // namespace yidan::contract
