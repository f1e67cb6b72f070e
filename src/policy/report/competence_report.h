// Who may decide a value, for people and for programs.
#pragma once

#include <string>
#include <vector>

#include "policy/competence.h"
#include "policy/policy.h"

namespace yidan::policy {

[[nodiscard]] std::string who_text(const std::vector<const Competence*>& rows, const Pool& pool,
                                   const std::string& parameter, Date day, Language language);
[[nodiscard]] std::string who_json(const std::vector<const Competence*>& rows, const Pool& pool,
                                   const std::string& parameter, Date day);

}  // namespace yidan::policy
