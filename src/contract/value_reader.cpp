#include "contract/value_reader.h"

#include "base/decimal.h"
#include "base/visible.h"
#include "facts/person_number.h"

namespace yidan::contract {
namespace {

std::string_view name_of(json::Kind kind) {
  switch (kind) {
    case json::Kind::null:
      return "null";
    case json::Kind::boolean:
      return "a boolean";
    case json::Kind::number:
      return "a number";
    case json::Kind::string:
      return "a string";
    case json::Kind::array:
      return "a list";
    case json::Kind::object:
      return "an object";
  }
  return "a value";
}

// Those of ASCII, and those of Latin-1 (U+0080 to U+009F), which some terminals obey.
bool has_controls(std::string_view text) {
  bool after_c2 = false;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F || (after_c2 && byte < 0xA0)) return true;
    after_c2 = byte == 0xC2;
  }
  return false;
}

// The value of a `Result`, or its error as the fault of this place.
template <class T>
T or_fail(Result<T> read, const Path& path) {
  if (!read) fail(std::move(read.error()), path);
  return std::move(*read);
}

}  // namespace

void fail_type(const Path& path, std::string_view zh, std::string_view en, const json::Value& value) {
  fail(ErrorCode::wrong_type, path, "此处应为" + std::string(zh),
       "expected " + std::string(en) + " here, found " + std::string(name_of(value.kind)));
}

std::string_view text_of(const json::Value& value, const Path& path) {
  if (value.kind != json::Kind::string) fail_type(path, "文本（加引号）", "text in quotes", value);
  return value.text;
}

std::string_view id_of(const json::Value& value, const Path& path, Gist gist) {
  const std::string_view id = text_of(value, path);
  if (id.empty()) {
    fail(ErrorCode::invalid_value, path, std::string(gist.zh) + "为空", std::string(gist.en) + " is empty");
  }
  if (has_controls(id)) {
    fail(ErrorCode::invalid_value, path, std::string(gist.zh) + "含控制字符：只用可见的文字",
         std::string(gist.en) + " has control characters: use visible text alone");
  }
  return id;
}

std::string person_number_of(const json::Value& value, const Path& path) {
  return or_fail(read_person_number(text_of(value, path)), path);
}

bool flag_of(const json::Value& value, const Path& path) {
  if (value.kind != json::Kind::boolean) fail_type(path, " true 或 false", "true or false", value);
  return value.truth;
}

namespace {

bool is_negative(std::string_view text) {
  return text.starts_with('-') || text.starts_with("\u2212") || text.starts_with("\uFF0D");
}

// Of a fee line: what came back is not a line of its own.
void refuse_negative(std::string_view text, const Path& path) {
  const bool of_line = path.parent != nullptr && path.parent->parent != nullptr && path.parent->parent->key == "lines";
  if (!of_line || !is_negative(text)) return;
  fail(ErrorCode::invalid_value, path,
       "费用明细没有负数：退药、退费请按实际保留的数量与金额上传，已结算的用 correct 更正",
       "lines are not negative: send what was kept, or 'correct' what was settled");
}

}  // namespace

namespace {

std::string_view text_of_money(const json::Value& value, const Path& path) {
  if (value.kind == json::Kind::number) {
    fail(ErrorCode::wrong_type, path, "金额应写成文本（如 \"12.30\"），不能写成 JSON 数字",
         "money is text (\"12.30\"), never a JSON number");
  }
  return text_of(value, path);
}

}  // namespace

Money money_of(const json::Value& value, const Path& path) {
  const std::string_view text = text_of_money(value, path);
  auto money = parse_money(text);
  if (!money) refuse_negative(text, path);
  return or_fail(std::move(money), path);
}

Money signed_money_of(const json::Value& value, const Path& path) {
  return or_fail(parse_signed_money(text_of_money(value, path)), path);
}

Rate rate_of(const json::Value& value, const Path& path) {
  const Rate rate = or_fail(parse_rate(text_of(value, path)), path);
  if (rate > kWhole) fail(ErrorCode::invalid_value, path, "比例不得超过 100%", "a share is at most 100%");
  return rate;
}

