// What the handlers of all routes work with.
#pragma once

#include <atomic>
#include <functional>
#include <string>

#include "calendar/instant.h"
#include "operations/caller.h"
#include "policy/policy.h"
#include "service/asked.h"
#include "service/jobs/runner.h"
#include "service/metrics.h"
#include "service/sessions.h"
#include "service/throttle.h"
#include "service/trail_writer.h"

namespace yidan::service {

struct Context {
  operations::Desk& desk;
  const policy::Policy& policy;
  std::function<Instant()> clock;
  Metrics metrics{};
  Sessions sessions{desk};
  Throttle throttle{};
  TrailWriter trail{desk, clock};
  JobRunner jobs{desk, clock};
  std::atomic<Instant> read_again{0};  // when what was put into force was last read

  [[nodiscard]] Date today() const { return beijing_day(clock()); }
  [[nodiscard]] operations::Caller caller(const Asked& asked) const;
  // Sees to it that what another program put into force counts here too, a second later at most. Errors: those of the
  // store.
  [[nodiscard]] Result<void> desk_is_current();
};

// The pool of the path or the query. Errors: `not_found`.
[[nodiscard]] Result<const policy::Pool*> pool_of(const Context& context, const Asked& asked);
// The person of the path, in the one spelling of the number. Errors: those of the number.
[[nodiscard]] Result<std::string> person_of(const Asked& asked);

// JSON; said of books without a gate that they have none.
[[nodiscard]] http::Answer json_answer(const Context& context, std::string text);

}  // namespace yidan::service
