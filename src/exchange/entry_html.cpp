#include <algorithm>

#include "base/html.h"
#include "exchange/entry_text.h"
#include "registers/field_values.h"
#include "terms/say.h"

namespace yidan::exchange {
namespace {

constexpr std::string_view kEntryStyle = R"(
@page { size: A4; margin: 18mm; }
body { font-family: "Noto Sans CJK SC", "WenQuanYi Micro Hei", "Microsoft YaHei", sans-serif; font-size: 12pt;
       line-height: 1.5; color: #111; margin: 0 auto; max-width: 174mm; }
h1 { font-size: 18pt; margin: 0; }
p { color: #444; margin: 1mm 0 5mm; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 0.4pt solid #bbb; padding: 2mm; text-align: left; vertical-align: top; }
th { width: 32%; font-weight: normal; color: #444; }
footer { margin-top: 8mm; font-size: 9pt; color: #555; }
)";

// What an entry is called: its name, else its id.
std::string name_of_entry(const registers::Seen& seen) {
  const std::string& name = seen.view.value("name");
  return name.empty() ? seen.id : name;
}

}  // namespace

std::string entry_html(const EntryAnswer& answer, Language language) {
  const registers::View& view = answer.seen->view;
  const policy::RegisterDefinition& definition = *answer.definition;
  const std::string title = html_escaped(name_of_entry(*answer.seen));
  std::string page = "<!DOCTYPE html>\n<html lang=\"" + say(language, "zh-CN", "en") +
                     "\"><head><meta charset=\"utf-8\"><title>" + title + "</title><style>" + std::string(kEntryStyle) +
                     "</style></head><body>\n<h1>" + title + "</h1>\n<p>" +
                     html_escaped(definition.title.in(language) + " · " + answer.seen->id + " · " +
                                  definition.title_of_state(view.state).in(language)) +
                     "</p>\n<table>\n";
  std::vector<std::string> clauses = definition.clauses;
  for (const policy::FieldDefinition& each : definition.fields) {
    const auto found = view.fields.find(each.name);
    if (found == view.fields.end() || each.name == "name") continue;
    clauses.insert(clauses.end(), each.clauses.begin(), each.clauses.end());
    std::string shown;
    for (const std::string& value : found->second) {
      if (!shown.empty()) shown += say(language, "、", ", ");
      shown += registers::value_shown(each, value, language);
    }
    page += "<tr><th>" + html_escaped(each.title.in(language)) + "</th><td>" + html_escaped(shown) + "</td></tr>\n";
  }
  std::ranges::sort(clauses);
  clauses.erase(std::ranges::unique(clauses).begin(), clauses.end());
  std::string list;
  for (const std::string& each : clauses) list += (list.empty() ? "" : " ") + each;
  return page + "</table>\n<footer>" +
         html_escaped(to_text(answer.on) + (list.empty() ? "" : say(language, "，依据 ", ", by ") + list)) +
         "</footer></body></html>\n";
}

}  // namespace yidan::exchange
