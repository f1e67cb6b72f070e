#include "exchange/statement_request.h"

#include <algorithm>
#include <span>
#include <tuple>
#include <utility>

#include "base/json_canonical.h"
#include "base/json_writer.h"
#include "exchange/heading_reader.h"
#include "exchange/request_parts.h"
#include "reconciliation/compare.h"

namespace yidan::exchange {
namespace {

using reconciliation::Columns;
using reconciliation::Entry;
using reconciliation::Scope;

// A part of the name of a subject.
std::string name_of_statement(ObjectReader& reader, std::string_view member) {
  constexpr std::size_t longest = 120;
  const json::Value& value = reader.require(member);
  std::string id(contract::id_of(value, reader.path_of(member), {"编号", "an id"}));
  if (id.size() <= longest && !id.contains('/')) return id;
  fail(ErrorCode::invalid_value, reader.path_of(member), "编号不超过 120 字节，不含斜线",
       "an id has at most 120 bytes and no slash");
}

// A code of the national interface; empty: all.
std::string code_of_statement(ObjectReader& reader, std::string_view member) {
  const std::string code(reader.text(member).value_or(""));
  constexpr std::size_t longest = 6;
  const bool is_code = code.size() <= longest && std::ranges::all_of(code, [](char c) { return c >= '0' && c <= '9'; });
  if (is_code) return code;
  fail(ErrorCode::invalid_value, reader.path_of(member), "应为国家接口的代码，如 310、11；不写为全部",
       "a code of the national interface, such as 310 or 11; all when absent");
}

Scope scope_of(ObjectReader& reader, Region pool) {
  Scope scope{.pool = pool, .provider = name_of_statement(reader, "provider")};
  scope.from = reader.require_date("from");
  scope.to = reader.date("to").value_or(scope.from);
  if (scope.to < scope.from) {
    fail(ErrorCode::contradiction, reader.path_of("to"), "末日早于首日：请对调或改正",
         "the last day lies before the first: correct one of them");
  }
  scope.insurance = code_of_statement(reader, "insurance");
  scope.clearing = code_of_statement(reader, "clearing");
  return scope;
}

Columns columns_at(const json::Value& value, const Path& path) {
  ObjectReader reader(value, path);
  Columns columns;
  for (std::size_t i = 0; i < count_of<StatementColumn>; ++i) {
    const auto column = static_cast<StatementColumn>(i);
    const json::Value* amount = reader.find(code(column));
    if (amount != nullptr) columns.set(column, contract::signed_money_of(*amount, reader.path_of(code(column))));
  }
  if (!columns.has(StatementColumn::total)) reader.fail_missing("total", "没有医疗费总额", "all fees are missing");
  reader.finish();
  return columns;
}

Entry line_at(const json::Value& value, const Path& path) {
  ObjectReader reader(value, path);
  Entry entry{.settlement = name_of_statement(reader, "settlement"),
              .visit = std::string(reader.text("visit").value_or("")),
              .state = reader.word<EntryState>("state").value_or(EntryState::settled)};
  if (entry.state == EntryState::reversed) {
    fail_unknown_word(reader.path_of("state"), code(entry.state),
                      contract::codes_of(std::span(Terms<EntryState>::words).first(2)));
  }
  const Path amounts = reader.path_of("amounts");
  entry.columns = columns_at(reader.require("amounts"), amounts);
  reader.finish();
  return entry;
}

std::vector<Entry> lines_of_statement(ObjectReader& reader) {
  std::vector<Entry> lines;
  const Path path = reader.path_of("lines");
  const auto items = reader.require_list("lines");
  lines.reserve(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) lines.push_back(line_at(items[i], path.item(i)));
  if (const auto again = reconciliation::repeated(lines)) {
    const Path line = path.item(*again);
    fail(ErrorCode::duplicate_id, line.member("settlement"), "结算 " + lines[*again].settlement + " 在对账单中重复",
         "the settlement " + lines[*again].settlement + " stands in the statement twice");
  }
  return lines;
}

void write_line(json::Writer& json, const Entry& line) {
  json.begin_object();
  json.key("amounts");
  json.begin_object();
  write_columns(json, line.columns);
  json.end_object();
  json.text("settlement", line.settlement);
  json.text("state", code(line.state));
  if (!line.visit.empty()) json.text("visit", line.visit);
  json.end_object();
}

}  // namespace

bool is_reconciliation_act(std::string_view act) { return parse_word<ReconciliationAct>(act).has_value(); }

void write_columns(json::Writer& json, const Columns& columns) {
  for (std::size_t i = 0; i < count_of<StatementColumn>; ++i) {
    const auto column = static_cast<StatementColumn>(i);
    if (columns.has(column)) json.text(code(column), to_text(columns.of(column)));
  }
}

Result<StatementRequest> read_statement_request(const json::Value& value, const policy::Policy& policy) {
  return caught([&] {
    ObjectReader reader(value, Path{});
    Region pool;
    (void)read_pool(reader, policy, pool);
    require_format(reader, "yidan.request/1");
    StatementRequest request{.act = reader.require_word<ReconciliationAct>("do"), .scope = scope_of(reader, pool)};
    if (request.act == ReconciliationAct::reconcile) {
      request.lines = lines_of_statement(reader);
    } else {
      request.settlement = name_of_statement(reader, "settlement");
      request.reason = require_named(reader, "reason");
    }
    request.key = require_key(reader);
    reader.finish();
    request.content = content_of(request);
    return request;
  });
}

std::string content_of(const StatementRequest& request) {
  const Scope& scope = request.scope;
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.text("clearing", scope.clearing);
  json.text("do", code(request.act));
  json.text("from", to_text(scope.from));
  json.text("insurance", scope.insurance);
  if (request.act == ReconciliationAct::reconcile) {
    std::vector<const Entry*> sorted;
    sorted.reserve(request.lines.size());
    for (const Entry& each : request.lines) sorted.push_back(&each);
    std::ranges::sort(sorted, {}, [](const Entry* each) { return std::tie(each->settlement, each->state); });
    json.key("lines");
    json.begin_array();
    for (const Entry* each : sorted) write_line(json, *each);
    json.end_array();
  }
  json.text("pool", to_text(scope.pool));
  json.text("provider", scope.provider);
  if (request.act == ReconciliationAct::resolve) {
    json.text("reason", request.reason);
    json.text("settlement", request.settlement);
  }
  json.text("to", to_text(scope.to));
  json.end_object();
  return text;
}

Result<std::vector<Entry>> entries_in(std::string_view content) {
  const Error damaged{ErrorCode::damaged, {"对账单无法读出", "a statement that was kept cannot be read"}, {}};
  json::Document document;
  const auto parsed = document.parse(content);
  const json::Value* lines = parsed ? json::find(**parsed, "lines") : nullptr;
  if (lines == nullptr) return std::unexpected(damaged);
  std::vector<Entry> entries;
  entries.reserve(lines->items().size());
  for (const json::Value& each : lines->items()) {
    const auto state = parse_word<EntryState>(json::text_in(each, "state"));
    const json::Value* amounts = json::find(each, "amounts");
    if (!state || amounts == nullptr) return std::unexpected(damaged);
    Entry entry{.settlement = std::string(json::text_in(each, "settlement")),
                .visit = std::string(json::text_in(each, "visit")),
                .state = *state};
    for (const json::Member& amount : amounts->members()) {
      const auto column = parse_word<StatementColumn>(amount.key);
      const auto money = parse_signed_money(amount.value.text);
      if (!column || !money) return std::unexpected(damaged);
      entry.columns.set(*column, *money);
    }
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace yidan::exchange
