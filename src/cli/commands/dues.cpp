#include "batch/summary.h"
#include "cli/commands/batch_options.h"
#include "cli/load.h"
#include "cli/terminal.h"

namespace yidan::cli {

int dues(const DuesOptions& options) {
  const auto year = parse_year(options.year);
  if (!year) {
    complain(year.error().message, options.language);
    return kWrongUse;
  }
  const auto on = options.on.empty() ? Month::of(*year, 12).last_day() : parse_date(options.on);
  if (!on) {
    complain(on.error().message, options.language);
    return kWrongUse;
  }
  const auto policy = load(options.packs, options.language);
  const policy::Pool* pool = policy ? find_pool(*policy, options.pool, options.language) : nullptr;
  if (pool == nullptr) return kWrongUse;
  batch::DuesJob job(*pool, *year, *on);
  return run_batch(options, job,
                   {[&job](const batch::Counts& counts) { return summary_json(job, counts); },
                    [&](const batch::Counts& counts) { return summary_text(job, counts, options.language); }});
}

}  // namespace yidan::cli
