#include "exchange/reconciliation_report.h"

#include <algorithm>

#include "base/csv.h"
#include "base/json_writer.h"
#include "base/visible.h"
#include "contract/reconciliation.h"
#include "exchange/display.h"
#include "exchange/statement_request.h"
#include "exchange/text_writer.h"
#include "terms/say.h"

namespace yidan::exchange {
namespace {

using reconciliation::Difference;
using reconciliation::Mismatch;
using reconciliation::Told;

bool is_told(const std::optional<Told>& told, EntryState state) { return told && told->state == state; }

Text todo_of_missing_here(const Difference& difference) {
  if (is_told(difference.theirs, EntryState::taken_back)) {
    return {"中心没有这笔撤销：核对其编号；撤销没有到达的，再发 2208（住院 2305、药店 2103）",
            "the books do not have this taking back: check its number; where it never arrived, send 2208 again (2305 "
            "for a stay, 2103 for a sale)"};
  }
  return {"中心没有这笔结算：结算没有收到答复的，以同一报文再发（2207、2304、2102）；确未结算的，从本院账上删去",
          "the books do not have this settlement: where no answer came, send the same message again (2207, 2304, "
          "2102); where it was never settled, strike it from your own books"};
}

Text todo_of_missing_there(const Difference& difference) {
  if (is_told(difference.ours, EntryState::taken_back)) {
    return {"本院没有这笔撤销：以 5203 查询后补记",
            "the institution does not have this taking back: ask 5203 and enter it"};
  }
  return {"本院没有这笔结算：以 5203 查询后补记；不应结算的，以 2208 撤销（住院 2305、药店 2103）",
          "the institution does not have this settlement: ask 5203 and enter it; where it should not be, take it back "
          "with 2208 (2305 for a stay, 2103 for a sale)"};
}

Text todo_of_state(const Difference& difference) {
  if (is_told(difference.ours, EntryState::reversed)) {
    return {"中心已冲正（2601），如同从未结算：从本院账上删去；仍要结算的，以新的 msgid 重新结算",
            "it was reversed by 2601, as if it had never come: strike it from your own books; to settle after all, "
            "settle anew with another msgid"};
  }
  if (is_told(difference.ours, EntryState::taken_back)) {
    return {"中心已撤销：本院改记为已撤销；仍要结算的，重新结算",
            "it was taken back: enter that it was; to settle after all, settle anew"};
  }
  return {"中心仍为已结算：撤销没有到达，再发 2208（住院 2305、药店 2103）；不应撤销的，改正本院账",
          "it still stands in the books: the taking back never arrived, send 2208 again (2305 for a stay, 2103 for a "
          "sale); where it should stand, correct your own books"};
}

void write_told(json::Writer& json, std::string_view name, const std::optional<Told>& told) {
  if (!told) return;
  json.key(name);
  json.begin_object();
  json.text("state", code(told->state));
  json.key("amounts");
  json.begin_object();
  write_columns(json, told->columns);
  json.end_object();
  json.end_object();
}

void write_resolution(json::Writer& json, const Resolution& resolved) {
  json.key("resolved");
  json.begin_object();
  json.text("by", resolved.by);
  if (resolved.recorded) json.text("recorded", to_instant_text(*resolved.recorded));
  json.text("reason", resolved.reason);
  json.end_object();
}

DifferenceStand stand_of(const JudgedDifference& each) {
  return each.resolved ? DifferenceStand::resolved : DifferenceStand::open;
}

void write_difference(json::Writer& json, const JudgedDifference& each) {
  const Difference& difference = each.difference;
  json.begin_object();
  json.text("stand", code(stand_of(each)));
  json.text("cause", code(difference.cause));
  json.text("settlement", difference.settlement);
  if (!difference.visit.empty()) json.text("visit", difference.visit);
  write_told(json, "ours", difference.ours);
  write_told(json, "theirs", difference.theirs);
  json.key("columns");
  json.begin_array();
  for (const Mismatch& column : difference.columns) {
    json.begin_object();
    json.text("column", code(column.column));
    json.text("ours", to_text(column.ours));
    json.text("theirs", to_text(column.theirs));
    json.end_object();
  }
  json.end_array();
  json.key("todo");
  write_text(json, todo_of(difference));
  if (each.resolved) write_resolution(json, *each.resolved);
  json.end_object();
}

void write_statement(json::Writer& json, const StatementReport& statement) {
  const auto number = [&json](std::string_view name, std::int64_t value) {
    json.key(name);
    json.number(value);
  };
  json.begin_object();
  json.text("provider", statement.scope.provider);
  json.text("from", to_text(statement.scope.from));
  json.text("to", to_text(statement.scope.to));
  if (!statement.scope.insurance.empty()) json.text("insurance", statement.scope.insurance);
  if (!statement.scope.clearing.empty()) json.text("clearing", statement.scope.clearing);
  if (statement.told) json.text("told", to_instant_text(*statement.told));
  number("ours", statement.ours);
  number("theirs", statement.theirs);
  number("open", statement.open());
  json.key("differences");
  json.begin_array();
  for (const JudgedDifference& each : statement.differences) write_difference(json, each);
  json.end_array();
  json.end_object();
}

template <json::KeyText kName>
constexpr json::Key untold_key = contract::kKey<contract::kUntoldFields, kName>;

void write_untold(json::Writer& json, const std::vector<Untold>& list) {
  json.key("untold");
  json.begin_array();
  for (const Untold& each : list) {
    json.begin_object();
    json.text(untold_key<"provider">, each.provider);
    json.text(untold_key<"day">, to_text(each.day));
    json.text(untold_key<"insurance">, each.insurance);
    json.text(untold_key<"clearing">, each.clearing);
    json.key(untold_key<"settlements">);
    json.number(each.settlements);
    json.text(untold_key<"total">, to_text(each.total));
    json.end_object();
  }
  json.end_array();
}

std::string untold_text(const std::vector<Untold>& list, Language language) {
  if (list.empty()) return say(language, "各机构的结算都有对账单\n", "every institution has told of its settlements\n");
  std::string page = say(language, "没有对账单的结算：\n", "settlements of which no statement was told:\n");
  for (const Untold& each : list) {
    const std::string count = std::to_string(each.settlements);
    const std::string total = to_text(each.total);
    page += "  " + each.provider + "  " + to_text(each.day) + "  " + each.insurance + "/" + each.clearing + "  " +
            say(language, count + " 笔，费用 " + total + " 元", count + " settlements, " + total + " yuan") + "\n";
  }
  return page;
}

std::string amount_text(const std::optional<Told>& told, StatementColumn column) {
  return told && told->columns.has(column) ? to_text(told->columns.of(column)) : std::string();
}

// "基金支付合计 中心 305.50，机构 305.51"; of what is missing on a side, the whole of the other.
std::string amounts_said(const Difference& difference, Language language) {
  const std::string here = say(language, " 中心 ", " books ");
  const std::string there = say(language, "，机构 ", ", institution ");
  const std::string break_text = say(language, "；", "; ");
  std::string text;
  for (const Mismatch& each : difference.columns) {
    text += (text.empty() ? "" : break_text) + say(language, each.column) + here + to_text(each.ours) + there +
            to_text(each.theirs);
  }
  if (!text.empty()) return text;
  const auto side = [&](const std::optional<Told>& told) {
    return told ? say(language, told->state) + " " + amount_text(told, StatementColumn::total) : std::string("–");
  };
  return here.substr(1) + side(difference.ours) + there + side(difference.theirs);
}

std::string cell_text(const reconciliation::Scope& scope, Language language) {
  const std::string all = say(language, "全部", "all");
  return (scope.insurance.empty() ? all : scope.insurance) + "/" + (scope.clearing.empty() ? all : scope.clearing);
}

std::string days_text(const reconciliation::Scope& scope) {
  return scope.from == scope.to ? to_text(scope.from) : to_text(scope.from) + " – " + to_text(scope.to);
}

std::string counted(const StatementReport& statement, Language language) {
  const std::string ours = std::to_string(statement.ours);
  const std::string theirs = std::to_string(statement.theirs);
  const std::string open = std::to_string(statement.open());
  return say(language, "中心 " + ours + " 条，机构 " + theirs + " 条；待处理 " + open,
             "books " + ours + ", institution " + theirs + "; open " + open);
}

}  // namespace

std::int64_t StatementReport::open() const {
  return std::ranges::count_if(differences, [](const JudgedDifference& each) { return !each.resolved; });
}

Text todo_of(const Difference& difference) {
  switch (difference.cause) {
    case DifferenceCause::missing_here:
      return todo_of_missing_here(difference);
    case DifferenceCause::missing_there:
      return todo_of_missing_there(difference);
    case DifferenceCause::state:
      return todo_of_state(difference);
    case DifferenceCause::amount:
      break;
  }
  return {
      "金额不符：以 5203 查询，按中心改正本院账；认为中心有误的，撤销后重新结算",
      "other amounts: ask 5203 and correct your own books; where the books are wrong, take it back and settle anew"};
}

std::string reconciliation_text(const ReconciliationReport& report, Language language) {
  std::string page = report.pool->name.in(language) + "\n";
  if (report.statements.empty()) {
    page += say(language, "这些日子没有机构上报对账单\n", "no institution has told a statement of these days\n");
  }
  for (const StatementReport& statement : report.statements) {
    page += statement.scope.provider + "  " + days_text(statement.scope) + "  " + cell_text(statement.scope, language) +
            "  " + counted(statement, language) + "\n";
    for (const JudgedDifference& each : statement.differences) {
      const Difference& difference = each.difference;
      page += "  " + say(language, stand_of(each)) + "  " + say(language, difference.cause) + "  " +
              difference.settlement + (difference.visit.empty() ? "" : "  " + difference.visit) + "\n    " +
              amounts_said(difference, language) + "\n    " +
              (each.resolved ? each.resolved->by + say(language, "：", ": ") + each.resolved->reason
                             : todo_of(difference).in(language)) +
              "\n";
    }
  }
  if (report.untold) page += untold_text(*report.untold, language);
  return harmless(page);
}

std::string reconciliation_json(const ReconciliationReport& report, json::Writer::Style style) {
  std::string text;
  json::Writer json(text, style);
  json.begin_object();
  json.text("format", contract::kReconciliation.name);
  json.text("pool", to_text(report.pool->region));
  if (report.did) json.text("did", code(*report.did));
  json.key("statements");
  json.begin_array();
  for (const StatementReport& each : report.statements) write_statement(json, each);
  json.end_array();
  if (report.untold) write_untold(json, *report.untold);
  json.end_object();
  return text;
}

std::string reconciliation_csv(const ReconciliationReport& report, Language language) {
  const auto words = [language](const char* zh, const char* en) { return say(language, zh, en); };
  std::string out = "\xEF\xBB\xBF";  // by which spreadsheets know UTF-8
  csv::append_row(
      out, std::vector<std::string>{words("机构编号", "provider"), words("首日", "from"), words("末日", "to"),
                                    words("险种", "insurance"), words("清算类别", "clearing"), words("处理", "stand"),
                                    words("原因", "cause"), words("结算编号", "settlement"), words("就诊编号", "visit"),
                                    words("中心总额", "total_ours"), words("机构总额", "total_theirs"),
                                    words("中心基金", "funds_ours"), words("机构基金", "funds_theirs"),
                                    words("不符", "differs"), words("怎样处理", "todo")});
  for (const StatementReport& statement : report.statements) {
    const reconciliation::Scope& scope = statement.scope;
    for (const JudgedDifference& each : statement.differences) {
      const Difference& difference = each.difference;
      csv::append_row(out,
                      std::vector<std::string>{
                          scope.provider, to_text(scope.from), to_text(scope.to), scope.insurance, scope.clearing,
                          say(language, stand_of(each)), say(language, difference.cause), difference.settlement,
                          difference.visit, amount_text(difference.ours, StatementColumn::total),
                          amount_text(difference.theirs, StatementColumn::total),
                          amount_text(difference.ours, StatementColumn::funds),
                          amount_text(difference.theirs, StatementColumn::funds), amounts_said(difference, language),
                          each.resolved ? each.resolved->reason : todo_of(difference).in(language)});
    }
  }
  return out;
}

}  // namespace yidan::exchange
