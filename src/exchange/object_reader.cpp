#include "exchange/object_reader.h"

#include <algorithm>
#include <array>

namespace yidan::exchange {
ObjectReader::ObjectReader(const json::Value& value, const Path& path) : members_(value.members()), path_(path) {
  if (value.kind != json::Kind::object) contract::fail_type(path, "对象 {…}", "an object {…}", value);
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
    if (!is_known(member.key) && !nearest(member.key, wanted).empty()) fail_unknown_key(path_, member.key, key);
  }
  fail(ErrorCode::missing, path_of(key), std::move(zh), std::move(en));
}

std::optional<std::string_view> ObjectReader::text(std::string_view key) {
  return value_of(key, [](const auto& value, const Path& path) { return contract::text_of(value, path); });
}

std::string_view ObjectReader::require_text(std::string_view key) {
  return contract::text_of(require(key), path_of(key));
}

std::string ObjectReader::require_number(std::string_view key) {
  return contract::person_number_of(require(key), path_of(key));
}

std::optional<Money> ObjectReader::money(std::string_view key) {
  return value_of(key, [](const auto& value, const Path& path) { return contract::money_of(value, path); });
}

std::optional<Rate> ObjectReader::rate(std::string_view key) {
  return value_of(key, [](const auto& value, const Path& path) { return contract::rate_of(value, path); });
}

std::optional<Date> ObjectReader::date(std::string_view key) {
  return value_of(key, [](const auto& value, const Path& path) { return contract::day_of(value, path); });
}

Date ObjectReader::require_date(std::string_view key) { return contract::day_of(require(key), path_of(key)); }

bool ObjectReader::flag(std::string_view key) {
  const json::Value* value = find(key);
  return value != nullptr && contract::flag_of(*value, path_of(key));
}

std::span<const json::Value> ObjectReader::list(std::string_view key) {
  const json::Value* value = find(key);
  return value == nullptr ? std::span<const json::Value>{} : contract::items_of(*value, path_of(key));
}

std::span<const json::Value> ObjectReader::require_list(std::string_view key) {
  return contract::items_of(require(key), path_of(key));
}

void ObjectReader::finish() const {
  for (const json::Member& member : members_) {
    if (is_known(member.key)) continue;
    fail_unknown_key(path_, member.key, nearest(member.key, asked_));
  }
}

bool ObjectReader::is_known(std::string_view key) const {
  return key.starts_with("x-") || std::ranges::find(asked_, key) != asked_.end();
}

}  // namespace yidan::exchange
