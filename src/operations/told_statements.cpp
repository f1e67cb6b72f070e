#include "operations/told_statements.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/json.h"
#include "base/json_canonical.h"
#include "operations/settled_rows.h"

namespace yidan::operations {
namespace {

using reconciliation::Scope;

// The scope of a statement that is found by its row. Errors: `damaged`.
Result<Scope> scope_of(const store::FoundRow& found) {
  json::Document document;
  const auto data = document.parse(found.row.data);
  const auto from = parse_date(found.row.day);
  const auto to = data ? parse_date(json::text_in(**data, "to")) : std::unexpected(Error{});
  const std::size_t slash = found.row.care.find('/');
  if (!from || !to || slash == std::string::npos) return std::unexpected(damaged_statement(found.subject));
  return Scope{.pool = Region(found.subject.pool),
               .provider = found.row.provider,
               .from = *from,
               .to = *to,
               .insurance = found.row.care.substr(0, slash),
               .clearing = found.row.care.substr(slash + 1)};
}

// A statement may begin long before the day that is looked at.
constexpr std::int32_t kLongestStatement = 366;

// Whether one of the statements is of such a settlement.
bool is_told(const std::vector<Scope>& scopes, const exchange::Untold& of) {
  return std::ranges::any_of(scopes, [&](const Scope& each) {
    return each.provider == of.provider && each.from <= of.day && of.day <= each.to &&
           (each.insurance.empty() || each.insurance == of.insurance) &&
           (each.clearing.empty() || each.clearing == of.clearing);
  });
}

// Settlements of the days that were asked for, by institution, day and cell.
using Settled = std::map<std::array<std::string, 3>, exchange::Untold>;

Result<void> add_settled(const store::Row& row, Settled& settled) {
  const auto entry = entry_of(row);
  const auto day = parse_date(row.day);
  if (!entry || !day) return std::unexpected(entry ? day.error() : entry.error());
  exchange::Untold& sum = settled[{row.provider, row.day, row.care}];
  if (sum.provider.empty()) {
    const std::size_t slash = row.care.find('/');
    sum.provider = row.provider;
    sum.day = *day;
    sum.insurance = row.care.substr(0, slash);
    sum.clearing = slash == std::string::npos ? "" : row.care.substr(slash + 1);
  }
  if (entry->state == EntryState::reversed) return {};
  if (entry->state == EntryState::settled) ++sum.settlements;
  sum.total += entry->columns.of(StatementColumn::total);
  return {};
}

}  // namespace

Error damaged_statement(const store::Subject& subject) {
  return {ErrorCode::damaged,
          {"对账单 " + subject.id + " 无法读出：请运行 yidan verify",
           "the statement " + subject.id + " cannot be read: run yidan verify"},
          {}};
}

Result<std::vector<Scope>> scopes_asked(store::Store& store, const ReconciliationQuery& query) {
  store::RowQuery rows{.table = std::string(kStatementTable),
                       .pool = query.pool.code(),
                       .provider = query.provider,
                       .from = to_text(query.from),
                       .to = to_text(query.to),
                       .limit = 1000};
  std::vector<Scope> scopes;
  do {
    const auto page = store.rows(rows);
    if (!page) return std::unexpected(page.error());
    for (const store::FoundRow& each : page->rows) {
      auto scope = scope_of(each);
      if (!scope) return std::unexpected(std::move(scope.error()));
      const bool is_asked = (query.insurance.empty() || query.insurance == scope->insurance) &&
                            (query.clearing.empty() || query.clearing == scope->clearing);
      if (is_asked) scopes.push_back(std::move(*scope));
    }
    rows.after = page->next;
  } while (!rows.after.empty());
  return scopes;
}

Result<std::vector<exchange::Untold>> untold_of(store::Store& store, const ReconciliationQuery& query,
                                                const GoOn& go_on) {
  ReconciliationQuery told = query;
  told.from = Date::from_days(query.from.days() - kLongestStatement);
  const auto scopes = scopes_asked(store, told);
  if (!scopes) return std::unexpected(scopes.error());
  Settled settled;
  store::RowQuery rows{.table = std::string(kSettlementTable),
                       .pool = query.pool.code(),
                       .provider = query.provider,
                       .from = to_text(query.from),
                       .to = to_text(query.to),
                       .limit = 1000};
  do {
    const auto page = store.rows(rows);
    if (!page) return std::unexpected(page.error());
    for (const store::FoundRow& each : page->rows) {
      if (auto added = add_settled(each.row, settled); !added) return std::unexpected(std::move(added.error()));
    }
    if (auto on = go_on(static_cast<std::int64_t>(settled.size())); !on) return std::unexpected(std::move(on.error()));
    rows.after = page->next;
  } while (!rows.after.empty());
  std::vector<exchange::Untold> list;
  for (auto& [key, sum] : settled) {
    const bool is_asked = (query.insurance.empty() || query.insurance == sum.insurance) &&
                          (query.clearing.empty() || query.clearing == sum.clearing);
    if (is_asked && sum.settlements != 0 && !is_told(*scopes, sum)) list.push_back(std::move(sum));
  }
  return list;
}

}  // namespace yidan::operations
