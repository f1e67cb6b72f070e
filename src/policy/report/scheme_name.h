// What a name of a scheme means in a pool on a day: the scheme, and whether the name is the canonical one.
#pragma once

#include <string>

#include "policy/policy.h"

namespace yidan::policy {

struct SchemeName {
  enum class Kind : unsigned char { canonical, alias, former };
  Kind kind = Kind::canonical;
  std::string name;
  std::string scheme;               // "large-amount"
  const Rule* canonical = nullptr;  // of the day; null: none
  const Rule* rule = nullptr;       // of the name that was asked for
  Date until = Date::never();       // the first day on which the name no longer holds, over all rows that follow
};

// Errors: `invalid_value`: no scheme is called so, with the name that was probably meant.
[[nodiscard]] Result<SchemeName> find_scheme(const Pool& pool, const std::string& name, Date day);

// For people: the scheme, until when an alias may be used, what to write in the place of a former name.
[[nodiscard]] std::string describe(const SchemeName& found, const Pool& pool, Date day, Language language);
// The same for programs.
[[nodiscard]] std::string scheme_json(const SchemeName& found, const Pool& pool, Date day);

}  // namespace yidan::policy
