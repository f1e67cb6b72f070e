#include "operations/experience.h"

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

}  // namespace

Result<audit::Experience> experience_of(const Caller& caller, const policy::Pool& pool) {
  if (auto allowed = may(caller, Deed::see_registers, {.pool = pool.region.code()}); !allowed) {
    return std::unexpected(std::move(allowed.error()));
  }
  audit::Experience experience;
  const auto walked = caller.desk.store().each_subject([&](const store::SubjectContents& contents) -> Result<void> {
    if (contents.subject.pool != pool.region.code() || contents.subject.kind != store::kPerson) return {};
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
  });
  if (!walked) return std::unexpected(walked.error());
  return experience;
}

}  // namespace yidan::operations
