#include "national/mapping.h"

#include <ranges>

#include "base/json_canonical.h"
#include "base/json_writer.h"
#include "national/turn.h"

namespace yidan::national {

const Mapping* mapping_on(const std::vector<Mapping>& told, Date day) {
  for (const Mapping& each : told | std::views::reverse) {
    if (each.from <= day && (!each.to || day <= *each.to)) return &each;
  }
  return nullptr;
}

std::string text_of(const std::vector<Mapping>& told) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.key("mappings");
  json.begin_array();
  for (const Mapping& each : told) {
    json.begin_object();
    json.text("code", each.code);
    json.text("name", each.name);
    json.text("from", to_text(each.from));
    if (each.to) json.text("to", to_text(*each.to));
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return text;
}

Result<std::vector<Mapping>> read_mappings(std::string_view text) {
  const Error damaged{ErrorCode::damaged, {"目录对照无法读出", "the record of a code cannot be read"}, {}};
  json::Document document;
  const auto parsed = document.parse(text);
  const json::Value* list = parsed ? json::find(**parsed, "mappings") : nullptr;
  if (list == nullptr) return std::unexpected(damaged);
  std::vector<Mapping> told;
  for (const json::Value& each : list->items()) {
    const auto from = parse_date(json::text_in(each, "from"));
    if (!from) return std::unexpected(damaged);
    Mapping mapping{std::string(json::text_in(each, "code")), std::string(json::text_in(each, "name")), *from};
    if (const auto to = parse_date(json::text_in(each, "to"))) mapping.to = *to;
    told.push_back(std::move(mapping));
  }
  return told;
}

Result<std::string> national_code(const Turn& turn, std::string_view own, Date day) {
  const auto state = turn.caller.desk.store().load(mapping_subject(turn, own));
  if (!state) return std::unexpected(state.error());
  if (state->seq == 0) return std::string();
  const auto told = read_mappings(state->past);
  if (!told) return std::unexpected(told.error());
  const Mapping* mapping = mapping_on(*told, day);
  return mapping == nullptr ? std::string() : mapping->code;
}

}  // namespace yidan::national
