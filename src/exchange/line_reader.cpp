#include "exchange/line_reader.h"

#include "base/decimal.h"

namespace yidan::exchange {
namespace {

// Unit prices have six decimals, quantities four: their product is fen times 10^8.
constexpr int kPricePlaces = 6;
constexpr int kQuantityPlaces = 4;
constexpr Exact kProductScale = 100'000'000;

std::optional<Exact> read_decimal(ObjectReader& reader, std::string_view key, int places) {
  const auto text = reader.text(key);
  if (!text) return std::nullopt;
  const auto value = decimal::parse_wide(*text, places);
  if (value) return *value;
  const std::string limit = std::to_string(places);
  if (value.error() == decimal::Fault::overflow) {
    fail(ErrorCode::overflow, reader.path_of(key), "数值过大", "the value is too large");
  }
  fail(ErrorCode::invalid_value, reader.path_of(key), "应为不超过 " + limit + " 位小数的数字文本",
       "must be digits in quotes with at most " + limit + " decimals");
}

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

struct Price {
  Money price;
  Money over_limit;
};

Price read_price(ObjectReader& reader) {
  const auto amount = reader.money("amount");
  const auto quantity = read_decimal(reader, "quantity", kQuantityPlaces);
  const auto unit_price = read_decimal(reader, "unit_price", kPricePlaces);
  const auto standard = reader.money("payment_standard");
  if (quantity.has_value() != unit_price.has_value()) {
    fail(ErrorCode::missing, reader.path_of(quantity ? "unit_price" : "quantity"), "数量与单价须同时给出",
         "quantity and unit price go together");
  }
  if (!quantity) {
    if (!amount)
      reader.fail_missing("amount", "缺少金额（或数量与单价）", "an amount, or quantity and unit price, is missing");
    return {*amount, standard ? above(*amount, *standard) : Money{}};
  }
  const Money price = product(*quantity, *unit_price, reader.path_of("unit_price"));
  if (amount && *amount != price) {
    fail(ErrorCode::contradiction, reader.path_of("amount"), "金额与数量乘单价（" + to_text(price) + "）不符",
         "the amount is not quantity times unit price (" + to_text(price) + ")");
  }
  if (!standard) return {price, {}};
  constexpr Exact fen_to_price = 10'000;
  const Exact over = *unit_price - standard->in_fen() * fen_to_price;
  if (over <= 0) return {price, {}};
  return {price, product(*quantity, over, reader.path_of("payment_standard"))};
}

// Class A bears no share first, class C bears all of it; class B has a share of its own, never a silent 0 %.
Rate read_share(ObjectReader& reader, LineClass line_class) {
  const auto share = reader.rate("self_pay_first");
  const Path place = reader.path_of("self_pay_first");
  switch (line_class) {
    case LineClass::a:
      if (share && *share != Rate{}) {
        fail(ErrorCode::contradiction, place, "甲类没有先行自付比例", "class A has no first-borne share");
      }
      return {};
    case LineClass::b:
      if (!share)
        reader.fail_missing("self_pay_first", "乙类须写明先行自付比例，如 \"10%\"",
                            "class B needs its first-borne share, for example \"10%\"");
      return *share;
    case LineClass::c:
      if (share && *share != kWhole) {
        fail(ErrorCode::contradiction, place, "丙类全部由个人负担，比例只能是 100%",
             "class C is borne whole: its share is 100%");
      }
      return kWhole;
  }
  return {};
}

FeeLine read_line(const json::Value& value, const Path& path) {
  ObjectReader reader(value, path);
  FeeLine line;
  (void)reader.text("id");
  (void)reader.text("code");
  (void)reader.text("name");
  line.line_class = reader.require_word<LineClass>("class");
  line.cause = reader.word<Cause>("cause").value_or(Cause::illness);
  const Price price = read_price(reader);
  line.price = price.price;
  if (line.line_class != LineClass::c) line.over_limit = price.over_limit;
  line.self_pay_first = read_share(reader, line.line_class);
  reader.finish();
  return line;
}

}  // namespace

std::vector<FeeLine> read_lines(std::span<const json::Value> lines, const Path& path) {
  std::vector<FeeLine> list;
  list.reserve(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) list.push_back(read_line(lines[i], path.item(i)));
  return list;
}

}  // namespace yidan::exchange
