#include "exchange/entry_writer.h"

#include <utility>

#include "contract/registers.h"
#include "exchange/display.h"
#include "exchange/text_writer.h"
#include "registers/field_values.h"

namespace yidan::exchange {
namespace {

using registers::Fields;
using registers::Finding;

void write_named_text(json::Writer& json, std::string_view name, const Text& text) {
  json.key(name);
  write_text(json, text);
}

void write_count(json::Writer& json, std::string_view name, std::int64_t count) {
  json.key(name);
  json.number(count);
}

void write_strings(json::Writer& json, std::string_view name, const std::vector<std::string>& list) {
  json.key(name);
  json.begin_array();
  for (const std::string& each : list) json.string(each);
  json.end_array();
}

void write_clauses(json::Writer& json, const std::vector<std::string>& clauses) {
  write_strings(json, "clauses", clauses);
}

void write_finding(json::Writer& json, const Finding& finding) {
  json.begin_object();
  json.text("check", finding.check->name);
  if (!finding.entry.empty()) json.text("entry", finding.entry);
  json.text("otherwise", code(finding.check->otherwise));
  write_clauses(json, finding.check->clauses);
  write_named_text(json, "rule", finding.check->text);
  write_named_text(json, "text", finding.said);
  if (finding.days > 0) write_count(json, "days", finding.days);
  json.end_object();
}

void write_field_definition(json::Writer& json, const policy::FieldDefinition& field) {
  json.begin_object();
  json.text("field", field.name);
  json.text("type", code(*field.type));
  write_named_text(json, "title", field.title);
  for (const auto& [name, value] : {std::pair{"required", field.required}, std::pair{"many", field.many},
                                    std::pair{"fixed", field.fixed}, std::pair{"forward", field.forward}}) {
    if (!value) continue;
    json.key(name);
    json.boolean(true);
  }
  if (!field.of.empty()) json.text("of", field.of);
  if (!field.words.empty()) {
    json.key("words");
    json.begin_array();
    for (const policy::NamedWord& each : field.words) {
      json.begin_object();
      json.text("word", each.code);
      write_named_text(json, "name", each.name);
      json.end_object();
    }
    json.end_array();
  }
  write_clauses(json, field.clauses);
  json.end_object();
}

void write_move(json::Writer& json, const policy::EntryMove& move) {
  json.begin_object();
  if (move.act.empty()) {
    json.text("at", move.day);
  } else {
    json.text("do", move.act);
    write_named_text(json, "title", move.title);
    json.key("by");
    json.begin_array();
    for (std::size_t i = 0; i < count_of<Role>; ++i) {
      if (move.by.contains(static_cast<Role>(i))) json.string(code(static_cast<Role>(i)));
    }
    json.end_array();
  }
  write_strings(json, "from", move.from);
  json.text("to", move.to);
  write_strings(json, "needs", move.needs);
  if (move.within) {
    json.text("within", std::to_string(move.within->count) + " " + std::string(code(move.within->unit)));
    if (!move.within->since.empty()) json.text("since", move.within->since);
  }
  write_clauses(json, move.clauses);
  json.end_object();
}

class EntryWriter {
 public:
  EntryWriter(json::Writer& json, const EntryAnswer& answer)
      : json_(json), answer_(answer), definition_(*answer.definition), view_(answer.seen->view) {}

  void write() {
    json_.begin_object();
    json_.text("format", contract::kEntry.name);
    json_.text("pool", to_text(answer_.pool));
    json_.text("register", definition_.name);
    json_.text("entry", answer_.seen->id);
    if (answer_.did) json_.text("did", code(*answer_.did));
    json_.text("on", to_text(answer_.on));
    json_.text("state", view_.state);
    write_named_text(json_, "state_text", definition_.title_of_state(view_.state));
    if (view_.state != policy::kNotRegistered) json_.text("since", to_text(view_.since));
    write_fields(view_.fields);
    if (view_.next) write_next(*view_.next);
    if (!view_.late.empty()) write_late();
    if (answer_.findings != nullptr) write_findings(*answer_.findings);
    if (answer_.steps != nullptr) write_steps(*answer_.steps);
    if (answer_.receipt) write_receipt(json_, *answer_.receipt);
    json_.end_object();
  }

