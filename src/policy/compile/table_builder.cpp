#include "policy/compile/table_builder.h"

#include <algorithm>
#include <set>

#include "policy/period.h"

namespace yidan::policy {
namespace {

constexpr std::string_view kIndicators = "indicators.";

PolicyStatus status_of(const Effective& effective, const Authority& authority, const std::string& folder) {
  if (authority.status) return *authority.status;
  const auto pack = effective.folders.find(folder);
  return pack == effective.folders.end() ? PolicyStatus::in_force : pack->second->status;
}

// Advances `key` to the next combination of the dimensions; false after the last one.
bool advance(const std::vector<Dimension>& by, Key& key) {
  for (const Dimension dimension : by) {
    if (key[dimension] + 1 < size_of(dimension)) {
      key.set(dimension, key[dimension] + 1);
      return true;
    }
    key.set(dimension, 0);
  }
  return false;
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
      return {value.amount.in_fen(), rule, Cell::Kind::amount};
    case Value::Kind::rate:
    case Value::Kind::points:
      return {value.rate.in_ppm(), rule, Cell::Kind::rate};
    case Value::Kind::none:
      return {0, rule, Cell::Kind::none};
    case Value::Kind::word: {
      const bool number = !value.word.empty() && value.word.find_first_not_of("0123456789") == std::string::npos &&
                          value.word.size() < 10;
      return {number ? std::stoll(value.word) : 0, rule, Cell::Kind::word};
    }
    case Value::Kind::indicator_share:
      break;
  }
  fail_invariant("shares of indicators are expanded before they become cells");
}

}  // namespace

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

RuleId TableBuilder::rule_of(const Parameter& parameter, const Row& row, Period period, const Row* indicator,
                             Money amount) {
  const RuleId id = add_rule(row.authority, parameter.id, parameter.title, parameter.folder);
  Rule& rule = pool_.rules[id];
  rule.period = period;
  rule.key = row.key_text;
  rule.value = row.value.text;
  if (indicator != nullptr) {
    rule.value += " = " + to_text(amount);
    rule.basis = std::max(rule.basis, indicator->authority.basis);
    if (rule.source.empty()) rule.source = indicator->authority.source;
    for (const std::string& clause : indicator->authority.clauses) {
      if (std::ranges::find(rule.clauses, clause) == rule.clauses.end()) rule.clauses.push_back(clause);
    }
  }
  return id;
}

void TableBuilder::report_unknown_indicator(const IndicatorShare& share) {
  std::vector<std::string_view> known;
  for (const auto& [id, parameter] : effective_.parameters) {
    if (id.starts_with(kIndicators)) known.push_back(std::string_view(id).substr(kIndicators.size()));
  }
  const std::string file = "indicators/" + share.indicator + ".yaml";
  const Text meant = did_you_mean(share.indicator, known, {"：请补上文件 " + file, ": add a file " + file});
  problems_.add(share.at, "没有指标“" + share.indicator + "”" + meant.zh,
                "no indicator '" + share.indicator + "'" + meant.en);
}

bool TableBuilder::expand_share(const Parameter& parameter, const Row& row, Pieces& pieces) {
  if (row.value.of_indicator.indicator.empty()) return false;
  const auto indicator = effective_.parameters.find(std::string(kIndicators) + row.value.of_indicator.indicator);
  if (indicator == effective_.parameters.end()) {
    report_unknown_indicator(row.value.of_indicator);
    return false;
  }
  if (indicator->second->damaged) return false;
  for (const Row& figure : indicator->second->rows) {
    const Period days = common_days(row.authority.period, figure.authority.period);
    if (!has_days(days)) continue;
    const Money amount = share(figure.value.amount, row.value.of_indicator.share);
    const RuleId rule = rule_of(parameter, row, days, &figure, amount);
    pieces.push_back({&row, days, {amount.in_fen(), rule, Cell::Kind::amount}});
  }
  return true;
}

std::optional<TableBuilder::Pieces> TableBuilder::pieces_of(std::string_view id, const Parameter*& parameter) {
  const auto found = effective_.parameters.find(id);
  if (found == effective_.parameters.end()) return std::nullopt;
  parameter = found->second;
  bool complete = !parameter->damaged;
  Pieces pieces;
  for (const Row& row : parameter->rows) {
    if (row.value.kind == Value::Kind::indicator_share) {
      complete &= expand_share(*parameter, row, pieces);
    } else if (complete) {
      const RuleId rule = rule_of(*parameter, row, row.authority.period, nullptr, {});
      pieces.push_back({&row, row.authority.period, cell_of(row.value, rule)});
    }
  }
  return complete ? std::optional(std::move(pieces)) : std::nullopt;
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
    const std::string lowest = to_text(holding.front().row->above);
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
                              const Domain& domain) {
  const Text advice = gap_advice(parameter, key, day, holding);
  problems_.add(parameter.at,
                parameter.id + " 有缺口：" + describe(parameter.by, key, Language::zh) + " 在 " + to_text(day) +
                    " 没有值" + domain.why.zh + advice.zh,
                "gap in " + parameter.id + ": " + describe(parameter.by, key) + " has no value on " + to_text(day) +
                    domain.why.en + advice.en);
}

// Goes through every span of days and every key, gathers the pieces that hold there and lets `make_cell` turn them
// into a cell. `make_cell` gets them sorted by their lower bounds and free of overlap.
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
      std::ranges::stable_sort(holding, {}, [](const Piece& piece) { return piece.row->above; });
      for (std::size_t i = 1; i < holding.size(); ++i) {
        if (holding[i].row->above != holding[i - 1].row->above) continue;
        if (reported.insert(holding[i].row).second) {
          report_overlap(parameter, key, day, *holding[i].row, *holding[i - 1].row);
        }
      }
      const bool asked = domain != nullptr && within(domain->days, day) && covers(parameter.by, domain->keys, key);
      const bool complete = !holding.empty() && holding.front().row->above.is_zero();
      if (asked && !complete && !gap_reported) {
        report_gap(parameter, key, day, holding, *domain);
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

Table TableBuilder::build_schedules(std::string_view id, const Domain& domain, std::vector<Schedule>& schedules) {
  const Parameter* parameter = nullptr;
  const auto pieces = pieces_of(id, parameter);
  if (!pieces) return {};
  std::map<std::vector<RuleId>, std::size_t> known;
  return fill(*parameter, *pieces, &domain, [&](const Pieces& holding) {
    Schedule schedule;
    std::vector<RuleId> rules;
    for (const Piece& piece : holding) {
      schedule.push_back({piece.row->above, piece.cell.rate(), piece.cell.rule});
      rules.push_back(piece.cell.rule);
    }
    const auto [entry, fresh] = known.try_emplace(rules, schedules.size());
    if (fresh) schedules.push_back(std::move(schedule));
    return Cell{static_cast<std::int64_t>(entry->second), holding.front().cell.rule, Cell::Kind::word};
  });
}

}  // namespace yidan::policy
