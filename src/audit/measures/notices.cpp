// Whether the agency announces what follows from a figure in the month in which that was published (JN-4.3-g).
#include <algorithm>

#include "audit/measures/measure.h"
#include "calendar/month.h"

namespace yidan::audit {
namespace {

using policy::Announcement;
using policy::Figure;

// The one that was published last, by the day.
const Figure* last_published(const Scene& scene, const std::string& indicator) {
  const auto figures = scene.pool.indicators.find(indicator);
  if (figures == scene.pool.indicators.end()) return nullptr;
  const Figure* last = nullptr;
  for (const Figure& figure : figures->second) {
    const auto published = figure.announced.published;
    if (figure.stand_in || !published || *published > scene.on) continue;
    if (last == nullptr || *last->announced.published < *published) last = &figure;
  }
  return last;
}

Text no_notice(Date published, Date last) {
  return {"数值公布于 " + to_text(published) + "，未登记经办机构的公告日：应在 " + to_text(last) +
              " 前公告，请在该行补 notice",
          "the figure was published on " + to_text(published) + ", no agency's notice is recorded: it was due by " +
              to_text(last) + ", add 'notice' to its row"};
}

Text published_and_announced(Date published, Date notice) {
  return {"公布于 " + to_text(published) + "，公告于 " + to_text(notice),
          "published on " + to_text(published) + ", announced on " + to_text(notice)};
}

}  // namespace

Measured measure_late_notice(const Scene& scene, const policy::Bound& bound) {
  Measured measured;
  const Figure* figure = last_published(scene, bound.over_indicator);
  if (figure == nullptr) {
    measured.missing = no_figure(scene.pool, bound.over_indicator, scene.on);
    return measured;
  }
  measured.evidence.push_back(evidence_of(bound.over_indicator, *figure));
  const Announcement& announced = figure->announced;
  const Date last = Month::of(*announced.published).last_day();
  const bool recorded = announced.notice && *announced.notice <= scene.on;
  if (!recorded && last < scene.on) {
    measured.missing = no_notice(*announced.published, last);
    return measured;
  }
  measured.quantity = policy::Quantity::count(recorded && *announced.notice > last ? 1 : 0);
  if (recorded) measured.note = published_and_announced(*announced.published, *announced.notice);
  return measured;
}

}  // namespace yidan::audit
