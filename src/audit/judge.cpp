#include "audit/judge.h"

namespace yidan::audit {
namespace {

using policy::Bound;
using policy::Figure;
using policy::Quantity;

// A limit that is a value of the packs itself.
std::optional<Quantity> of_parameter(const Scene& scene, const std::string& parameter, Measured& measured) {
  const auto values = values_of(scene.pool, {.parameter = parameter}, scene.on);
  if (!values.empty()) return values.front().quantity;
  measured.missing = no_value(parameter, scene.on);
  return std::nullopt;
}

// The limit on the day; absent where the figure of which it is a share is not at hand, which `measured` then says.
std::optional<Quantity> limit_of(const Scene& scene, const Bound& bound, Measured& measured) {
  if (measured.limit) return measured.limit;
  if (!bound.limit) return std::nullopt;
  if (!bound.limit->share && !bound.limit->indicator.empty())
    return of_parameter(scene, bound.limit->indicator, measured);
  if (!bound.limit->share) return bound.limit->fixed;
  const std::string& indicator = bound.limit->indicator;
  const Figure* figure = figure_on(scene.pool, indicator, scene.on);
  if (figure == nullptr) {
    measured.missing = no_figure(scene.pool, indicator, scene.on);
    return std::nullopt;
  }
  measured.evidence.push_back(evidence_of(indicator, *figure));
  if (figure->statistics_year < scene.on.year() - 1) {
    const std::string year = std::to_string(figure->statistics_year);
    append(measured.note, {"上年数值尚未载入，沿用 " + year + " 年的",
                           "the figure of the year before is not at hand, that of " + year + " stands"});
  }
  return Quantity::of(share(figure->amount, *bound.limit->share));
}

void set_ends(const Bound& bound, Judged& judged) {
  const Quantity limit = *judged.limit;
  // Of a raise the tolerance says what overspend is large.
  const bool tolerates = bound.tolerance && bound.measure != Measure::raise;
  const Quantity low = tolerates ? limit.lowered_by(*bound.tolerance) : limit;
  const Quantity high = tolerates ? limit.raised_by(*bound.tolerance) : limit;
  switch (bound.comparison) {
    case Comparison::at_least:
    case Comparison::above:
      judged.least = low;
      return;
    case Comparison::at_most:
    case Comparison::below:
    case Comparison::exists:
      judged.most = high;
      return;
    case Comparison::about:
    case Comparison::equal:
    case Comparison::among:
      judged.least = low;
      judged.most = high;
      return;
  }
}

bool is_kept(const Bound& bound, const Quantity& measured, const Judged& judged) {
  if (bound.comparison == Comparison::above) return measured > *judged.least;
  if (bound.comparison == Comparison::below) return measured < *judged.most;
  return (!judged.least || measured >= *judged.least) && (!judged.most || measured <= *judged.most);
}

}  // namespace

Judged judge(const Scene& scene, const Bound& bound, Measured measured) {
  Judged judged;
  judged.limit = limit_of(scene, bound, measured);
  judged.measured = std::move(measured);
  if (judged.measured.missing) return judged;
  if (!judged.limit || !judged.measured.quantity) return judged;
  set_ends(bound, judged);
  if (!judged.limit->is_like(*judged.measured.quantity)) {
    judged.measured.missing = {"实际值 " + to_text(*judged.measured.quantity) + " 与限度 " + to_text(*judged.limit) +
                                   " 单位不同：请改正限度 " + bound.id,
                               "the measured " + to_text(*judged.measured.quantity) + " and the limit " +
                                   to_text(*judged.limit) + " are of two units: correct bound " + bound.id};
    return judged;
  }
  judged.kept = is_kept(bound, *judged.measured.quantity, judged);
  return judged;
}

Judged judge(const Scene& scene, const Bound& bound) { return judge(scene, bound, measure(scene, bound)); }

}  // namespace yidan::audit
