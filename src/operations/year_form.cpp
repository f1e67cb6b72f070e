// A year and an explanation as they leave the desk: JSON for programs, text for people.

#include <array>

#include "base/json_writer.h"
#include "benefit/scope.h"
#include "contract/encounter.h"
#include "contract/write.h"
#include "exchange/bill_text.h"
#include "exchange/bill_writer.h"
#include "exchange/display.h"
#include "exchange/registered_provider.h"
#include "operations/year.h"
#include "terms/say.h"

namespace yidan::operations {
namespace {

// Two lines a thing that happened: amounts, then what it was and its number.
class Table : private Speaker {
 public:
  Table(std::string& out, Language language) : Speaker(language), out_(out) {}

  void write(const Year& year) {
    out_ += exchange::masked(year.person) + "  " + to_text(year.pool) + "\n";
    row({say("日期", "day"), say("状态", "status"), say("总额", "total"), say("基金", "funds"), say("账户", "account"),
         say("现金", "cash")});
    for (const YearEntry& entry : year.entries) write(entry);
  }

 private:
  void row(const std::array<std::string, 6>& cells) {
    constexpr std::array<std::size_t, 6> widths{12, 16, 13, 13, 13, 13};
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      line += i < 2 ? exchange::left_aligned(cells[i], widths[i]) : exchange::right_aligned(cells[i], widths[i]);
    }
    out_ += line.erase(line.find_last_not_of(' ') + 1) + "\n";
  }

  [[nodiscard]] std::string state_of(const YearEntry& entry) const {
    if (entry.refusal) return say("拒绝", "refused");
    if (entry.reversed) return say("已冲正", "reversed");
    return entry.status ? say(*entry.status) : "";
  }

  void write(const YearEntry& entry) {
    const bool bill = entry.kind == EventKind::settle;
    const auto of_a_bill = [bill](Money amount) { return bill ? to_grouped_text(amount) : std::string(); };
    row({to_text(entry.day), state_of(entry), of_a_bill(entry.total), of_a_bill(entry.fund),
         to_grouped_text(entry.account), of_a_bill(entry.cash)});
    out_ += "    " + say(entry.kind) + "  " + exchange::masked_within(entry.name);
    if (entry.refusal) out_ += " · " + say(*entry.refusal);
    out_ += "\n";
  }

  std::string& out_;
};

}  // namespace

std::string year_json(const Year& year) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.text("format", "yidan.year/1");
  json.text("pool", to_text(year.pool));
  json.text("person", year.person);
  json.key("bills");
  json.begin_array();
  for (const YearEntry& entry : year.entries) {
    if (entry.kind == EventKind::settle) json.raw(entry.text);
  }
  json.end_array();
  json.end_object();
  return text + '\n';
}

std::string year_text(const Year& year, Language language) {
  std::string text;
  Table(text, language).write(year);
  return text;
}

std::string explanation_json(const Explanation& explanation, Language language) {
  std::string text;
  exchange::write_bill(text, explanation.facts.person, explanation.bill,
                       {.language = language, .style = json::Writer::Style::pretty});
  return text + '\n';
}

std::string explained_json(const Explanation& explanation, Language language) {
  const Encounter& encounter = *explanation.facts.entries.back().encounter;
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.text("format", "yidan.explained/1");
  json.text("pool", to_text(explanation.facts.pool));
  json.text("person", explanation.facts.person.id);
  json.key("encounter");
  json.raw(exchange::without_registered(explanation.content));
  json.key("provider");
  contract::write<contract::kProvider>(json, encounter.provider);
  json.key("parts");
  json.begin_array();
  for (const FeeLine& line : encounter.lines) {
    const benefit::Bill& bill = explanation.bill;
    exchange::write_amounts(json, benefit::classify_line(*bill.pool, encounter, line, bill.status));
  }
  json.end_array();
  json.key("bill");
  std::string bill;
  exchange::write_bill(bill, explanation.facts.person, explanation.bill, {.language = language});
  json.raw(bill);
  if (!explanation.trial.empty()) json.text("trial", explanation.trial);
  json.end_object();
  return text + '\n';
}

std::string explanation_text(const Explanation& explanation, Language language, bool terms) {
  const Case& facts = explanation.facts;
  return exchange::describe(facts.person, &*facts.entries.back().encounter, explanation.bill,
                            {.language = language, .terms = terms});
}

}  // namespace yidan::operations
