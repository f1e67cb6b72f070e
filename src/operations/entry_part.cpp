#include "operations/entry_part.h"

#include <algorithm>
#include <utility>

#include "base/json_canonical.h"
#include "base/json_writer.h"

namespace yidan::operations {
namespace {

using registers::Fields;
using registers::Step;
using registers::View;

constexpr std::string_view kOfRegister = "register/";
constexpr std::string_view kStepDocument = "step";
constexpr std::string_view kRowDocument = "row";

Error damaged_entry(const std::string& what) {
  return {ErrorCode::damaged,
          {"登记的" + what + "已损坏：请从备份恢复", "an entry's " + what + " is damaged: restore from a backup"},
          {}};
}

void write_values(json::Writer& json, const Fields& fields) {
  json.key("fields");
  json.begin_object();
  for (const auto& [name, values] : fields) {
    json.foreign_key(name);
    json.begin_array();
    for (const std::string& each : values) json.string(each);
    json.end_array();
  }
  json.end_object();
}

Fields read_values(const json::Value& object) {
  Fields fields;
  const json::Value* members = json::find(object, "fields");
  if (members == nullptr || members->kind != json::Kind::object) return fields;
  for (const json::Member& each : members->members()) {
    std::vector<std::string> values;
    if (each.value.kind == json::Kind::array) {
      for (const json::Value& value : each.value.items()) values.emplace_back(value.text);
    }
    fields.emplace(each.key, std::move(values));
  }
  return fields;
}

std::string step_text(const Step& step) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.text("act", code(step.told.act));
  if (step.told.by) json.text("by", code(*step.told.by));
  write_values(json, step.told.fields);
  if (!step.told.move.empty()) json.text("move", step.told.move);
  json.text("on", to_text(step.told.on));
  if (!step.to.empty()) json.text("to", step.to);
  json.end_object();
  return text;
}

std::string view_text(const View& view) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  write_values(json, view.fields);
  json.key("late");
  json.begin_array();
  for (const registers::DoneLate& each : view.late) {
    json.begin_object();
    json.text("done", to_text(each.done));
    json.text("due", to_text(each.due));
    json.text("move", each.move->act);
    json.text("to", each.move->to);
    json.end_object();
  }
  json.end_array();
  json.text("since", to_text(view.since));
  json.end_object();
  return text;
}

// The value of the field by which entries are found; empty where there is none.
std::string looked_up_by(const View& view, const policy::RegisterDefinition& definition) {
  for (const policy::FieldDefinition& each : definition.fields) {
    if (each.lookup) return view.value(each.name);
  }
  return {};
}

// The whole row as one text, from which it can be made again.
std::string row_text(const store::Row& row) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.text("data", row.data);
  json.text("day", row.day);
  json.text("due", row.due);
  json.text("lookup", row.provider);
  json.text("state", row.state);
  json.end_object();
  return text;
}

const std::string* document_of(const store::Recorded& recorded, std::string_view name) {
  const auto found = std::ranges::find(recorded.documents, name, &store::Document::name);
  return found == recorded.documents.end() ? nullptr : &found->text;
}

void read_late(const json::Value& value, const policy::RegisterDefinition& definition, View& view) {
  const json::Value* late = json::find(value, "late");
  if (late == nullptr || late->kind != json::Kind::array) return;
  for (const json::Value& each : late->items()) {
    const auto due = parse_date(json::text_in(each, "due"));
    const auto done = parse_date(json::text_in(each, "done"));
    const auto move = std::ranges::find_if(definition.moves, [&](const policy::EntryMove& other) {
      return other.act == json::text_in(each, "move") && other.to == json::text_in(each, "to");
    });
    if (due && done && move != definition.moves.end()) view.late.push_back({&*move, *due, *done});
  }
}

}  // namespace

std::string kind_of_register(std::string_view name) { return std::string(kOfRegister) + std::string(name); }
bool is_of_register(std::string_view kind) { return kind.starts_with(kOfRegister); }

void write_step(const Step& step, const View& view, const policy::RegisterDefinition& definition, Date last,
                store::Part& part) {
  store::Row row{.table = part.subject.kind,
                 .id = part.subject.id,
                 .provider = looked_up_by(view, definition),
                 .day = to_text(last),
                 .state = view.state,
                 .due = view.next ? to_text(view.next->due) : std::string(),
                 .data = view_text(view)};
  part.documents.push_back({std::string(kStepDocument), step_text(step)});
  part.documents.push_back({std::string(kRowDocument), row_text(row)});
  part.rows.push_back(std::move(row));
}

Result<Step> step_of(const store::Recorded& recorded) {
  const std::string* text = document_of(recorded, kStepDocument);
  json::Document document;
  if (text == nullptr) return std::unexpected(damaged_entry("事项"));
  const auto value = document.parse(*text);
  if (!value) return std::unexpected(damaged_entry("事项"));
  const auto act = parse_word<RegisterAct>(json::text_in(**value, "act"));
  const auto on = parse_date(json::text_in(**value, "on"));
  if (!act || !on) return std::unexpected(damaged_entry("事项"));
  return Step{.told = {.act = *act,
                       .move = std::string(json::text_in(**value, "move")),
                       .on = *on,
                       .by = parse_word<Role>(json::text_in(**value, "by")),
                       .fields = read_values(**value)},
              .to = std::string(json::text_in(**value, "to"))};
}

Result<View> view_of(const store::Row& row, const policy::RegisterDefinition& definition) {
  json::Document document;
  const auto value = document.parse(row.data);
  const auto since = value ? parse_date(json::text_in(**value, "since")) : Result<Date>(Date());
  if (!value || !since) return std::unexpected(damaged_entry("行"));
  View view{.state = row.state, .since = *since, .fields = read_values(**value), .next = {}, .late = {}};
  read_late(**value, definition, view);
  return view;
}

Result<std::optional<std::string>> difference_of_entry(const store::SubjectContents& kept) {
  std::int64_t seq = 0;
  Fields fields;
  for (const store::Recorded& each : kept.events) {
    const auto step = step_of(each);
    if (!step) return std::unexpected(step.error());
    if (each.event.seq != ++seq) return "events";
    if (each.event.kind != code(step->told.act)) return "kind";
  }
  if (kept.events.empty() || kept.state.seq != seq) return "state";
  if (kept.state.facts != kept.events.front().event.content) return "facts";
  const std::string* left = document_of(kept.events.back(), kRowDocument);
  const bool same = left != nullptr && kept.rows.size() == 1 && row_text(kept.rows.front()) == *left &&
                    kept.rows.front().table == kept.subject.kind && kept.rows.front().id == kept.subject.id;
  if (!same) return "rows";
  return std::nullopt;
}

}  // namespace yidan::operations
