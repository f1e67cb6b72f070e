// What exists in a city beside the list, and by which names schemes are still called.
#include <algorithm>

#include "audit/measures/measure.h"

namespace yidan::audit {
namespace {

using policy::Arrangement;
using policy::Rule;

Text said_of(const Arrangement& arrangement) {
  const bool ends = arrangement.period.to != Date::never();
  const std::string last = ends ? to_text(Date::from_days(arrangement.period.to.days() - 1)) : "";
  return {"“" + arrangement.name.zh + "”（" + arrangement.payer.zh + "支付" + (ends ? "，至 " + last : "，未定终止日") +
              "）",
          "'" + arrangement.name.en + "' (paid by " + arrangement.payer.en +
              (ends ? ", until " + last : ", without an end") + ")"};
}

// The days on which an alias holds, over all of its rows: the day on which the last of them ends.
Date end_of(const policy::Pool& pool, const std::string& name) {
  Date end;
  for (const Rule& rule : pool.rules) {
    if (rule.id == "schemes.aliases" && rule.value.text == name) end = std::max(end, rule.period.to);
  }
  return end;
}

}  // namespace

// RZ-3.1-c: what is of no scheme of the list, unless a higher rule lets it stand apart.
Measured measure_outside_framework(const Scene& scene, const policy::Bound&) {
  Measured measured;
  std::int64_t count = 0;
  for (const Arrangement& each : scene.policy.arrangements) {
    const bool here = each.region.covers(scene.pool.region) && each.period.contains(scene.on);
    if (!here || each.scheme || each.apart) continue;
    ++count;
    measured.evidence.push_back(evidence_of(each));
    append(measured.note, said_of(each));
  }
  measured.quantity = policy::Quantity::count(count);
  return measured;
}

// RZ-T-08: documents issued after a name was given up that still bear it.
Measured measure_former_names(const Scene& scene, const policy::Bound&) {
  Measured measured;
  std::int64_t count = 0;
  std::string before;  // aliases have a row for each clause's days
  for (const Rule& rule : scene.pool.rules) {
    if (rule.id != "schemes.aliases" || rule.value.text == before) continue;
    before = rule.value.text;
    const Date end = end_of(scene.pool, before);
    if (end > scene.on) continue;
    for (const policy::Document& document : scene.policy.documents) {
      const bool dated = document.issued && end <= *document.issued && *document.issued <= scene.on;
      if (!dated || document.title.zh.find(before) == std::string::npos) continue;
      ++count;
      measured.evidence.push_back(evidence_of(scene, rule));
      append(measured.note, {"文件“" + document.title.zh + "”仍用“" + before + "”",
                             "the document '" + document.title.en + "' still says " + before});
    }
  }
  measured.quantity = policy::Quantity::count(count);
  return measured;
}

}  // namespace yidan::audit
