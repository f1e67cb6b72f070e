#include "policy/compile/arrange_figures.h"

#include <algorithm>
#include <span>
#include <tuple>

#include "policy/compile/table_builder.h"
#include "policy/period.h"

namespace yidan::policy {
namespace {

bool is_open(const Row& row) { return row.authority.period.to == Date::never(); }

// Which of two figures is the newer: that of the later year; of one year that which was known later.
auto age_of(const Row& row) {
  return std::tuple(row.statistics_year, row.announced.revised, row.announced.published.value_or(Date{}));
}

bool known_by(const Row& row, Date day) { return !row.announced.published || *row.announced.published <= day; }

// By their first days; on one day the newest stands last.
void sort_figures(std::vector<Row>& rows) {
  std::ranges::stable_sort(rows, [](const Row& a, const Row& b) {
    return std::tuple(a.authority.period.from, age_of(a)) < std::tuple(b.authority.period.from, age_of(b));
  });
}

// Whether a newer one was in force when this one began, or begins on the same day.
bool is_overtaken(const std::vector<Row>& rows, std::size_t at) {
  const Row& row = rows[at];
  if (!is_open(row) || !row.announced.published) return false;
  const Date start = row.authority.period.from;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i == at || rows[i].keys != row.keys || age_of(rows[i]) <= age_of(row)) continue;
    if (rows[i].authority.period.from <= start && start < rows[i].authority.period.to) return true;
  }
  return false;
}

void end_where_the_next_begins(std::vector<Row>& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!is_open(rows[i])) continue;
    Period& days = rows[i].authority.period;
    for (std::size_t next = i + 1; next < rows.size() && is_open(rows[i]); ++next) {
      const Date begins = rows[next].authority.period.from;
      if (rows[next].keys == rows[i].keys && begins > days.from && has_days(rows[next].authority.period))
        days.to = begins;
    }
  }
}

void arrange(Parameter& indicator) {
  sort_figures(indicator.rows);
  std::vector<Row> apply;
  for (std::size_t i = 0; i < indicator.rows.size(); ++i) {
    Row row = indicator.rows[i];
    if (is_overtaken(indicator.rows, i)) {
      row.authority.period.to = row.authority.period.from;
      indicator.never_applied.push_back(std::move(row));
    } else {
      apply.push_back(std::move(row));
    }
  }
  indicator.rows = std::move(apply);
  end_where_the_next_begins(indicator.rows);
}

Text two_first_figures(int statistics_year, const Position& at) {
  const std::string year = std::to_string(statistics_year);
  const std::string other = to_text(at);
  return {year + " 年已有一个初次公布数（在 " + other +
              "）：修订数请标明（revised）并写公布日（published），否则只保留一行",
          "there is a first figure of " + year + " already (at " + other +
              "): write 'revised: true' and its day for a revision, else keep one of them"};
}

void check_first_figures(const Parameter& indicator, Problems& problems) {
  for (std::size_t i = 0; i < indicator.rows.size(); ++i) {
    const Row& row = indicator.rows[i];
    if (row.announced.revised || row.statistics_year == 0) continue;
    const auto before = std::span(indicator.rows).first(i);
    const auto same = std::ranges::find_if(before, [&row](const Row& other) {
      return !other.announced.revised && other.statistics_year == row.statistics_year && other.keys == row.keys;
    });
    if (same == before.end()) continue;
    const Text twice = two_first_figures(row.statistics_year, same->authority.at);
    problems.add(row.authority.at, twice.zh, twice.en);
  }
}

}  // namespace

void arrange_figures(Packs& packs, std::optional<Date> known, Judging judging, Problems& problems) {
  for (Pack& pack : packs.packs) {
    for (auto& [id, parameter] : pack.parameters) {
      if (!id.starts_with(kIndicatorFolder)) continue;
      if (judging == Judging::now) check_first_figures(parameter, problems);
      if (known) std::erase_if(parameter.rows, [&](const Row& row) { return !known_by(row, *known); });
      if (!parameter.damaged) arrange(parameter);
    }
  }
}

}  // namespace yidan::policy