 private:
  void write_fields(const Fields& fields) {
    json_.key("fields");
    json_.begin_object();
    for (const auto& [name, values] : fields) {
      const policy::FieldDefinition* field = definition_.field(name);
      json_.foreign_key(name);
      if (values.size() == 1 && (field == nullptr || !field->many)) {
        write_value(field, values.front());
        continue;
      }
      json_.begin_array();
      for (const std::string& each : values) json_.string(each);
      json_.end_array();
    }
    json_.end_object();
  }

  void write_value(const policy::FieldDefinition* field, const std::string& value) {
    const auto type = field == nullptr ? std::nullopt : field->type;
    if (type == FieldType::flag || type == FieldType::number) {
      json_.raw(value);
    } else {
      json_.string(value);
    }
  }

  void write_next(const registers::Deadline& next) {
    json_.key("next");
    json_.begin_object();
    json_.text("move", next.move->act);
    write_named_text(json_, "text", next.move->title);
    json_.text("due", to_text(next.due));
    if (answer_.on > next.due) write_count(json_, "days_overdue", answer_.on.days() - next.due.days());
    json_.end_object();
  }

  void write_late() {
    json_.key("late");
    json_.begin_array();
    for (const registers::DoneLate& each : view_.late) {
      json_.begin_object();
      json_.text("move", each.move->act);
      json_.text("due", to_text(each.due));
      json_.text("done", to_text(each.done));
      write_count(json_, "days", each.done.days() - each.due.days());
      json_.end_object();
    }
    json_.end_array();
  }

  void write_findings(const std::vector<Finding>& findings) {
    json_.key("findings");
    json_.begin_array();
    for (const Finding& each : findings) write_finding(json_, each);
    json_.end_array();
  }

  void write_steps(const std::vector<RecordedStep>& steps) {
    json_.key("steps");
    json_.begin_array();
    for (const RecordedStep& each : steps) {
      json_.begin_object();
      json_.text("did", code(each.step.told.act));
      if (!each.step.told.move.empty()) json_.text("move", each.step.told.move);
      json_.text("on", to_text(each.step.told.on));
      if (each.step.told.by) json_.text("by", code(*each.step.told.by));
      if (!each.step.to.empty()) json_.text("to", each.step.to);
      write_fields(each.step.told.fields);
      json_.text("recorded", to_instant_text(each.recorded));
      if (!each.actor.empty()) json_.text("actor", each.actor);
      json_.end_object();
    }
    json_.end_array();
  }

  json::Writer& json_;
  const EntryAnswer& answer_;
  const policy::RegisterDefinition& definition_;
  const registers::View& view_;
};

void write_day(json::Writer& json, const registers::BillsOfDay& day) {
  json.begin_object();
  json.text("provider", day.provider);
  json.text("day", to_text(day.day));
  write_count(json, "bills", static_cast<std::int64_t>(day.bills));
  write_count(json, "named", static_cast<std::int64_t>(day.named));
  write_count(json, "late", static_cast<std::int64_t>(day.late));
  json.key("missing");
  json.begin_array();
  for (const std::string& each : day.missing) json.string(each);
  json.end_array();
  json.end_object();
}

}  // namespace

void write_entry(json::Writer& json, const EntryAnswer& answer) { EntryWriter(json, answer).write(); }

std::string entry_json(const EntryAnswer& answer) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  write_entry(json, answer);
  return text;
}

