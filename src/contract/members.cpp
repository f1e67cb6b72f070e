#include "contract/members.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/visible.h"
#include "contract/value_reader.h"
#include "terms/nearest.h"

namespace yidan::contract {
namespace {

void check_duplicates(std::span<const json::Member> members, const Path& path) {
  std::vector<std::string_view> keys;
  keys.reserve(members.size());
  for (const json::Member& member : members) keys.push_back(member.key);
  std::ranges::sort(keys);
  const auto twice = std::ranges::adjacent_find(keys);
  if (twice == keys.end()) return;
  const std::string key = shown(*twice);
  fail(ErrorCode::duplicate_key, path.member(key), "键“" + key + "”重复：只保留一个",
       "key '" + key + "' stands twice: keep one of them");
}

}  // namespace

void require_named_once(std::span<const json::Member> members, const Path& path) {
  constexpr std::size_t small = 16;
  bool twice = members.size() > small;
  for (std::size_t i = 0; i < members.size() && !twice; ++i) {
    for (std::size_t j = 0; j < i && !twice; ++j) twice = members[i].key == members[j].key;
  }
  if (twice) check_duplicates(members, path);
}

Members::Members(const json::Value& value, const Path& path, std::span<const Field> fields, const json::Value** found)
    : members_(value.members()), path_(path), fields_(fields), found_(found) {
  if (value.kind != json::Kind::object) fail_type(path_, "对象 {…}", "an object {…}", value);
  std::fill_n(found_, fields_.size(), nullptr);
  std::size_t expected = 0;
  for (const json::Member& member : members_) put(member, expected);
  // Two members that are no fields may have one name as well.
  if (twice_ || has_others_) require_named_once(members_, path_);
}

// Members mostly come in the order of the fields: the search begins behind the field found last.
void Members::put(const json::Member& member, std::size_t& expected) {
  const std::size_t count = fields_.size();
  std::size_t at = expected;
  for (std::size_t tried = 0; tried < count; ++tried, ++at) {
    if (at >= count) at = 0;
    if (fields_[at].name != member.key) continue;
    const std::uint64_t bit = std::uint64_t{1} << at;
    twice_ = twice_ || (seen_ & bit) != 0;
    seen_ |= bit;
    if (member.value.kind != json::Kind::null) found_[at] = &member.value;
    expected = at + 1;
    return;
  }
  has_others_ = true;
}

bool Members::has(std::string_view key) const {
  for (std::size_t at = 0; at < fields_.size(); ++at) {
    if (fields_[at].name == key) return found_[at] != nullptr;
  }
  return false;
}

bool Members::is_field(std::string_view key) const {
  return key.starts_with("x-") || std::ranges::find(fields_, key, &Field::name) != fields_.end();
}

void Members::fail_missing(std::size_t at) const {
  const Field& field = fields_[at];
  const std::string name(field.name);
  if (!field.missing.zh.empty()) fail_missing(name, std::string(field.missing.zh), std::string(field.missing.en));
  fail_missing(name, "缺少“" + name + "”", "'" + name + "' is missing");
}

void Members::fail_missing(std::string_view key, std::string zh, std::string en) const {
  const std::array<std::string_view, 1> wanted{key};
  for (const json::Member& member : members_) {
    if (!is_field(member.key) && !nearest(member.key, wanted).empty()) fail_unknown_key(path_, member.key, key);
  }
  fail(ErrorCode::missing, path_.member(key), std::move(zh), std::move(en));
}

void Members::refuse_others() const {
  for (const json::Member& member : members_) {
    if (is_field(member.key)) continue;
    std::vector<std::string_view> names;
    for (const Field& field : fields_) names.push_back(field.name);
    fail_unknown_key(path_, member.key, nearest(member.key, names));
  }
}

}  // namespace yidan::contract
