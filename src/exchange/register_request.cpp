#include "exchange/register_request.h"

#include <utility>

#include "base/json_writer.h"
#include "exchange/heading_reader.h"
#include "exchange/request_parts.h"

namespace yidan::exchange {
namespace {

constexpr std::size_t kMostValues = 1000;  // of one field

std::string value_text(const json::Value& value, const Path& path) {
  switch (value.kind) {
    case json::Kind::string:
    case json::Kind::number:
      return std::string(value.text);
    case json::Kind::boolean:
      return contract::flag_of(value, path) ? "true" : "false";
    default:
      contract::fail_type(path, "文字、数或是否", "text, a number, or true or false", value);
  }
}

std::vector<std::string> values_at(const json::Value& value, const Path& path) {
  if (value.kind == json::Kind::null) return {};
  if (value.kind != json::Kind::array) return {value_text(value, path)};
  if (value.items().size() > kMostValues) {
    fail(ErrorCode::invalid_value, path, "一个字段最多 1000 个值", "a field has at most 1000 values");
  }
  std::vector<std::string> list;
  for (std::size_t i = 0; i < value.items().size(); ++i) list.push_back(value_text(value.items()[i], path.item(i)));
  return list;
}

registers::Written fields_of(ObjectReader& reader) {
  registers::Written written;
  const json::Value* value = reader.find("fields");
  if (value == nullptr) return written;
  const Path path = reader.path_of("fields");
  if (value->kind != json::Kind::object) (void)ObjectReader(*value, path);
  for (const json::Member& each : value->members()) {
    written.emplace_back(each.key, values_at(each.value, path.member(each.key)));
  }
  return written;
}

std::string short_id(ObjectReader& reader, std::string_view member) {
  constexpr std::size_t longest = 120;
  const json::Value& value = reader.require(member);
  std::string id(contract::id_of(value, reader.path_of(member), {"编号", "an id"}));
  if (id.size() <= longest) return id;
  fail(ErrorCode::invalid_value, reader.path_of(member), "编号不超过 120 字节", "an id has at most 120 bytes");
}

}  // namespace

bool is_register_act(std::string_view act) { return parse_word<RegisterAct>(act).has_value(); }

Result<RegisterRequest> read_register_request(const json::Value& value, const policy::Policy& policy) {
  return caught([&] {
    ObjectReader reader(value, Path{});
    RegisterRequest request;
    (void)read_pool(reader, policy, request.pool);
    require_format(reader, "yidan.request/1");
    request.told.act = reader.require_word<RegisterAct>("do");
    request.reg = short_id(reader, "register");
    request.entry = short_id(reader, "entry");
    request.told.on = reader.require_date("on");
    request.told.by = reader.word<Role>("by");
    if (request.told.act != RegisterAct::amend) request.told.move = reader.text("move").value_or("");
    request.fields = fields_of(reader);
    request.key = require_key(reader);
    reader.finish();
    request.content = content_of(request);
    return request;
  });
}

std::string content_of(const RegisterRequest& request) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  if (request.told.by) json.text("by", code(*request.told.by));
  json.text("do", code(request.told.act));
  json.text("entry", request.entry);
  std::map<std::string, std::vector<std::string>> sorted(request.fields.begin(), request.fields.end());
  json.key("fields");
  json.begin_object();
  for (const auto& [name, values] : sorted) {
    json.foreign_key(name);
    json.begin_array();
    for (const std::string& each : values) json.string(each);
    json.end_array();
  }
  json.end_object();
  if (!request.told.move.empty()) json.text("move", request.told.move);
  json.text("on", to_text(request.told.on));
  json.text("pool", to_text(request.pool));
  json.text("register", request.reg);
  json.end_object();
  return text;
}

}  // namespace yidan::exchange
