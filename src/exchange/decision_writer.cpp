#include "exchange/decision_writer.h"

#include "base/csv.h"
#include "base/text.h"
#include "contract/decisions.h"

namespace yidan::exchange {
namespace {

class DecisionWriter {
 public:
  DecisionWriter(json::Writer& json, const DecisionAnswer& answer)
      : json_(json), answer_(answer), decision_(*answer.decision), said_(answer.decision->registration) {}

  void write() {
    json_.begin_object();
    json_.text("format", contract::kDecision.name);
    json_.text("pool", to_text(answer_.pool));
    json_.text("decision", said_.id);
    if (answer_.did) json_.text("did", code(*answer_.did));
    write_registration();
    json_.text("state", answer_.state);
    const policy::EntryState* state = answer_.definition->state(answer_.state);
    text("state_text", state == nullptr ? Text{"尚未登记", "not registered"} : state->title);
    write_filings();
    if (answer_.sheet != nullptr) write_sheet(*answer_.sheet);
    if (answer_.gate != nullptr) write_gate(*answer_.gate);
    if (answer_.sheet != nullptr && answer_.sheet->earliest) json_.text("earliest", to_text(*answer_.sheet->earliest));
    if (!answer_.figures.empty()) write_figures();
    if (answer_.activated_from) write_activated();
    if (answer_.receipt) write_receipt(json_, *answer_.receipt);
    json_.end_object();
  }

 private:
  void text(std::string_view name, const Text& text) {
    json_.key(name);
    json_.begin_object();
    json_.text("zh", text.zh);
    json_.text("en", text.en);
    json_.end_object();
  }
  void day(std::string_view name, const std::optional<Date>& day) {
    if (day) json_.text(name, to_text(*day));
  }
  void strings(std::string_view name, const std::vector<std::string>& list) {
    json_.key(name);
    json_.begin_array();
    for (const std::string& each : list) json_.string(each);
    json_.end_array();
  }

  void write_registration() {
    json_.text("kind", said_.kind);
    const policy::EntryKind* kind = answer_.definition->kind(said_.kind);
    text("kind_text", kind == nullptr ? Text{said_.kind, said_.kind} : kind->title);
    if (!said_.title.empty()) json_.text("title", said_.title);
    json_.text("region", to_text(said_.region));
    json_.key("issuers");
    json_.begin_array();
    for (std::size_t i = 0; i < count_of<Body>; ++i) {
      if (said_.issuers.contains(static_cast<Body>(i))) json_.string(code(static_cast<Body>(i)));
    }
    json_.end_array();
    strings("parameters", said_.parameters);
    if (said_.group) json_.text("group", code(*said_.group));
    day("issued", said_.issued);
    json_.text("from", to_text(said_.from));
    day("until", said_.until);
    if (!said_.document.empty()) json_.text("document", said_.document);
    if (!said_.basis.empty()) write_basis();
    if (said_.direction) json_.text("direction", code(*said_.direction));
    if (said_.draft.empty()) return;
    std::vector<std::string> files;
    for (const auto& [path, content] : said_.draft) files.push_back(path);
    strings("draft", files);
  }

  void write_basis() {
    json_.key("basis");
    json_.begin_array();
    for (const decisions::LegalBasis& each : said_.basis) {
      json_.begin_object();
      json_.text("document", each.document);
      json_.text("issuer", code(each.issuer));
      json_.end_object();
    }
    json_.end_array();
  }

