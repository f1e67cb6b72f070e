#include "batch/values.h"

#include <array>

#include "base/visible.h"
#include "facts/person_number.h"
#include "terms/nearest.h"

namespace yidan::batch {

void Values::refuse(std::size_t column, ErrorCode code, Text message) {
  if (!refusal_) refusal_ = Refusal{code_of(code), std::string(columns_[column].name), std::move(message), {}};
}

std::string_view Values::require_text(std::size_t column) {
  if (!has(column)) {
    const std::string name(columns_[column].name);
    refuse(column, ErrorCode::missing, {"缺少“" + name + "”", "'" + name + "' is missing"});
  }
  return values_[column];
}

std::string Values::require_number(std::size_t column) {
  if (require_text(column).empty()) return {};
  auto number = read_person_number(values_[column]);
  if (number) return std::move(*number);
  refuse(column, number.error().code, std::move(number.error().message));
  return {};
}

std::optional<Date> Values::date(std::size_t column) {
  if (!has(column)) return std::nullopt;
  auto date = parse_sheet_date(values_[column]);
  if (date) return *date;
  refuse(column, date.error().code, std::move(date.error().message));
  return std::nullopt;
}

Date Values::require_date(std::size_t column) {
  (void)require_text(column);
  return date(column).value_or(Date{});
}

Money Values::require_money(std::size_t column) {
  if (require_text(column).empty()) return {};
  auto money = parse_money(values_[column]);
  if (money) return *money;
  refuse(column, money.error().code, std::move(money.error().message));
  return {};
}

bool Values::truth(std::size_t column) {
  const std::string_view text = values_[column];
  if (text == "yes" || text == "是") return true;
  if (!text.empty() && text != "no" && text != "否") refuse_word(column, "yes, no");
  return false;
}

void Values::refuse_word(std::size_t column, const std::string& allowed) {
  const std::string quoted = shown(values_[column]);
  const Text meant = did_you_mean(values_[column], split_words(allowed));
  refuse(column, ErrorCode::invalid_value,
         {"未知的值“" + quoted + "”" + meant.zh + "（可用：" + allowed + "）",
          "unknown value '" + quoted + "'" + meant.en + " (allowed: " + allowed + ")"});
}

}  // namespace yidan::batch