std::vector<std::string> entry_columns(const policy::RegisterDefinition& definition, Language language) {
  const auto say = [&](const char* zh, const char* en) { return std::string(language == Language::zh ? zh : en); };
  std::vector<std::string> columns{say("编号", "entry"), say("统筹区", "pool"), say("状态", "state"),
                                   say("自", "since"),   say("期限", "due"),    say("逾期天数", "days overdue")};
  for (const policy::FieldDefinition& each : definition.fields) columns.push_back(each.title.in(language));
  return columns;
}

std::vector<std::string> entry_cells(const EntryAnswer& answer, Language language) {
  const registers::View& view = answer.seen->view;
  const auto& next = view.next;
  const int overdue = next && answer.on > next->due ? answer.on.days() - next->due.days() : 0;
  std::vector<std::string> cells{answer.seen->id,
                                 to_text(answer.pool),
                                 answer.definition->title_of_state(view.state).in(language),
                                 view.state == policy::kNotRegistered ? std::string() : to_text(view.since),
                                 next ? to_text(next->due) : std::string(),
                                 overdue > 0 ? std::to_string(overdue) : std::string()};
  for (const policy::FieldDefinition& each : answer.definition->fields) {
    std::string cell;
    const auto found = view.fields.find(each.name);
    if (found != view.fields.end()) {
      for (const std::string& value : found->second) {
        if (!cell.empty()) cell += language == Language::zh ? "、" : ", ";
        cell += registers::value_shown(each, value, language);
      }
    }
    cells.push_back(std::move(cell));
  }
  return cells;
}

void write_checked(json::Writer& json, const CheckedRegister& checked) {
  const policy::RegisterCheck& check = *checked.check;
  const registers::Coverage& coverage = checked.coverage;
  json.begin_object();
  json.text("check", check.name);
  write_clauses(json, check.clauses);
  write_named_text(json, "rule", check.text);
  write_count(json, "all", static_cast<std::int64_t>(coverage.all));
  write_count(json, "held", static_cast<std::int64_t>(coverage.held));
  const std::string share = share_of(coverage);
  if (!share.empty()) json.text("share", share);
  if (check.due) json.text("due", to_text(*check.due));
  if (coverage.days_overdue > 0) write_count(json, "days_overdue", static_cast<std::int64_t>(coverage.days_overdue));
  json.key("findings");
  json.begin_array();
  for (const Finding& each : coverage.findings) write_finding(json, each);
  json.end_array();
  if (!coverage.days.empty()) {
    json.key("days");
    json.begin_array();
    for (const registers::BillsOfDay& each : coverage.days) write_day(json, each);
    json.end_array();
  }
  json.end_object();
}

void write_definition(json::Writer& json, const policy::RegisterDefinition& definition) {
  json.begin_object();
  json.text("register", definition.name);
  write_named_text(json, "title", definition.title);
  write_clauses(json, definition.clauses);
  json.key("fields");
  json.begin_array();
  for (const policy::FieldDefinition& each : definition.fields) write_field_definition(json, each);
  json.end_array();
  json.key("states");
  json.begin_array();
  for (const policy::EntryStage& each : definition.states) {
    json.begin_object();
    json.text("state", each.name);
    write_named_text(json, "title", each.title);
    json.key("final");
    json.boolean(each.final);
    json.end_object();
  }
  json.end_array();
  json.key("moves");
  json.begin_array();
  for (const policy::EntryMove& each : definition.moves) write_move(json, each);
  json.end_array();
  json.key("checks");
  json.begin_array();
  for (const policy::RegisterCheck& each : definition.checks) {
    json.begin_object();
    json.text("name", each.name);
    json.text("check", code(each.kind));
    json.text("otherwise", code(each.otherwise));
    if (each.due) json.text("due", to_text(*each.due));
    write_named_text(json, "text", each.text);
    write_clauses(json, each.clauses);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

std::string share_of(const registers::Coverage& coverage) { return share_of(coverage.held, coverage.all); }

std::string share_of(std::size_t held, std::size_t all) {
  return share_text(static_cast<std::int64_t>(held), static_cast<std::int64_t>(all));
}

}  // namespace yidan::exchange
