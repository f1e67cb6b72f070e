#include "policy/values.h"

namespace yidan::policy {
namespace {

using Visit = std::function<void(const DatedValue&)>;

void visit_brackets(DatedValue& value, const Schedule& schedule, const Visit& visit) {
  for (const Bracket& bracket : schedule) {
    value.above = bracket.above;
    value.cell = {bracket.rate.in_ppm(), bracket.rule, Cell::Kind::rate};
    visit(value);
  }
}

void visit_brackets(DatedValue& value, const Bands& bands, const Visit& visit) {
  for (const Band& band : bands) {
    value.age_from = band.from;
    value.cell = band.cell;
    visit(value);
  }
}

// `runs`: the brackets at which the cells of a file with brackets point.
template <class Run>
void visit_table(const std::string& id, const ParameterKind& kind, const Table& table, const std::vector<Run>& runs,
                 const Visit& visit) {
  table.for_each([&](const Key& key, const Period& period, const Cell& cell) {
    DatedValue value{id, kind, table.dimensions(), key, period, {}, 0, cell};
    if (kind.brackets == Brackets::none) {
      visit(value);
    } else {
      visit_brackets(value, runs[cell.index()], visit);
    }
  });
}

}  // namespace

void for_each_value(const Pool& pool, const Visit& visit) {
  for (const Benefit& benefit : pool.benefits) {
    for (const ParameterKind& part : benefit_parts()) {
      visit_table(benefit.id + "." + std::string(part.id), part, benefit.*part.of_benefit, benefit.schedules, visit);
    }
  }
  for (const ParameterKind& kind : parameter_kinds()) {
    if (kind.of_pool != nullptr) visit_table(std::string(kind.id), kind, pool.*kind.of_pool, pool.people.bands, visit);
    if (kind.of_people != nullptr) {
      visit_table(std::string(kind.id), kind, pool.people.*kind.of_people, pool.people.bands, visit);
    }
  }
}

}  // namespace yidan::policy
