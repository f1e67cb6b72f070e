// Who may decide a value, for people and for programs.
#pragma once

#include <string>
#include <vector>

#include "policy/asked_group.h"
#include "policy/competence.h"
#include "policy/policy.h"

namespace yidan::policy {

// What was asked: of whom, where, when.
struct WhoQuestion {
  const Pool& pool;
  std::string parameter;
  Date on;
  AskedGroup group;  // without members: nobody in particular
};

[[nodiscard]] std::string who_text(const std::vector<const Competence*>& rows, const WhoQuestion& asked,
                                   Language language);
[[nodiscard]] std::string who_json(const std::vector<const Competence*>& rows, const WhoQuestion& asked);

}  // namespace yidan::policy