Date day_of(const json::Value& value, const Path& path) { return or_fail(parse_date(text_of(value, path)), path); }

Date end_of(const json::Value& value, const Path& path) {
  const std::string_view text = text_of(value, path);
  const bool beyond = text.size() > 4 && text[4] == '-' && text.substr(0, 4) >= "2200" &&
                      text.find_first_not_of("0123456789-") == std::string_view::npos;
  if (!text.empty() && !beyond) return day_of(value, path);
  fail(ErrorCode::invalid_value, path, "终止日未定时不写 to：请删去", "leave 'to' out for an open end: delete it");
}

Month month_of(const json::Value& value, const Path& path) { return or_fail(parse_month(text_of(value, path)), path); }

Month month_or_day_of(const json::Value& value, const Path& path) {
  const std::string_view text = text_of(value, path);
  if (const auto day = parse_date(text)) return Month::of(*day);
  if (const auto month = parse_month(text)) return *month;
  const std::string quoted = shown(text, 40);
  fail(ErrorCode::invalid_value, path, "“" + quoted + "”不是月份：请写成如 \"2010-01\" 或其中一日 \"2010-01-01\"",
       "'" + quoted + "' is not a month: write for example \"2010-01\", or a day of it, \"2010-01-01\"");
}

Region region_of(std::string_view text, const Path& path) {
  const bool digits = text.size() == 6 && text.find_first_not_of("0123456789") == std::string_view::npos;
  if (!digits || text.front() == '0') {
    fail(ErrorCode::invalid_value, path, "区划代码应为六位数字（GB/T 2260），如 \"370600\"",
         "a region is a GB/T 2260 code of six digits, for example \"370600\"");
  }
  std::int32_t region = 0;
  for (const char digit : text) region = region * 10 + (digit - '0');
  return Region(region);
}

Region region_of(const json::Value& value, const Path& path) { return region_of(text_of(value, path), path); }

int level_of(const json::Value& value, const Path& path) {
  const bool digit = value.kind == json::Kind::number && value.text.size() == 1;
  if (digit && value.text >= "1" && value.text <= "3") return value.text.front() - '0';
  fail(ErrorCode::invalid_value, path, "机构等级只能是数字 1、2 或 3", "a level is the number 1, 2 or 3");
}

int count_of_value(const json::Value& value, const Path& path, std::int64_t least, std::int64_t most) {
  constexpr std::size_t most_digits = 4;
  const bool written = value.kind == json::Kind::number || value.kind == json::Kind::string;
  const std::string_view digits = written ? value.text : std::string_view{};
  int count = 0;
  if (digits.size() <= most_digits && digits.find_first_not_of("0123456789") == std::string_view::npos) {
    for (const char digit : digits) count = count * 10 + (digit - '0');
  }
  if (count >= least && count <= most) return count;
  const std::string from = std::to_string(least);
  const std::string to = std::to_string(most);
  fail(written ? ErrorCode::invalid_value : ErrorCode::wrong_type, path, "此处应为 " + from + " 至 " + to + " 的整数",
       "expected a whole number from " + from + " to " + to);
}

Exact decimal_of(const json::Value& value, const Path& path, int places) {
  const auto parsed = decimal::parse_wide(text_of(value, path), places);
  if (parsed) return *parsed;
  if (parsed.error() == decimal::Fault::overflow) {
    fail(ErrorCode::overflow, path, "数值过大", "the value is too large");
  }
  refuse_negative(text_of(value, path), path);
  const std::string limit = std::to_string(places);
  fail(ErrorCode::invalid_value, path, "应为不超过 " + limit + " 位小数的数字文本",
       "must be digits in quotes with at most " + limit + " decimals");
}

std::span<const json::Value> items_of(const json::Value& value, const Path& path) {
  if (value.kind != json::Kind::array) fail_type(path, "列表 […]", "a list […]", value);
  return value.items();
}

std::string codes_of(std::span<const Word> words) {
  std::string list;
  for (const Word& each : words) {
    if (!list.empty()) list += ", ";
    list += each.code;
  }
  return list;
}

}  // namespace yidan::contract
