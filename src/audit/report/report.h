// An audit for people: on a screen, in a spreadsheet, on paper.
#pragma once

#include <string>
#include <vector>

#include "audit/finding.h"

namespace yidan::audit {

// By the six dimensions, the worst first.
[[nodiscard]] std::vector<const Finding*> findings_of(const Report& report, Aspect aspect);

// "0 violation, 2 to be mended in time, …".
[[nodiscard]] std::string counts_of(const Report& report, Language language);

// A block a dimension, a line a finding.
[[nodiscard]] std::string describe(const Report& report, Language language);

// One row a finding, the columns named on top.
[[nodiscard]] std::string csv_of(const std::vector<Report>& reports, Language language);

// A page to print and to file, A4, an audit each: everything is in it, pictures as well, and no program.
[[nodiscard]] std::string html_of(const std::vector<Report>& reports, Language language);

}  // namespace yidan::audit
