#include "service/context.h"

#include "facts/person_number.h"
#include "operations/perform.h"
#include "policy/find_pool.h"
#include "service/route.h"

namespace yidan::service {

operations::Caller Context::caller(const Asked& asked) const {
  operations::Caller caller(desk, asked.rights ? asked.rights->user : std::string());
  caller.today = today();
  caller.rights = asked.rights;
  caller.trail = asked.trail;
  return caller;
}

Result<void> Context::desk_is_current() {
  constexpr Instant second = 1'000'000;
  const Instant now = clock();
  Instant last = read_again;
  if (now - last < second || !read_again.compare_exchange_strong(last, now)) return {};
  return desk.refresh();
}

Result<const policy::Pool*> pool_of(const Context& context, const Asked& asked) {
  auto found = policy::find_pool(context.policy, asked.value("pool"));
  if (!found) found.error().where = asked.route->path.contains("{pool}") ? "path.pool" : "query.pool";
  return found;
}

Result<std::string> person_of(const Asked& asked) {
  auto person = read_person_number(asked.value("person"));
  if (!person) person.error().where = "path.person";
  return person;
}

http::Answer json_answer(const Context& context, std::string text) {
  if (context.desk.is_ungated()) operations::mark_ungated(text);
  return {.body = std::move(text)};
}

}  // namespace yidan::service
