#include "policy/report/competence_report.h"

#include "base/json_writer.h"
#include "base/text.h"
#include "terms/say.h"

namespace yidan::policy {
namespace {

std::string line_of(const Competence& row, Language language) {
  std::string line = "  " + say(language, row.decides);
  if (row.for_now) line += say(language, "（暂）", ", for now");
  if (row.filing != FilingDemand::none) line += say(language, "，", ", ") + say(language, row.filing);
  line += say(language, "：", ": ") + row.text.in(language) + say(language, "（", " (") + joined(row.clauses, ", ") +
          say(language, "）", ")");
  if (row.status == PolicyStatus::draft) line += say(language, "，征求意见稿", ", of a draft");
  return line + "\n";
}

}  // namespace

std::string who_text(const std::vector<const Competence*>& rows, const Pool& pool, const std::string& parameter,
                     Date day, Language language) {
  std::string out =
      parameter + say(language, "，", ", ") + pool.name.in(language) + say(language, "，", ", ") + to_text(day) + "\n";
  if (rows.empty()) return out + say(language, "  没有文件写明由谁决定\n", "  no document says who decides\n");
  for (const Competence* row : rows) out += line_of(*row, language);
  return out;
}

std::string who_json(const std::vector<const Competence*>& rows, const Pool& pool, const std::string& parameter,
                     Date day) {
  std::string out;
  json::Writer json(out, json::Writer::Style::pretty);
  json.begin_object();
  json.text("pool", to_text(pool.region));
  json.text("parameter", parameter);
  json.text("on", to_text(day));
  json.key("rows");
  json.begin_array();
  for (const Competence* row : rows) {
    json.begin_object();
    json.text("decides", code(row->decides));
    json.key("for_now");
    json.boolean(row->for_now);
    json.text("filing", code(row->filing));
    json.text("region", to_text(row->region));
    json.text("policy_status", code(row->status));
    json.key("clauses");
    json.begin_array();
    for (const std::string& clause : row->clauses) json.string(clause);
    json.end_array();
    json.text("zh", row->text.zh);
    json.text("en", row->text.en);
    json.text("file", row->at.file);
    json.key("line");
    json.number(row->at.line);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return out + "\n";
}

}  // namespace yidan::policy
