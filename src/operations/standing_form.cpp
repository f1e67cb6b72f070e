// A standing by the books as it leaves the desk: JSON for programs, a page for people; and a supposition as it comes.

#include <vector>

#include "base/json_writer.h"
#include "base/visible.h"
#include "exchange/changed_amounts.h"
#include "exchange/changed_lines.h"
#include "exchange/standing_text.h"
#include "operations/standing.h"

namespace yidan::operations {
namespace {

Error not_understood(std::string_view written) {
  const std::string text = shown(written);
  return {ErrorCode::syntax,
          {"“" + text +
               "”不是假设的事件：请写如 \"pay 2023 320.00 on 2023-03-15\"（年度；职工写月份，如 2023-03），"
               "或档案中的一个事件（JSON）",
           "'" + text +
               "' is no event: write for example \"pay 2023 320.00 on 2023-03-15\" (a year; of an employee a "
               "month, 2023-03), or an event of the record as JSON"},
          {}};
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t start = std::min(text.find_first_not_of(' '), text.size());
    text.remove_prefix(start);
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return words;
}

// `{"event":"pay",…}` of "pay 2023 320.00 on 2023-03-15"; empty when it is not of this form.
std::string payment_of(std::string_view written) {
  const auto words = words_of(written);
  if (words.size() != 5 || words[0] != "pay" || words[3] != "on") return {};
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.text("event", "pay");
  json.text("on", words[4]);
  if (words[1].find('-') != std::string::npos) {
    json.text("month", words[1]);
  } else if (words[1].find_first_not_of("0123456789") == std::string::npos) {
    json.key("insured_year");
    json.raw(words[1]);
  } else {
    return {};
  }
  json.text("amount", words[2]);
  json.end_object();
  return text;
}

std::string bill_line(const books::BillChange& change, Language language) {
  return "  " + shown(change.encounter) +
         exchange::changed_amounts({change.fund_before, change.account_before, change.cash_before},
                                   {change.fund_after, change.account_after, change.cash_after}, language) +
         "\n";
}

}  // namespace

Result<exchange::Request> supposition(const PersonQuery& query, std::string_view written,
                                      const policy::Policy& policy) {
  const std::string event = written.starts_with('{') ? std::string(written) : payment_of(written);
  if (event.empty()) return std::unexpected(not_understood(written));
  json::Document given;
  if (!given.parse(event)) return std::unexpected(not_understood(written));
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.text("format", "yidan.request/1");
  json.text("key", "if");
  json.text("pool", to_text(Region(query.pool)));
  json.text("person", query.person);
  json.text("do", "record");
  json.key("events");
  json.begin_array();
  json.raw(event);
  json.end_array();
  json.end_object();
  json::Document document;
  const auto value = document.parse(text);
  if (!value) return std::unexpected(not_understood(written));
  return exchange::read_request(**value, policy);
}

std::string standing_json(const PersonStanding& standing, Language language) {
  std::string text;
  exchange::StandingWriter({.language = language, .style = json::Writer::Style::pretty})
      .write(text, *standing.pool, standing.record, standing.standing);
  return text + '\n';
}

Result<std::string> standing_text(const PersonStanding& standing, Language language) {
  return exchange::describe(*standing.pool, standing.record, standing.standing, {.language = language});
}

Result<std::string> supposition_text(const Supposition& supposition, Language language) {
  const auto before = standing_text(supposition.before, language);
  if (!before) return std::unexpected(before.error());
  const auto after = standing_text(supposition.after, language);
  if (!after) return std::unexpected(after.error());
  const bool zh = language == Language::zh;
  std::string text = zh ? "假设（未记入账册）：\n" : "supposed, and written nowhere:\n";
  const std::string lines = exchange::changed_lines(*before, *after);
  text += lines.empty() ? (zh ? "  参保状态不变\n" : "  the standing stays as it is\n") : lines;
  if (supposition.bills.empty()) return text;
  text += zh ? "已结算的账单改变：\n" : "bills that would change:\n";
  for (const books::BillChange& change : supposition.bills) text += bill_line(change, language);
  return text;
}

}  // namespace yidan::operations
