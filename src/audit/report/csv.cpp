#include "base/csv.h"

#include "audit/report/report.h"
#include "audit/sentence.h"

namespace yidan::audit {
namespace {

constexpr std::array<const char*, 16> kHead{"pool",     "on",       "id",    "dimension", "class", "grade",
                                            "measured", "operator", "bound", "least",     "most",  "since",
                                            "due",      "basis",    "place", "text"};

std::string text_of(const std::optional<policy::Quantity>& quantity) { return quantity ? to_text(*quantity) : ""; }
std::string text_of(const std::optional<Date>& day) { return day ? to_text(*day) : ""; }

void add_finding(std::string& out, const Report& report, const Finding& finding, Language language) {
  const policy::Bound& bound = *finding.bound;
  const std::array<std::string, kHead.size()> fields{to_text(report.pool->region),
                                                     to_text(report.on),
                                                     bound.id,
                                                     std::string(code(bound.aspect)),
                                                     std::string(code(bound.grade_class)),
                                                     std::string(code(finding.grade)),
                                                     text_of(finding.measured),
                                                     std::string(code(bound.comparison)),
                                                     text_of(finding.limit),
                                                     text_of(finding.least),
                                                     text_of(finding.most),
                                                     text_of(finding.since),
                                                     text_of(finding.due),
                                                     finding.basis ? std::string(code(*finding.basis)) : "",
                                                     place_of(finding),
                                                     finding.text.in(language)};
  csv::append_row(out, fields);
}

}  // namespace

std::string csv_of(const std::vector<Report>& reports, Language language) {
  std::string out;
  csv::append_row(out, std::vector<std::string>(kHead.begin(), kHead.end()));
  for (const Report& report : reports) {
    for (const Finding& finding : report.findings) add_finding(out, report, finding, language);
  }
  return out;
}

}  // namespace yidan::audit
