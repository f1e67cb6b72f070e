// Who may do what to whom: the one place where it is decided.
//
// A user has roles and a scope. A deed is allowed when one of the roles may do it (terms/access.h) and its target lies
// within the scope; everything else is refused. The rule of each role about targets stands here: an institution does
// what it does for itself, a citizen sees themself alone.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "terms/access.h"

namespace yidan::access {

struct Rights {
  std::string user;
  WordSet<Role> roles{};
  std::vector<std::int32_t> pools{};  // empty: all
  std::string provider{};             // of an institution, its number
  std::string person{};               // of a citizen, their number

  bool operator==(const Rights&) const = default;
};

// To what a deed is done; what does not apply is empty.
struct Target {
  std::int32_t pool = 0;   // 0: of no pool, or of all at once
  bool is_of_pool = true;  // false: what belongs to no pool, such as the policy
  std::string provider{};
  std::string person{};
};

// Errors: `forbidden`, which names the user, the deed and what is missing: the role, the pool, the institution, the
// person.
[[nodiscard]] Result<void> may(const Rights& rights, Deed deed, const Target& target);

// Whether a user is described as one can be: an institution has a number, a citizen is a person of one pool, and
// neither is anything else.
// Errors: `missing`, `contradiction`.
[[nodiscard]] Result<void> check_rights(const Rights& rights);

}  // namespace yidan::access
