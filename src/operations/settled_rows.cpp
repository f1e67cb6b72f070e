#include "operations/settled_rows.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/json_canonical.h"
#include "base/json_writer.h"

namespace yidan::operations {
namespace {

using reconciliation::Columns;

// How the state of an entry is written in a row.
constexpr std::array<std::pair<EntryState, std::string_view>, 3> kRowStates{{
    {EntryState::settled, "settled"},
    {EntryState::taken_back, "refund"},
    {EntryState::reversed, "reversed"},
}};
// Columns that every row has; those of single funds stand in a member of their own, without the zeros.
constexpr std::array kAlways{StatementColumn::total, StatementColumn::funds, StatementColumn::account,
                             StatementColumn::cash};
constexpr std::array kOfFunds{StatementColumn::basic,        StatementColumn::civil_servant,
                              StatementColumn::enterprise,   StatementColumn::catastrophic,
                              StatementColumn::large_amount, StatementColumn::assistance};
constexpr std::string_view kByFund = "by_fund";

Error damaged_row(const store::Row& row) {
  return {ErrorCode::damaged,
          {"结算“" + row.id + "”的对账栏目无法读出：请运行 yidan verify",
           "the row of the settlement '" + row.id + "' cannot be read: run yidan verify"},
          {}};
}

Result<void> read_columns(const json::Value& data, const store::Row& row, Columns& columns) {
  const auto read = [&](const json::Value& object, StatementColumn column) -> Result<void> {
    const auto amount = parse_signed_money(json::text_in(object, code(column)));
    if (!amount) return std::unexpected(damaged_row(row));
    columns.set(column, *amount);
    return {};
  };
  for (const StatementColumn each : kAlways) {
    if (auto done = read(data, each); !done) return done;
  }
  const json::Value* funds = json::find(data, kByFund);
  if (funds == nullptr) return {};  // of books that did not keep them
  for (const StatementColumn each : kOfFunds) {
    columns.set(each, Money());
    if (json::find(*funds, code(each)) == nullptr) continue;
    if (auto done = read(*funds, each); !done) return done;
  }
  return {};
}

}  // namespace

std::string cell_of(std::string_view insurance, std::string_view clearing) {
  return std::string(insurance) + "/" + std::string(clearing);
}

store::Row settled_row(const reconciliation::Entry& entry, std::string provider, Date day, std::string cell) {
  const bool takes_back = entry.state == EntryState::taken_back;
  store::Row row{.table = std::string(kSettlementTable),
                 .id = takes_back ? entry.number : entry.settlement,
                 .provider = std::move(provider),
                 .day = to_text(day),
                 .care = std::move(cell),
                 .state = std::string(kRowStates[static_cast<std::size_t>(entry.state)].second)};
  json::Writer json(row.data, json::Writer::Style::compact);
  json.begin_object();
  for (const StatementColumn each : kAlways) json.text(code(each), to_text(entry.columns.of(each)));
  json.key(kByFund);
  json.begin_object();
  for (const StatementColumn each : kOfFunds) {
    if (!entry.columns.of(each).is_zero()) json.text(code(each), to_text(entry.columns.of(each)));
  }
  json.end_object();
  json.text("visit", entry.visit);
  json.text("message", entry.message);
  json.text("person", entry.person);
  if (takes_back) json.text("of", entry.settlement);
  json.end_object();
  return row;
}

Result<reconciliation::Entry> entry_of(const store::Row& row) {
  json::Document document;
  const auto data = document.parse(row.data);
  if (!data) return std::unexpected(damaged_row(row));
  const std::string_view of = json::text_in(**data, "of");
  reconciliation::Entry entry{.settlement = of.empty() ? row.id : std::string(of),
                              .visit = std::string(json::text_in(**data, "visit")),
                              .number = of.empty() ? std::string() : row.id,
                              .person = std::string(json::text_in(**data, "person")),
                              .message = std::string(json::text_in(**data, "message"))};
  const auto* state = std::ranges::find(kRowStates, row.state, &decltype(kRowStates)::value_type::second);
  if (state == kRowStates.end()) return std::unexpected(damaged_row(row));
  entry.state = state->first;
  if (auto read = read_columns(**data, row, entry.columns); !read) return std::unexpected(std::move(read.error()));
  return entry;
}

Result<std::vector<reconciliation::Entry>> settled_entries(store::Store& store, const reconciliation::Scope& scope) {
  constexpr std::size_t page_size = 5'000;
  const bool is_one_cell = !scope.insurance.empty() && !scope.clearing.empty();
  store::RowQuery query{.table = std::string(kSettlementTable),
                        .pool = scope.pool.code(),
                        .provider = scope.provider,
                        .care = is_one_cell ? cell_of(scope.insurance, scope.clearing) : std::string(),
                        .from = to_text(scope.from),
                        .to = to_text(scope.to),
                        .limit = page_size};
  const std::string insurance = scope.insurance + "/";
  const std::string clearing = "/" + scope.clearing;
  std::vector<reconciliation::Entry> entries;
  do {
    const auto page = store.rows(query);
    if (!page) return std::unexpected(page.error());
    for (const store::FoundRow& each : page->rows) {
      if (!scope.insurance.empty() && !each.row.care.starts_with(insurance)) continue;
      if (!scope.clearing.empty() && !each.row.care.ends_with(clearing)) continue;
      auto entry = entry_of(each.row);
      if (!entry) return std::unexpected(std::move(entry.error()));
      entries.push_back(std::move(*entry));
    }
    query.after = page->next;
  } while (!query.after.empty());
  return entries;
}

}  // namespace yidan::operations