  void write_filings() {
    json_.key("filings");
    json_.begin_array();
    for (const decisions::Filing& each : decision_.filings) {
      if (each.filed > answer_.filed_until) continue;
      json_.begin_object();
      json_.text("kind", each.kind);
      json_.text("number", each.number);
      json_.text("with", code(each.with));
      json_.text("filed", to_text(each.filed));
      day("answered", each.answered);
      json_.text("state", each.state);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_sheet(const decisions::Sheet& sheet) {
    json_.text("on", to_text(sheet.on));
    json_.key("checks");
    json_.begin_array();
    for (const decisions::Check& each : sheet.checks) {
      json_.begin_object();
      json_.text("asks", code(each.requirement->asks));
      json_.text("grade", code(each.grade));
      strings("clauses", each.clauses);
      if (each.by_analogy) {
        json_.key("by_analogy");
        json_.boolean(true);
      }
      if (each.missing) text("missing", *each.missing);
      text("text", each.text);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_held(const std::vector<audit::Held>& list, Grade grade) {
    for (const audit::Held& each : list) {
      json_.begin_object();
      json_.text("id", each.id);
      json_.text("grade", code(grade));
      strings("clauses", each.clauses);
      json_.text("day", to_text(each.day));
      json_.text("measured", each.measured);
      json_.text("bound", each.limit);
      text("text", each.text);
      json_.end_object();
    }
  }

  void write_gate(const audit::GateAnswer& gate) {
    json_.key("findings");
    json_.begin_array();
    write_held(gate.refused, Grade::violation);
    write_held(gate.warned, Grade::warn);
    write_held(gate.in_time, Grade::transitional);
    json_.end_array();
  }

  void write_figures() {
    json_.key("figures");
    json_.begin_array();
    for (const RecordedFigure& each : answer_.figures) {
      json_.begin_object();
      json_.text("name", each.name);
      json_.text("value", each.value);
      json_.text("of", each.of);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_activated() {
    json_.key("activated");
    json_.begin_object();
    json_.text("from", to_text(*answer_.activated_from));
    json_.text("packs", answer_.activated_packs);
    json_.end_object();
  }

  json::Writer& json_;
  const DecisionAnswer& answer_;
  const decisions::Decision& decision_;
  const decisions::Registration& said_;
};

std::string text_of(const std::optional<Date>& day) { return day ? to_text(*day) : std::string(); }

// The day of the move that led to the state.
std::optional<Date> since_of(const DecisionAnswer& answer) {
  std::optional<Date> since;
  for (const decisions::Move& each : answer.decision->moves) {
    if (each.to == answer.state) since = each.day;
  }
  return since ? since : answer.decision->registration.until;
}

std::string filings_of(const DecisionAnswer& answer) {
  std::string list;
  for (const decisions::Filing& each : answer.decision->filings) {
    if (each.filed > answer.filed_until) continue;
    list += (list.empty() ? "" : "; ") + each.number + " " + to_text(each.filed);
  }
  return list;
}

}  // namespace

void write_decision(json::Writer& json, const DecisionAnswer& answer) { DecisionWriter(json, answer).write(); }

std::string decision_json(const DecisionAnswer& answer) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  write_decision(json, answer);
  return text;
}

std::string decisions_csv(const std::vector<DecisionAnswer>& answers, Language language) {
  const auto say = [language](const char* zh, const char* en) {
    return std::string(language == Language::zh ? zh : en);
  };
  std::string out;
  csv::append_row(out, std::vector<std::string>{say("统筹区", "pool"), say("决策", "decision"), say("种类", "kind"),
                                                say("标题", "title"), say("区划", "region"), say("参数", "parameters"),
                                                say("文号", "document"), say("印发", "issued"), say("拟施行", "from"),
                                                say("终止（不含）", "until"), say("状态", "state"), say("自", "since"),
                                                say("备案或请示", "filings")});
  for (const DecisionAnswer& each : answers) {
    const decisions::Registration& said = each.decision->registration;
    const policy::EntryKind* kind = each.definition->kind(said.kind);
    const policy::EntryState* state = each.definition->state(each.state);
    csv::append_row(out, std::vector<std::string>{to_text(each.pool), said.id,
                                                  kind == nullptr ? said.kind : kind->title.in(language), said.title,
                                                  to_text(said.region), joined(said.parameters, " "), said.document,
                                                  text_of(said.issued), to_text(said.from), text_of(said.until),
                                                  state == nullptr ? each.state : state->title.in(language),
                                                  text_of(since_of(each)), filings_of(each)});
  }
  return out;
}

std::string decisions_json(Date on, const std::vector<DecisionAnswer>& answers) {
  std::string text;
  json::Writer json(text, json::Writer::Style::pretty);
  json.begin_object();
  json.text("format", contract::kDecisions.name);
  json.text("on", to_text(on));
  json.key("decisions");
  json.begin_array();
  for (const DecisionAnswer& each : answers) write_decision(json, each);
  json.end_array();
  json.end_object();
  return text + "\n";
}

}  // namespace yidan::exchange
