#include "operations/numbers.h"

#include "exchange/display.h"

namespace yidan::operations {
namespace {

constexpr std::size_t kLongestReason = 200;

Error no_such_pseudonym() {
  return {ErrorCode::not_found, {"没有此化名的人员", "nobody has this pseudonym"}, "$.person"};
}

}  // namespace

std::string shown_to(const Caller& caller, std::string text) {
  if (!caller.rights || caller.rights->roles.intersects(traits(Deed::see_numbers).roles)) return text;
  return exchange::masked_within(text);
}

Result<Revealed> reveal(const Caller& caller, std::string_view pseudonym, const std::string& reason) {
  if (auto allowed = may(caller, Deed::reveal_number, {.is_of_pool = false}); !allowed) {
    return std::unexpected(std::move(allowed.error()));
  }
  if (reason.find_first_not_of(" \t\r\n") == std::string::npos || reason.size() > kLongestReason) {
    return std::unexpected(Error{ErrorCode::missing,
                                 {"请写明查看证件号码的理由（至多 200 字节），将记入审计轨迹",
                                  "say why the number is needed (200 bytes at most): it is noted in the trail"},
                                 "$.reason"});
  }
  const auto subject = caller.desk.store().subject_of(pseudonym);
  if (!subject) return std::unexpected(subject.error());
  if (!*subject || (*subject)->kind != store::kPerson) return std::unexpected(no_such_pseudonym());
  const Whom whom{.pool = (*subject)->pool, .person = (*subject)->id, .reason = reason};
  if (auto allowed = may(caller, Deed::reveal_number, whom); !allowed) {
    // Whose it is must not be learnt from how it is refused.
    if (allowed.error().code == ErrorCode::forbidden) return std::unexpected(no_such_pseudonym());
    return std::unexpected(std::move(allowed.error()));
  }
  return Revealed{(*subject)->pool, (*subject)->id};
}

}  // namespace yidan::operations
