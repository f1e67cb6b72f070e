#include "access/rights.h"

#include <algorithm>
#include <optional>

namespace yidan::access {
namespace {

Error refused_to(const Rights& rights, Deed deed, const Text& why) {
  const Word& asked = word(deed);
  return {ErrorCode::forbidden,
          {"用户“" + rights.user + "”无权" + std::string(asked.zh) + "：" + why.zh,
           "the user '" + rights.user + "' may not " + std::string(asked.en) + ": " + why.en},
          {}};
}

std::string roles_that_may(Deed deed, Language language) {
  std::string list;
  for (std::size_t i = 0; i < count_of<Role>; ++i) {
    const auto role = static_cast<Role>(i);
    if (!traits(deed).roles.contains(role)) continue;
    const Word& name = word(role);
    list += (list.empty()               ? ""
             : language == Language::zh ? "、"
                                        : ", ") +
            std::string(language == Language::zh ? name.zh : name.en);
  }
  return list;
}

bool is_in_pools(const Rights& rights, const Target& target) {
  if (!target.is_of_pool || rights.pools.empty()) return true;
  return std::ranges::find(rights.pools, target.pool) != rights.pools.end();
}

// What the role lacks for this target; absent when nothing.
std::optional<Text> lacks(const Rights& rights, Role role, Deed deed, const Target& target) {
  if (role == Role::institution && traits(deed).is_by_providers && target.provider != rights.provider) {
    return Text{"医药机构只能办理本机构的事项（" + rights.provider + "）",
                "an institution acts for itself alone (" + rights.provider + ")"};
  }
  if (role == Role::citizen && traits(deed).is_to_persons && target.person != rights.person) {
    return Text{"参保人只能查看本人", "a citizen sees themself alone"};
  }
  return std::nullopt;
}

}  // namespace

Result<void> may(const Rights& rights, Deed deed, const Target& target) {
  std::optional<Text> why;
  for (std::size_t i = 0; i < count_of<Role>; ++i) {
    const auto role = static_cast<Role>(i);
    if (!rights.roles.contains(role) || !traits(deed).roles.contains(role)) continue;
    if (!is_in_pools(rights, target)) {
      why = target.pool == 0 ? Text{"须指明统筹区", "a pool of the user's must be named"}
                             : Text{"不属本人的统筹区", "the pool is not the user's"};
      continue;
    }
    why = lacks(rights, role, deed, target);
    if (!why) return {};
  }
  if (why) return std::unexpected(refused_to(rights, deed, *why));
  return std::unexpected(refused_to(rights, deed,
                                    {"须有岗位 " + roles_that_may(deed, Language::zh),
                                     "it takes the role of " + roles_that_may(deed, Language::en)}));
}

Result<void> check_rights(const Rights& rights) {
  const auto fault = [](ErrorCode code, std::string zh, std::string en) {
    return std::unexpected(Error{code, {std::move(zh), std::move(en)}, {}});
  };
  if (rights.roles.empty()) return fault(ErrorCode::missing, "用户没有岗位", "the user has no role");
  if (rights.roles.contains(Role::institution) == rights.provider.empty()) {
    return fault(ErrorCode::contradiction, "医药机构的用户须有机构编号，其他用户没有",
                 "a user of an institution has the institution's number, others have none");
  }
  if (rights.roles.contains(Role::citizen) == rights.person.empty()) {
    return fault(ErrorCode::contradiction, "参保人用户须有人员编号，其他用户没有",
                 "a citizen has a person's number, others have none");
  }
  const bool is_outside = rights.roles.contains(Role::institution) || rights.roles.contains(Role::citizen);
  const bool is_alone =
      rights.roles == WordSet<Role>{Role::institution} || rights.roles == WordSet<Role>{Role::citizen};
  if (is_outside && !is_alone) {
    return fault(ErrorCode::contradiction, "医药机构或参保人的用户没有其他岗位",
                 "a user of an institution, and a citizen, have no other role");
  }
  if (is_outside && rights.pools.empty()) {
    return fault(ErrorCode::missing, "医药机构和参保人的用户须有统筹区", "an institution and a citizen are of a pool");
  }
  if (rights.roles.contains(Role::citizen) && rights.pools.size() > 1) {
    return fault(ErrorCode::contradiction, "参保人的用户只有一个统筹区", "a citizen is of one pool");
  }
  return {};
}

}  // namespace yidan::access
