// The agency's notice of the amounts that follow from a figure of statistics (JN-4.3-f, JN-4.3-g): what is fixed, from
// when, by which clause. The same text as a page to print.
#pragma once

#include <string>
#include <vector>

#include "policy/policy.h"

namespace yidan::policy {

struct Notice {
  const Pool* pool = nullptr;
  std::string indicator;
  const Figure* figure = nullptr;    // that applies on the day
  std::vector<const Rule*> amounts;  // shares of it in force on the day
};

// Errors: `not_found`, no indicator of that name, nothing follows from it, or the pool has no figure of its own on that
// day: no notice is written of a figure that only stands in.
[[nodiscard]] Result<Notice> notice_of(const Pool& pool, const std::string& indicator, Date day);

[[nodiscard]] std::string notice_text(const Notice& notice, Language language);
// One page, A4.
[[nodiscard]] std::string notice_html(const Notice& notice, Language language);

}  // namespace yidan::policy
