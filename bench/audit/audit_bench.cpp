// How long does it take to hold all pools against every bound, on a day? The limit is compiling the packs, which comes
// before.

#include "audit/audit.h"
#include "bench/harness.h"
#include "testing/packs.h"
#include "testing/values.h"

int main() {
  using namespace yidan;  // NOLINT
  const policy::Policy& packs = testing::shipped_policy();
  const Date on = testing::day("2024-01-01");
  std::size_t findings = 0;
  const auto audit_all = [&] {
    findings = 0;
    for (const policy::Pool& pool : packs.pools) findings += audit::audit(packs, pool, on).findings.size();
    bench::require(findings > packs.bounds.rows.size(), "an audit finds something of every bound");
  };
  audit_all();
  bench::compare("audit of all pools, findings per second", static_cast<double>(findings),
                 {{"compiling the packs", [] { (void)testing::packs_in(YIDAN_SOURCE_DIR "/packs"); }},
                  {"every bound, one day", audit_all}});
  return 0;
}
