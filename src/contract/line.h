// A fee line as it is written, and the rules that make its price: here, once per line, prices and over-limit parts are
// rounded to the fen (semantics M3, F1, F2).
#pragma once

#include "contract/read.h"

namespace yidan::contract {

struct WrittenLine {
  using Made = FeeLine;

  std::string_view id;
  std::string_view code;
  std::string_view name;
  LineClass line_class = LineClass::a;
  Cause cause = Cause::illness;
  Rate liability = kWhole;
  std::optional<Money> amount;
  std::optional<Exact> quantity;
  std::optional<Exact> unit_price;
  std::optional<Money> payment_standard;
  std::optional<Rate> self_pay_first;
  Money price;       // what amount, quantity and unit price come to
  Money over_limit;  // the part of it above the payment standard

  [[nodiscard]] FeeLine made() const;
  // The line with its price as one amount: the texts of `line` must outlive it.
  [[nodiscard]] static WrittenLine of(const FeeLine& line);
};

void take_price(const Members& members, WrittenLine& line, Reading& reading);
void check_share(const Members& members, WrittenLine& line, Reading& reading);
// Of a line or of an encounter: only a cause that is somebody's liability has a share (F10).
void check_liability(const Members& members, Cause cause);
void check_line_liability(const Members& members, WrittenLine& line, Reading& reading);

inline constexpr int kQuantityPlaces = 4;
inline constexpr int kPricePlaces = 6;

inline constexpr auto kLine = table<WrittenLine>(
    "line", "费用明细", "a fee line", at<&WrittenLine::id>(text("id", "行号", "the line's id")),
    at<&WrittenLine::code>(text("code", "项目编码", "code of the item")),
    at<&WrittenLine::name>(text("name", "项目名称", "name of the item")),
    at<&WrittenLine::line_class>(word<LineClass>("class", "甲乙丙类", "class in the catalogue").required()),
    at<&WrittenLine::cause>(word<Cause>("cause", "费用原因", "why it was needed").or_else("\"illness\"")),
    at<&WrittenLine::liability>(rate("liability", "他人应担比例", "the share that others bear").or_else("\"100%\"")),
    rule<check_line_liability>("只有工伤与第三人责任有应担比例", "only work injury and a third party bear a share"),
    at<&WrittenLine::amount>(money("amount", "金额", "what the line costs").depends()),
    at<&WrittenLine::quantity>(decimal(kQuantityPlaces, "quantity", "数量", "quantity").depends()),
    at<&WrittenLine::unit_price>(decimal(kPricePlaces, "unit_price", "单价（元）", "price of one, in yuan").depends()),
    at<&WrittenLine::payment_standard>(
        money("payment_standard", "医保支付标准：每单位；未写数量时为一个单位",
              "what the insurance recognises of one unit; without a quantity the line is one")),
    rule<take_price>("须写金额，或数量与单价；三者都写时须相符（数量乘单价，四舍五入到分）",
                     "an amount, or quantity and unit price; when all three stand they agree to the fen"),
    at<&WrittenLine::self_pay_first>(
        rate("self_pay_first", "先行自付比例", "the share that the person bears first").depends()),
    rule<check_share>("甲类比例只能是 0%，丙类只能是 100%，乙类须写明",
                      "class A has no share (0%), class C is borne whole (100%), class B needs its share"));

}  // namespace yidan::contract
