#include "policy/quantity.h"

#include <algorithm>

#include "base/decimal.h"
#include "base/visible.h"

namespace yidan::policy {
namespace {

using Unit = Quantity::Unit;

constexpr std::string_view kPoints = " points";
constexpr std::string_view kMonths = " months";
constexpr std::string_view kTimes = " times";

// `value` / `per`, half up and away from zero below it.
std::int64_t rounded(Exact value, Exact per) {
  const Exact doubled = value * 2;
  return static_cast<std::int64_t>(value < 0 ? -((-doubled + per) / (per * 2)) : (doubled + per) / (per * 2));
}

std::string decimals(std::int64_t scaled, int places, int least) {
  std::string out;
  decimal::append(out, scaled, places);
  for (int i = places; i > least && out.back() == '0'; --i) out.pop_back();
  if (out.back() == '.') out.pop_back();
  return out;
}

// A share that is whole in its last printed place is printed short, "70%"; a measured one with two decimals, "66.43%".
std::string percent(const Quantity& quantity) {
  const bool exact = quantity.value() % quantity.per() == 0;
  return exact ? decimals(rounded(quantity.value(), quantity.per()), 4, 0)
               : decimals(rounded(quantity.value(), Exact{quantity.per()} * 100), 2, 2);
}

Result<Quantity> refused(const std::string& text) {
  const std::string quoted = shown(text, 40);
  return std::unexpected(
      Error{ErrorCode::invalid_value,
            {"“" + quoted +
                 "”不是限度值：请写成金额 \"200.00\"、比例 \"50%\"、百分点 \"5 points\"、月数 \"360 months\"、"
                 "倍数 \"2 times\"、个数 \"0\"、日期 \"2022-12-31\" 或 none",
             "'" + quoted +
                 "' is no value of a bound: write an amount \"200.00\", a share \"50%\", \"5 points\", "
                 "\"360 months\", \"2 times\", a count \"0\", a day \"2022-12-31\" or none"},
            {}});
}

// Digits with so many places, in the unit.
Result<Quantity> read(const std::string& text, std::string_view digits, int places, Unit unit) {
  const auto value = decimal::parse(digits, places);
  if (!value) return refused(text);
  return Quantity(unit, *value);
}

}  // namespace

bool Quantity::is_like(const Quantity& other) const {
  return unit_ == other.unit_ || unit_ == Unit::unlimited || other.unit_ == Unit::unlimited;
}

std::strong_ordering Quantity::operator<=>(const Quantity& other) const {
  const bool none = unit_ == Unit::unlimited;
  const bool other_none = other.unit_ == Unit::unlimited;
  if (none || other_none) return none <=> other_none;
  const Exact here = value_ * other.per_;
  const Exact there = other.value_ * per_;
  return here < there   ? std::strong_ordering::less
         : here > there ? std::strong_ordering::greater
                        : std::strong_ordering::equal;
}

Quantity Quantity::moved(const Quantity& tolerance, int sign) const {
  if (unit_ == Unit::unlimited) return *this;
  if (tolerance.unit_ == Unit::points)
    return {unit_, value_ * tolerance.per_ + sign * tolerance.value_ * per_, per_ * tolerance.per_};
  return {unit_, value_ * (kMillion + sign * tolerance.value_), per_ * kMillion};
}

std::string to_text(const Quantity& quantity) {
  const Exact value = quantity.value();
  const Exact per = quantity.per();
  switch (quantity.unit()) {
    case Unit::amount:
      return to_text(Money::fen(rounded(value, per)));
    case Unit::share:
      return percent(quantity) + "%";
    case Unit::points:
      return percent(quantity) + std::string(kPoints);
    case Unit::times:
      return decimals(rounded(value * kMillion, per), 6, 0);
    case Unit::number:
      return std::to_string(rounded(value, per));
    case Unit::months:
      return std::to_string(rounded(value, per)) + std::string(kMonths);
    case Unit::day:
      return to_text(Date::from_days(static_cast<std::int32_t>(value)));
    case Unit::unlimited:
      return "none";
  }
  fail_invariant("every unit has a text");
}

Text spoken(const Quantity& quantity) {
  const std::string text = to_text(quantity);
  const std::string number = text.substr(0, text.find(' '));
  switch (quantity.unit()) {
    case Unit::amount:
      return {text + " 元", text + " yuan"};
    case Unit::points:
      return {number + " 个百分点", text};
    case Unit::months:
      return {number + " 个月", text};
    case Unit::unlimited:
      return {"无", "none"};
    default:
      return {text, text};
  }
}

Result<Quantity> parse_quantity(const std::string& text) {
  const std::string_view all = text;
  const auto before = [all](std::string_view unit) { return all.substr(0, all.size() - unit.size()); };
  if (text == "none") return Quantity::without_limit();
  if (all.ends_with('%')) return read(text, before("%"), 4, Unit::share);
  if (all.ends_with(kPoints)) return read(text, before(kPoints), 4, Unit::points);
  if (all.ends_with(kMonths)) return read(text, before(kMonths), 0, Unit::months);
  if (all.ends_with(kTimes)) return read(text, before(kTimes), 0, Unit::times);
  if (all.find('-') != std::string_view::npos) {
    const auto day = parse_date(text);
    return day ? Result<Quantity>(Quantity::on(*day)) : refused(text);
  }
  if (all.find('.') != std::string_view::npos) return read(text, all, 2, Unit::amount);
  return read(text, all, 0, Unit::number);
}

}  // namespace yidan::policy
