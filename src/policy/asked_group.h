// A category of persons, or a group of categories that the packs of a pool name, as people ask for it.
#pragma once

#include <string>

#include "base/result.h"
#include "policy/policy.h"
#include "policy/source.h"
#include "terms/terms.h"

namespace yidan::policy {

struct AskedGroup {
  std::string name;  // "minimum-living", "low-income"; empty: nobody in particular
  Text title;
  WordSet<Identity> members;
};

// By the code of a category or the name of a group, or as it is called ("低保对象", "困难群众"). Errors: `not_found`,
// with all that may be written.
[[nodiscard]] Result<AskedGroup> group_named(const Source& packs, const Pool& pool, const std::string& written);

// "低保边缘家庭成员、防止返贫监测帮扶对象".
[[nodiscard]] std::string names_of(const WordSet<Identity>& members, Language language);

}  // namespace yidan::policy
