#include "operations/experience.h"

#include <algorithm>

#include "base/json_canonical.h"
#include "books/stored_bill.h"
#include "exchange/settled_bills.h"
#include "operations/permission.h"
#include "terms/terms.h"

namespace yidan::operations {
namespace {

Error damaged(const store::Subject& subject) {
  const std::string pool = std::to_string(subject.pool);
  return {ErrorCode::damaged,
          {"账册（" + pool + "）的结算单不成套：请运行 yidan verify",
           "the bills of the books (" + pool + ") do not belong together: run yidan verify"},
          {}};
}

Result<void> add_bills(const store::SubjectContents& contents, const policy::Pool& pool,
                       audit::Experience& experience) {
  const auto bills = books::stored_bills(contents.rows, contents.events);
  if (!bills) return std::unexpected(damaged(contents.subject));
  for (const books::BillVersion& bill : *bills) {
    if (bill.status != code(BillStatus::settled)) continue;
    json::Document document;
    const auto parsed = document.parse(bill.text);
    const json::Value* of_contract = parsed ? json::find(**parsed, "bill") : nullptr;
    if (of_contract == nullptr) return std::unexpected(damaged(contents.subject));
    exchange::add_bill(*of_contract, pool, experience);
  }
  return {};
}

}  // namespace

Result<std::vector<audit::Experience>> experience_of(const Caller& caller, std::span<const policy::Pool* const> pools,
                                                     const GoOn& go_on) {
  for (const policy::Pool* pool : pools) {
    if (auto allowed = may(caller, Deed::see_registers, {.pool = pool->region.code()}); !allowed) {
      return std::unexpected(std::move(allowed.error()));
    }
  }
  std::vector<audit::Experience> experiences(pools.size());
  std::int64_t persons = 0;
  const auto walked = caller.desk.store().each_subject([&](const store::SubjectContents& contents) -> Result<void> {
    if (contents.subject.kind != store::kPerson) return {};
    constexpr std::int64_t now_and_then = 256;
    if (++persons % now_and_then == 0) {
      if (auto may_go_on = go_on(persons); !may_go_on) return may_go_on;
    }
    const auto of_pool = [&](const policy::Pool* each) { return each->region.code() == contents.subject.pool; };
    const auto pool = std::ranges::find_if(pools, of_pool);
    if (pool == pools.end()) return {};
    return add_bills(contents, **pool, experiences[static_cast<std::size_t>(pool - pools.begin())]);
  });
  if (!walked) return std::unexpected(walked.error());
  return experiences;
}

}  // namespace yidan::operations
