#include <algorithm>
#include <array>

#include "base/digest.h"
#include "base/json_canonical.h"
#include "base/json_writer.h"
#include "exchange/file_reader.h"
#include "operations/request_reader.h"
#include "terms/nearest.h"

namespace yidan::operations {
namespace {

using json::Kind;
using json::Value;

constexpr std::array kOperations{
    Operation{"settle", read_settle},   Operation{"trial", read_trial}, Operation{"correct", read_correct},
    Operation{"reverse", read_reverse}, Operation{"facts", read_facts}, Operation{"record", read_record},
    Operation{"enrol", read_enrol},     Operation{"pay", read_pay},     Operation{"grant", read_grant},
    Operation{"credit", read_credit},   Operation{"use", read_use},
};

Result<const Operation*> operation_of(const std::string& name) {
  const auto* found = std::ranges::find(kOperations, name, &Operation::name);
  if (found != kOperations.end()) return found;
  std::string names;
  std::vector<std::string_view> words;
  for (const Operation& each : kOperations) {
    names += (names.empty() ? "" : ", ") + std::string(each.name);
    words.push_back(each.name);
  }
  const std::string meant(nearest(name, words));
  return std::unexpected(
      Error{ErrorCode::invalid_value,
            {"没有这种操作（可用：" + names + "）" + (meant.empty() ? "" : "：是否应为“" + meant + "”？"),
             "there is no such operation (there are: " + names + ")" +
                 (meant.empty() ? "" : ": did you mean '" + meant + "'?")},
            "$.do"});
}

constexpr std::size_t kLongestKey = 200;

Result<void> check_key(const std::string& key) {
  const bool printable = std::ranges::none_of(key, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
  if (!key.empty() && key.size() <= kLongestKey && printable) return {};
  return std::unexpected(
      Error{ErrorCode::invalid_value,
            {"键应为 1 至 200 字节的文字，不含控制字符", "a key is text of 1 to 200 bytes without control characters"},
            "$.key"});
}

// What a case says of its person, without format, pool and encounters.
std::string facts_of_case(const Value& value) {
  std::vector<json::Member> members;
  for (const json::Member& member : value.members()) {
    if (member.key == "format" || member.key == "pool" || member.key == "encounters") continue;
    if (member.key.starts_with("x-")) continue;
    members.push_back(member);
  }
  return json::canonical({.kind = Kind::object, .fields = members.data(), .size = members.size()});
}

// An id as one part of a key, so that different ids give different keys.
std::string key_part(std::string_view id) {
  std::string part;
  for (const char c : id) {
    if (c == '/' || c == '%') {
      part += c == '/' ? "%2F" : "%25";
    } else {
      part += c;
    }
  }
  return part;
}

std::string id_of(const Value* object) {
  const Value* id = object == nullptr ? nullptr : json::find(*object, "id");
  return id != nullptr && id->kind == Kind::string ? std::string(id->text) : std::string();
}

}  // namespace

Error missing(std::string_view key) {
  const std::string name(key);
  return {ErrorCode::missing, {"缺少“" + name + "”", "'" + name + "' is missing"}, "$." + name};
}

const Value* RequestMembers::find(std::string_view key) {
  asked_.push_back(key);
  const Value* value = json::find(request_, key);
  return value == nullptr || value->kind == Kind::null ? nullptr : value;
}

Result<const Value*> RequestMembers::object(std::string_view key) {
  const Value* value = find(key);
  if (value == nullptr) return std::unexpected(missing(key));
  if (value->kind == Kind::object) return value;
  return std::unexpected(
      Error{ErrorCode::wrong_type, {"此处应为 JSON 对象", "expected a JSON object"}, "$." + std::string(key)});
}

Result<std::string> RequestMembers::text(std::string_view key) {
  const Value* value = find(key);
  if (value == nullptr) return std::unexpected(missing(key));
  if (value->kind == Kind::string && !value->text.empty()) return std::string(value->text);
  return std::unexpected(
      Error{ErrorCode::wrong_type, {"此处应为非空文字", "expected text that is not empty"}, "$." + std::string(key)});
}

Result<void> RequestMembers::finish() const {
  for (const json::Member& member : request_.members()) {
    if (member.key.starts_with("x-") || member.value.kind == Kind::null) continue;
    if (std::ranges::find(asked_, member.key) != asked_.end()) continue;
    const std::string name(member.key);
    const std::string meant(nearest(member.key, asked_));
    return std::unexpected(
        Error{ErrorCode::unknown_key,
              {"请求中没有“" + name + "”这一项" + (meant.empty() ? "" : "：是否应为“" + meant + "”？"),
               "a request has no '" + name + "'" + (meant.empty() ? "" : ": did you mean '" + meant + "'?")},
              "$." + name});
  }
  return {};
}

Result<void> take_member(RequestMembers& members, std::string_view key, EventKind kind, Request& request) {
  const auto value = members.object(key);
  if (!value) return std::unexpected(value.error());
  request.kind = kind;
  request.content = json::canonical(**value);
  return {};
}

Result<void> take_event(RequestMembers& members, std::string_view key, std::string_view event, Request& request) {
  const auto value = members.object(key);
  if (!value) return std::unexpected(value.error());
  std::vector<json::Member> named((*value)->members().begin(), (*value)->members().end());
  named.push_back({"event", {.kind = Kind::string, .text = event}});
  const Value one{.kind = Kind::object, .fields = named.data(), .size = named.size()};
  request.kind = EventKind::record;
  request.content = "{\"events\":[" + json::canonical(one) + "]}";
  return {};
}

Result<Request> read_request(const Value& value, const policy::Policy& policy) {
  const auto pool = exchange::read_pool_of(value, policy);
  if (!pool) return std::unexpected(pool.error());
  RequestMembers members(value);
  const auto format = members.text("format");
  if (!format) return std::unexpected(format.error());
  if (*format != "yidan.request/1") {
    return std::unexpected(Error{ErrorCode::invalid_value,
                                 {"格式应为 \"yidan.request/1\"", "the format must be \"yidan.request/1\""},
                                 "$.format"});
  }
  (void)members.find("pool");
  const auto person = members.text("person");
  if (!person) return std::unexpected(person.error());
  const auto name = members.text("do");
  if (!name) return std::unexpected(name.error());
  const auto operation = operation_of(*name);
  if (!operation) return std::unexpected(operation.error());
  Request request{.file = {pool->code(), *person}};
  if (auto read = (*operation)->read(members, request); !read) return std::unexpected(std::move(read.error()));
  if (const Value* key = members.find("key"); key != nullptr || !request.trial) {
    auto text = members.text("key");
    if (!text) return std::unexpected(std::move(text.error()));
    if (auto checked = check_key(*text); !checked) return std::unexpected(std::move(checked.error()));
    request.key = std::move(*text);
  }
  if (auto finished = members.finish(); !finished) return std::unexpected(std::move(finished.error()));
  return request;
}

Result<std::vector<Request>> requests_of_case(const Value& value, const policy::Policy& policy) {
  const auto pool = exchange::read_pool_of(value, policy);
  if (!pool) return std::unexpected(pool.error());
  const std::string person = id_of(json::find(value, "person"));
  if (person.empty()) return std::unexpected(missing("person.id"));
  const std::string start = to_text(*pool) + "/" + key_part(person) + "/";
  Request facts{.file = {pool->code(), person}, .kind = EventKind::facts, .content = facts_of_case(value)};
  constexpr std::size_t short_digest = 16;
  facts.key = start + "facts/" + sha256(facts.content).substr(0, short_digest);
  std::vector<Request> requests{std::move(facts)};
  const Value* encounters = json::find(value, "encounters");
  if (encounters == nullptr || encounters->kind == Kind::null) return requests;
  if (encounters->kind != Kind::array) {
    return std::unexpected(
        Error{ErrorCode::wrong_type, {"此处应为列表 […]", "expected a list […] here"}, "$.encounters"});
  }
  for (const Value& encounter : encounters->items()) {
    requests.push_back({.file = {pool->code(), person},
                        .key = start + "settle/" + key_part(id_of(&encounter)),
                        .kind = EventKind::settle,
                        .content = json::canonical(encounter)});
  }
  return requests;
}

Request reversal_of(const store::FileKey& file, std::string_view encounter, std::string key) {
  Request request{.file = file, .key = std::move(key), .kind = EventKind::reverse, .content = reversal(encounter)};
  if (request.key.empty()) {
    request.key = to_text(Region(file.pool)) + "/" + key_part(file.person) + "/reverse/" + key_part(encounter);
  }
  return request;
}

}  // namespace yidan::operations
