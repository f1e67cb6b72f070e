#include "policy/report/competence_report.h"

#include "base/json_writer.h"
#include "base/text.h"
#include "terms/say.h"

namespace yidan::policy {
namespace {

// Of the group that was asked for, those for whom the row is, where it is not for all of them.
std::string part_text(const Competence& row, const AskedGroup& group, Language language) {
  const WordSet<Identity> part = part_of(group.members, row);
  if (part == group.members) return {};
  return say(language, "，限于", ", of ") + names_of(part, language);
}

std::string line_of(const Competence& row, const AskedGroup& group, Language language) {
  std::string line = "  " + say(language, row.decides);
  if (row.for_now) line += say(language, "（暂）", ", for now");
  if (row.filing != FilingDemand::none) line += say(language, "，", ", ") + say(language, row.filing);
  line += say(language, "：", ": ") + row.text.in(language) + say(language, "（", " (") + joined(row.clauses, ", ") +
          say(language, "）", ")");
  line += part_text(row, group, language);
  if (row.status == PolicyStatus::draft) line += say(language, "，征求意见稿", ", of a draft");
  return line + "\n";
}

}  // namespace

std::string who_text(const std::vector<const Competence*>& rows, const WhoQuestion& asked, Language language) {
  std::string out = asked.parameter;
  for (const std::string& more : {asked.pool.name.in(language), to_text(asked.on), asked.group.title.in(language)}) {
    if (!more.empty()) out += say(language, "，", ", ") + more;
  }
  out += "\n";
  if (rows.empty()) return out + say(language, "  没有文件写明由谁决定\n", "  no document says who decides\n");
  for (const Competence* row : rows) out += line_of(*row, asked.group, language);
  return out;
}

std::string who_json(const std::vector<const Competence*>& rows, const WhoQuestion& asked) {
  std::string out;
  json::Writer json(out, json::Writer::Style::pretty);
  const auto identities = [&json](const WordSet<Identity>& members) {
    json.key("identities");
    json.begin_array();
    for (std::size_t i = 0; i < count_of<Identity>; ++i) {
      const auto identity = static_cast<Identity>(i);
      if (members.contains(identity)) json.string(code(identity));
    }
    json.end_array();
  };
  const bool of_a_group = !asked.group.members.empty();
  json.begin_object();
  json.text("pool", to_text(asked.pool.region));
  json.text("parameter", asked.parameter);
  json.text("on", to_text(asked.on));
  if (of_a_group) {
    json.text("group", asked.group.name);
    identities(asked.group.members);
  }
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
    if (of_a_group) identities(part_of(asked.group.members, *row));
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
