#include "exchange/object_reader.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace yidan::exchange {
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

[[noreturn]] void fail_type(const Path& path, std::string_view zh, std::string_view en, const json::Value& value) {
  fail(ErrorCode::wrong_type, path, "此处应为" + std::string(zh),
       "expected " + std::string(en) + " here, found " + std::string(name_of(value.kind)));
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

void check_duplicates(std::span<const json::Member> members, const Path& path) {
  std::vector<std::string_view> keys;
  keys.reserve(members.size());
  for (const json::Member& member : members) keys.push_back(member.key);
  std::ranges::sort(keys);
  const auto twice = std::ranges::adjacent_find(keys);
  if (twice == keys.end()) return;
  const std::string key = clipped(*twice);
  fail(ErrorCode::duplicate_key, path.member(key), "键“" + key + "”重复：只保留一个",
       "key '" + key + "' stands twice: keep one of them");
}

}  // namespace

std::string Path::text() const {
  if (parent == nullptr) return "$";
  std::string text = parent->text();
  if (is_index) return text + "[" + std::to_string(index) + "]";
  return text + "." + clipped(key);
}

void fail(ErrorCode code, const Path& path, std::string zh, std::string en) {
  throw Fault{{code, {std::move(zh), std::move(en)}, path.text()}};
}

void fail(Error error, const Path& path) {
  error.where = path.text();
  throw Fault{std::move(error)};
}

void fail_unknown_word(const Path& path, std::string_view text, std::string_view allowed) {
  const auto words = split_words(allowed);
  const std::string meant(nearest(text, words));
  const std::string quoted = clipped(text);
  const std::string all(allowed);
  fail(ErrorCode::invalid_value, path,
       "未知的值“" + quoted + "”" + (meant.empty() ? "" : "：是否应为“" + meant + "”？") + "（可用：" + all + "）",
       "unknown value '" + quoted + "'" + (meant.empty() ? "" : ": did you mean '" + meant + "'?") +
           " (allowed: " + all + ")");
}

std::string_view text_of(const json::Value& value, const Path& path) {
  if (value.kind != json::Kind::string) fail_type(path, "文本（加引号）", "text in quotes", value);
  return value.text;
}

void require_named_once(std::span<const json::Member> members, const Path& path) {
  constexpr std::size_t small = 16;
  bool twice = members.size() > small;
  for (std::size_t i = 0; i < members.size() && !twice; ++i) {
    for (std::size_t j = 0; j < i && !twice; ++j) twice = members[i].key == members[j].key;
  }
  if (twice) check_duplicates(members, path);
}

ObjectReader::ObjectReader(const json::Value& value, const Path& path) : members_(value.members()), path_(path) {
  if (value.kind != json::Kind::object) fail_type(path, "对象 {…}", "an object {…}", value);
  require_named_once(members_, path);
  constexpr std::size_t usual_keys = 16;
  asked_.reserve(usual_keys);
}

const json::Value* ObjectReader::find(std::string_view key) {
  asked_.push_back(key);
  for (const json::Member& member : members_) {
    if (member.key == key) return member.value.kind == json::Kind::null ? nullptr : &member.value;
  }
  return nullptr;
}

const json::Value& ObjectReader::require(std::string_view key) {
  if (const json::Value* value = find(key)) return *value;
  fail_missing(key, "缺少“" + std::string(key) + "”", "'" + std::string(key) + "' is missing");
}

void ObjectReader::fail_missing(std::string_view key, std::string zh, std::string en) const {
  const std::array<std::string_view, 1> wanted{key};
  for (const json::Member& member : members_) {
    if (!is_known(member.key) && !nearest(member.key, wanted).empty()) fail_unknown_key(member.key, key);
  }
  fail(ErrorCode::missing, path_of(key), std::move(zh), std::move(en));
}

std::optional<std::string_view> ObjectReader::text(std::string_view key) {
  const json::Value* value = find(key);
  return value == nullptr ? std::nullopt : std::optional(text_of(*value, path_of(key)));
}

std::string_view ObjectReader::require_text(std::string_view key) { return text_of(require(key), path_of(key)); }

std::string_view ObjectReader::require_id(std::string_view zh, std::string_view en) {
  const std::string_view id = require_text("id");
  if (id.empty())
    fail(ErrorCode::invalid_value, path_of("id"), std::string(zh) + "为空", std::string(en) + " is empty");
  if (has_controls(id)) {
    fail(ErrorCode::invalid_value, path_of("id"), std::string(zh) + "含控制字符：只用可见的文字",
         std::string(en) + " has control characters: use visible text alone");
  }
  return id;
}

std::optional<Money> ObjectReader::money(std::string_view key) {
  const json::Value* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (value->kind == json::Kind::number) {
    fail(ErrorCode::wrong_type, path_of(key), "金额应写成文本（如 \"12.30\"），不能写成 JSON 数字",
         "money is text (\"12.30\"), never a JSON number");
  }
  auto money = parse_money(text_of(*value, path_of(key)));
  if (!money) fail(std::move(money.error()), path_of(key));
  return *money;
}

std::optional<Rate> ObjectReader::rate(std::string_view key) {
  const auto written = text(key);
  if (!written) return std::nullopt;
  auto rate = parse_rate(*written);
  if (!rate) fail(std::move(rate.error()), path_of(key));
  if (*rate > kWhole) fail(ErrorCode::invalid_value, path_of(key), "比例不得超过 100%", "a share is at most 100%");
  return *rate;
}

std::optional<Date> ObjectReader::date(std::string_view key) {
  const auto written = text(key);
  if (!written) return std::nullopt;
  auto date = parse_date(*written);
  if (!date) fail(std::move(date.error()), path_of(key));
  return *date;
}

Date ObjectReader::require_date(std::string_view key) {
  const auto found = date(key);
  if (found) return *found;
  fail_missing(key, "缺少“" + std::string(key) + "”", "'" + std::string(key) + "' is missing");
}

bool ObjectReader::flag(std::string_view key) {
  const json::Value* value = find(key);
  if (value == nullptr) return false;
  if (value->kind != json::Kind::boolean) fail_type(path_of(key), " true 或 false", "true or false", *value);
  return value->truth;
}

std::span<const json::Value> ObjectReader::list(std::string_view key) {
  const json::Value* value = find(key);
  if (value == nullptr) return {};
  if (value->kind != json::Kind::array) fail_type(path_of(key), "列表 […]", "a list […]", *value);
  return value->items();
}

Period ObjectReader::period() {
  Period period{require_date("from"), date("to").value_or(Date::never())};
  if (period.to < period.from) {
    fail(ErrorCode::contradiction, path_of("to"), "终止日早于起始日", "'to' lies before 'from'");
  }
  return period;
}

void ObjectReader::finish() const {
  for (const json::Member& member : members_) {
    if (is_known(member.key)) continue;
    fail_unknown_key(member.key, nearest(member.key, asked_));
  }
}

bool ObjectReader::is_known(std::string_view key) const {
  return key.starts_with("x-") || std::ranges::find(asked_, key) != asked_.end();
}

void ObjectReader::fail_unknown_key(std::string_view written, std::string_view nearest_key) const {
  const std::string key = clipped(written);
  const std::string meant(nearest_key);
  fail(ErrorCode::unknown_key, path_of(key),
       "未知的键“" + key + "”" + (meant.empty() ? "（自定义键请以 x- 开头）" : "：是否应为“" + meant + "”？"),
       "unknown key '" + key + "'" +
           (meant.empty() ? " (keys of your own begin with 'x-')" : ": did you mean '" + meant + "'?"));
}

}  // namespace yidan::exchange
