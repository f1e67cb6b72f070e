#include <algorithm>

#include "policy/report/report.h"
#include "policy/report/rule_text.h"
#include "terms/say.h"

namespace yidan::policy {
namespace {

std::string validity_of(const Document& document, Language language) {
  const std::string from = to_text(document.validity.from);
  if (document.validity.to == Date::never()) {
    return say(language, "自 " + from + " 起，未载终止日", "from " + from + ", no end is stated");
  }
  const std::string last = last_day(document.validity.to);
  return say(language, from + " 至 " + last, from + " to " + last);
}

struct ClauseCount {
  std::size_t clauses = 0;
  std::size_t cited = 0;
};

// Of its clauses in the register, and of those that the packs cite.
ClauseCount count_of_clauses(const Policy& policy, std::span<const Citation> all, const Document& document) {
  ClauseCount count;
  for (const auto& [id, clause] : policy.clauses) {
    if (clause.document != document.id) continue;
    ++count.clauses;
    const auto at = std::ranges::lower_bound(all, id, {}, &Citation::clause);
    if (at != all.end() && at->clause == id) ++count.cited;
  }
  return count;
}

void add_line(std::string& out, const std::string& name, const std::string& value) {
  if (!value.empty()) out += "    " + name + value + "\n";
}

std::string describe(const Policy& policy, std::span<const Citation> cited, const Document& document,
                     Language language) {
  const std::string number = document.number.empty() ? say(language, "（无文号）", "(no number)") : document.number;
  std::string out = document.id + "  " + number + "  " + document.title.in(language) + "\n";
  const auto name = [&](std::string_view zh, std::string_view en) { return say(language, zh, en); };
  add_line(out, name("制定机关：", "issuer: "), document.issuer.in(language));
  add_line(out, name("印发日：", "issued: "), document.issued ? to_text(*document.issued) : name("不详", "not known"));
  add_line(out, name("备案日：", "filed: "), document.filed_on ? to_text(*document.filed_on) : "");
  add_line(out, name("公开标注：", "mark of publication: "),
           document.publication.empty() ? name("未印", "none is printed") : document.publication);
  add_line(out, name("有效期：", "valid: "), validity_of(document, language));
  add_line(out, name("状态：", "status: "), say(language, document.status));
  const ClauseCount count = count_of_clauses(policy, cited, document);
  const std::string clauses = std::to_string(count.clauses);
  const std::string used = std::to_string(count.cited);
  add_line(out, name("条款：", "clauses: "),
           name("登记 " + clauses + " 条，政策包引用 " + used + " 条",
                clauses + " registered, " + used + " cited by the packs"));
  add_line(out, name("说明：", "note: "), document.note.in(language));
  return out;
}

}  // namespace

std::string documents_text(const Policy& policy, std::span<const Citation> cited, Language language) {
  std::string out;
  for (const Document& document : policy.documents)
    out += (out.empty() ? "" : "\n") + describe(policy, cited, document, language);
  return out;
}

std::string documents_json(const Policy& policy, std::span<const Citation> cited, Language language) {
  std::string out;
  json::Writer json(out, json::Writer::Style::pretty);
  const auto text = [&json](std::string_view key, std::string_view value) {
    if (value.empty()) return;
    json.key(key);
    json.string(value);
  };
  json.begin_object();
  text("format", "yidan.documents/1");
  json.key("documents");
  json.begin_array();
  for (const Document& document : policy.documents) {
    json.begin_object();
    text("id", document.id);
    text("number", document.number);
    text("title", document.title.in(language));
    text("issuer", document.issuer.in(language));
    if (document.issued) text("issued", to_text(*document.issued));
    if (document.filed_on) text("filed_on", to_text(*document.filed_on));
    text("publication", document.publication);
    text("from", to_text(document.validity.from));
    if (document.validity.to != Date::never()) text("to", to_text(document.validity.to));
    text("policy_status", code(document.status));
    const ClauseCount count = count_of_clauses(policy, cited, document);
    json.key("clauses");
    json.number(static_cast<long long>(count.clauses));
    json.key("cited");
    json.number(static_cast<long long>(count.cited));
    text("note", document.note.in(language));
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return out + "\n";
}

Result<std::string> clause_json(const Policy& policy, std::string_view id, Language language) {
  const auto found = policy.clauses.find(id);
  if (found == policy.clauses.end()) {
    const std::string named(id);
    return std::unexpected(Error{
        ErrorCode::not_found, {"登记中没有条款“" + named + "”", "the register has no clause '" + named + "'"}, {}});
  }
  const Clause& clause = found->second;
  const Document* document = find_document(policy.documents, clause.document);
  std::string out;
  json::Writer json(out, json::Writer::Style::compact);
  json.begin_object();
  json.text("format", "yidan.clause/1");
  json.text("clause", found->first);
  json.text("document", clause.document);
  if (document != nullptr && !document->number.empty()) json.text("number", document->number);
  json.text("title", document == nullptr ? clause.document : document->title.in(language));
  json.text("section", clause.section);
  json.text("gist", clause.gist.in(language));
  json.text("policy_status", code(clause.status));
  if (clause.from) json.text("from", to_text(*clause.from));
  if (clause.until != Date::never()) json.text("to", to_text(clause.until));
  json.end_object();
  return out;
}

}  // namespace yidan::policy
