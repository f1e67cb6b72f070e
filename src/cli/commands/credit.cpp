#include "batch/summary.h"
#include "cli/commands/batch_options.h"
#include "cli/load.h"
#include "cli/terminal.h"

namespace yidan::cli {

int credit(const CreditOptions& options) {
  const auto month = parse_month(options.month);
  if (!month) {
    complain(month.error().message, options.language);
    return kWrongUse;
  }
  const auto policy = load(options.packs, options.language);
  const policy::Pool* pool = policy ? find_pool(*policy, options.pool, options.language) : nullptr;
  if (pool == nullptr) return kWrongUse;
  batch::CreditJob job(*pool, *month);
  return run_batch(options, job,
                   {[&job](const batch::Counts& counts) { return summary_json(job, counts); },
                    [&](const batch::Counts& counts) { return summary_text(job, counts, options.language); }});
}

}  // namespace yidan::cli
