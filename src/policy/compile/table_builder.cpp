#include "policy/compile/table_builder.h"

#include <algorithm>
#include <set>

#include "policy/period.h"
#include "terms/nearest.h"

namespace yidan::policy {
namespace {

PolicyStatus status_of(const Effective& effective, const Authority& authority, const std::string& folder) {
  if (authority.status) return *authority.status;
  const auto pack = effective.folders.find(folder);
  return pack == effective.folders.end() ? PolicyStatus::in_force : pack->second->status;
}

bool covers(const std::vector<Dimension>& by, const DimensionSets& sets, const Key& key) {
  return std::ranges::all_of(by, [&](Dimension dimension) { return sets.contains(dimension, key[dimension]); });
}

bool within(const std::vector<Period>& days, Date day) {
  return std::ranges::any_of(days, [day](const Period& period) { return period.contains(day); });
}

Cell cell_of(const Value& value, RuleId rule) {
  switch (value.kind) {
    case Value::Kind::amount:
      return {value.amount.in_fen() / value.count, rule, Cell::Kind::amount};
    case Value::Kind::rate:
    case Value::Kind::points:
      return {value.rate.in_ppm(), rule, Cell::Kind::rate};
    case Value::Kind::none:
      return {0, rule, Cell::Kind::none};
    case Value::Kind::word:
      return {value.number, rule, Cell::Kind::word};
    case Value::Kind::number:
      return {value.number, rule, Cell::Kind::number};
    case Value::Kind::indicator_share:
      break;
  }
  fail_invariant("shares of indicators are expanded before they become cells");
}

// Where a bracket begins; zero for the lowest.
std::pair<Money, int> lower_bound(const Row& row) { return {row.above, row.age_from}; }

bool is_lowest(const Row& row) { return lower_bound(row) == std::pair<Money, int>{}; }

bool is_monthly(const Parameter& parameter) { return parameter.unit == "yuan/month"; }

RuleKey key_of(const Parameter& parameter, const Row& row) {
  RuleKey key{.words = row.keys, .above = row.above, .age_from = row.age_from, .text = row.key_text};
  for (const Dimension dimension : parameter.by) {
    if (row.keys.bits[static_cast<std::size_t>(dimension)] != UINT32_MAX) key.by.push_back(dimension);
  }
  return key;
}

RuleValue value_of(const Parameter& parameter, const Row& row, const Row* indicator, const Cell& cell) {
  RuleValue value{.kind = cell.kind, .number = cell.value, .unit = parameter.unit, .text = row.value.text};
  if (indicator != nullptr) {
    value.share = row.value.of_indicator.share;
    value.indicator = row.value.of_indicator.indicator;
  }
  if (indicator != nullptr || row.value.count > 1) value.text += " = " + to_text(cell.money());
  return value;
}

}  // namespace

std::optional<Money> share_of(const Value& figure, Rate share) {
  const Exact parts = Exact{figure.count} * 1'000'000;
  const Exact fen = (2 * exact(figure.amount, share) + parts) / (2 * parts);
  if (fen > Money::max().in_fen()) return std::nullopt;
  return Money::fen(static_cast<std::int64_t>(fen));
}

std::string describe(const std::vector<Dimension>& by, const Key& key, Language language) {
  std::string text;
  for (const Dimension dimension : by) {
    if (!text.empty()) text += " ";
    text += std::string(name_of(dimension)) + "=" + ordinal_text(dimension, key[dimension]);
  }
  return text.empty() ? Text{"所有情形", "every key"}.in(language) : text;
}

RuleId TableBuilder::add_rule(const Authority& authority, std::string id, const Text& title,
                              const std::string& folder) {
  ensure(pool_.rules.size() < kNoRule, "a pool has fewer than 65535 rules");
  Rule rule;
  rule.id = std::move(id);
  rule.title = title;
  rule.clauses = authority.clauses;
  rule.basis = authority.basis;
  rule.status = status_of(effective_, authority, folder);
  rule.period = authority.period;
  rule.source = authority.source;
  rule.folder = folder;
  rule.at = authority.at;
  pool_.rules.push_back(std::move(rule));
  return static_cast<RuleId>(pool_.rules.size() - 1);
}

// A share of an indicator changes whenever its indicator does: each figure gives a rule of its own, with the days that
// both have, and with the clauses of both, since both are needed to defend the amount. Its basis is the weaker one.
RuleId TableBuilder::rule_of(const Parameter& parameter, const Row& row, Period period, const Row* indicator,
                             const Cell& cell) {
  const RuleId id = add_rule(row.authority, parameter.id, parameter.title, parameter.folder);
  Rule& rule = pool_.rules[id];
  rule.period = period;
  rule.key = key_of(parameter, row);
  rule.standard_year = row.standard_year;
  rule.insured_year_basis = row.insured_year_basis;
  rule.value = value_of(parameter, row, indicator, cell);
  if (indicator != nullptr) {
    rule.basis = std::max(rule.basis, indicator->authority.basis);
    if (rule.source.en.empty()) rule.source = indicator->authority.source;
    for (const std::string& clause : indicator->authority.clauses) {
      if (std::ranges::find(rule.clauses, clause) == rule.clauses.end()) rule.clauses.push_back(clause);
    }
  }
  return id;
}

void TableBuilder::report_unknown_indicator(const IndicatorShare& share) {
  std::vector<std::string_view> known;
  for (const auto& [id, parameter] : effective_.parameters) {
    if (id.starts_with(kIndicatorFolder)) known.push_back(std::string_view(id).substr(kIndicatorFolder.size()));
  }
  const std::string file = "indicators/" + share.indicator + ".yaml";
  const Text meant = did_you_mean(share.indicator, known, {"：请补上文件 " + file, ": add a file " + file});
  problems_.add(share.at, "没有指标“" + share.indicator + "”" + meant.zh,
                "no indicator '" + share.indicator + "'" + meant.en);
}

// The indicator of a share; null when there is none, which is reported, or it could not be read, which was.
const Parameter* TableBuilder::indicator_of(const Parameter& parameter, const IndicatorShare& share) {
  if (share.indicator.empty()) return nullptr;
  const auto found = effective_.parameters.find(std::string(kIndicatorFolder) + share.indicator);
  if (found == effective_.parameters.end()) {
    report_unknown_indicator(share);
    return nullptr;
  }
  const Parameter& indicator = *found->second;
  if (indicator.damaged) return nullptr;
  if (is_monthly(indicator) == is_monthly(parameter)) return &indicator;
  problems_.add(share.at,
                "指标“" + share.indicator + "”以 " + indicator.unit + " 计，此处以 " + parameter.unit +
                    " 计：份额的单位须相同，请换用指标或改正 unit",
                "indicator '" + share.indicator + "' is in " + indicator.unit + ", this file in " + parameter.unit +
                    ": a share keeps the unit, name another indicator or correct 'unit'");
  return nullptr;
}

bool TableBuilder::expand_share(const Parameter& parameter, const Row& row, Pieces& pieces) {
  const IndicatorShare& share = row.value.of_indicator;
  const Parameter* indicator = indicator_of(parameter, share);
  if (indicator == nullptr) return false;
  for (const Row& figure : indicator->rows) {
    const Period days = common_days(row.authority.period, figure.authority.period);
    if (!has_days(days)) continue;
    const auto amount = share_of(figure.value, share.share);
    if (!amount) {
      const std::string where = to_text(figure.authority.at);
      problems_.add(share.at, "该份额超出可表示范围（指标的数值在 " + where + "）：请核对两者",
                    "this share is too large (the figure of the indicator at " + where + "): check both");
      return false;
    }
    Cell cell{amount->in_fen(), kNoRule, Cell::Kind::amount};
    cell.rule = rule_of(parameter, row, days, &figure, cell);
    pieces.push_back({&row, days, cell, is_temporary(parameter)});
  }
  return true;
}

bool TableBuilder::add_pieces(const Parameter& parameter, Pieces& pieces) {
  bool complete = !parameter.damaged;
  for (const Row& row : parameter.rows) {
    if (row.value.kind == Value::Kind::indicator_share) {
      complete &= expand_share(parameter, row, pieces);
    } else if (complete) {
      Cell cell = cell_of(row.value, kNoRule);
      cell.rule = rule_of(parameter, row, row.authority.period, nullptr, cell);
      pieces.push_back({&row, row.authority.period, cell, is_temporary(parameter)});
    }
  }
  return complete;
}

// The rows of a city end where the uniform ones begin (LY-4-y).
void TableBuilder::give_way(const Parameter& uniform, Pieces& pieces) {
  Date first = Date::never();
  for (const Row& row : uniform.rows) first = std::min(first, row.authority.period.from);
  for (Piece& piece : pieces) {
    Period& period = pool_.rules[piece.cell.rule].period;
    period.to = std::max(period.from, std::min(period.to, first));
    piece.period = period;
  }
  std::erase_if(pieces, [](const Piece& piece) { return !has_days(piece.period); });
}

// All or nothing: a table from half of its rows would only raise complaints about gaps that are not there.
std::optional<TableBuilder::Pieces> TableBuilder::pieces_of(std::string_view id, const Parameter*& parameter) {
  const auto found = effective_.parameters.find(id);
  if (found == effective_.parameters.end()) return std::nullopt;
  parameter = found->second;
  Pieces pieces;
  bool complete = add_pieces(*parameter, pieces);
  const auto uniform = effective_.uniform.find(id);
  if (uniform != effective_.uniform.end()) {
    give_way(*uniform->second, pieces);
    complete &= add_pieces(*uniform->second, pieces);
  }
  const auto temporary = effective_.temporary.find(id);
  if (temporary != effective_.temporary.end()) {
    for (const Parameter* change : temporary->second) complete &= add_pieces(*change, pieces);
  }
  return complete ? std::optional(std::move(pieces)) : std::nullopt;
}

void TableBuilder::list(std::string_view id) {
  const Parameter* parameter = nullptr;
  (void)pieces_of(id, parameter);
}

void TableBuilder::report_overlap(const Parameter& parameter, const Key& key, Date day, const Row& row,
                                  const Row& other) {
  const Text same_day = parameter.by.empty()
                            ? Text{"：只保留一行", ": keep one of them"}
                            : Text{"：请改正其中一行的键，使两行不再相交", ": make their keys disjoint"};
  const Text advice = overlap_advice(row.authority.period, other.authority.period, same_day);
  const std::string where = to_text(other.authority.at);
  problems_.add(row.authority.at,
                parameter.id + " 有重叠：" + describe(parameter.by, key, Language::zh) + " 在 " + to_text(day) +
                    " 有两个值（另一个在 " + where + "）" + advice.zh,
                "overlap in " + parameter.id + ": " + describe(parameter.by, key) + " has two values on " +
                    to_text(day) + " (the other at " + where + ")" + advice.en);
}

// What to do about a gap: it may be one of the brackets or of an indicator.
Text TableBuilder::gap_advice(const Parameter& parameter, const Key& key, Date day, const Pieces& holding) {
  if (!holding.empty()) {
    const Row& row = *holding.front().row;
    if (row.age_from != 0) {
      const std::string age = std::to_string(row.age_from);
      return {"（最低一段始于 " + age + " 岁）：请补一行不带 age_from 的",
              " (the lowest bracket begins at the age of " + age + "): add a row without 'age_from'"};
    }
    const std::string lowest = to_text(row.above);
    return {"（最低一段始于 " + lowest + " 以上）：请补一行不带 above 的",
            " (the lowest bracket begins above " + lowest + "): add a row without 'above'"};
  }
  for (const Row& row : parameter.rows) {
    if (!row.authority.period.contains(day) || !covers(parameter.by, row.keys, key)) continue;
    const std::string& indicator = row.value.of_indicator.indicator;
    return {"（指标“" + indicator + "”在该日没有数值）：请为指标补一行",
            " (its indicator '" + indicator + "' has none): add a row to the indicator"};
  }
  return {"：请补一行", ": add a row for it"};
}

void TableBuilder::report_gap(const Parameter& parameter, const Key& key, Date day, const Pieces& holding,
                              const Domain* domain) {
  const Text advice = gap_advice(parameter, key, day, holding);
  const Text why = domain == nullptr ? Text{} : domain->why;
  problems_.add(parameter.at,
                parameter.id + " 有缺口：" + describe(parameter.by, key, Language::zh) + " 在 " + to_text(day) +
                    " 没有值" + why.zh + advice.zh,
                "gap in " + parameter.id + ": " + describe(parameter.by, key) + " has no value on " + to_text(day) +
                    why.en + advice.en);
}

// Goes through every span of days and every key, gathers the pieces that hold there and lets `make_cell` turn them
// into a cell. `make_cell` gets them sorted by their lower bounds and free of overlap.
//
// Keys times spans times rows: quadratic in the rows of one file, which are tens; in return every cell is decided by
// the same three lines, and a gap or an overlap cannot hide between clever cases.
template <class MakeCell>
Table TableBuilder::fill(const Parameter& parameter, const Pieces& pieces, const Domain* domain, MakeCell make_cell) {
  std::set<Date> starts;
  for (const Piece& piece : pieces) starts.insert({piece.period.from, piece.period.to});
  if (domain != nullptr) {
    for (const Period& days : domain->days) starts.insert({days.from, days.to});
  }
  starts.erase(Date::never());
  std::vector<Cell> cells;
  std::set<const Row*> reported;
  bool gap_reported = false;
  for (const Date day : starts) {
    Key key;
    do {
      Pieces holding;
      for (const Piece& piece : pieces) {
        if (piece.period.contains(day) && covers(parameter.by, piece.row->keys, key)) holding.push_back(piece);
      }
      if (std::ranges::any_of(holding, &Piece::temporary)) {
        std::erase_if(holding, [](const Piece& piece) { return !piece.temporary; });
      }
      std::ranges::stable_sort(holding, {}, [](const Piece& piece) { return lower_bound(*piece.row); });
      for (std::size_t i = 1; i < holding.size(); ++i) {
        if (lower_bound(*holding[i].row) != lower_bound(*holding[i - 1].row)) continue;
        if (reported.insert(holding[i].row).second) {
          report_overlap(parameter, key, day, *holding[i].row, *holding[i - 1].row);
        }
      }
      // Without a domain nothing is asked for; where there are brackets, the lowest may not be missing all the same.
      const bool asked =
          domain == nullptr ? !holding.empty() : within(domain->days, day) && covers(parameter.by, domain->keys, key);
      const bool complete = !holding.empty() && is_lowest(*holding.front().row);
      if (asked && !complete && !gap_reported) {
        report_gap(parameter, key, day, holding, domain);
        gap_reported = true;
      }
      cells.push_back(complete ? make_cell(holding) : Cell{});
    } while (advance(parameter.by, key));
  }
  return Table(parameter.by, {starts.begin(), starts.end()}, std::move(cells));
}

Table TableBuilder::build(std::string_view id, const Domain* domain) {
  const Parameter* parameter = nullptr;
  const auto pieces = pieces_of(id, parameter);
  if (!pieces) return {};
  return fill(*parameter, *pieces, domain, [](const Pieces& holding) { return holding.front().cell; });
}

template <class Run, class MakePart>
Table TableBuilder::fill_runs(const Parameter& parameter, const Pieces& pieces, const Domain* domain,
                              std::vector<Run>& runs, MakePart make_part) {
  std::map<std::vector<RuleId>, std::size_t> known;
  return fill(parameter, pieces, domain, [&](const Pieces& holding) {
    Run run;
    std::vector<RuleId> rules;
    for (const Piece& piece : holding) {
      run.push_back(make_part(piece));
      rules.push_back(piece.cell.rule);
    }
    const auto [entry, fresh] = known.try_emplace(rules, runs.size());
    if (fresh) runs.push_back(std::move(run));
    return Cell{static_cast<std::int64_t>(entry->second), holding.front().cell.rule, Cell::Kind::word};
  });
}

Table TableBuilder::build_schedules(std::string_view id, const Domain& domain, std::vector<Schedule>& schedules) {
  const Parameter* parameter = nullptr;
  const auto pieces = pieces_of(id, parameter);
  if (!pieces) return {};
  return fill_runs(*parameter, *pieces, &domain, schedules,
                   [](const Piece& piece) { return Bracket{piece.row->above, piece.cell.rate(), piece.cell.rule}; });
}

Table TableBuilder::build_bands(std::string_view id, std::vector<Bands>& bands) {
  const Parameter* parameter = nullptr;
  const auto pieces = pieces_of(id, parameter);
  if (!pieces) return {};
  return fill_runs(*parameter, *pieces, nullptr, bands,
                   [](const Piece& piece) { return Band{piece.row->age_from, piece.cell}; });
}

}  // namespace yidan::policy
