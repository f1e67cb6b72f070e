// The rules about people: every table of `PeopleRules`, and what is wrong between them.
#pragma once

#include "policy/compile/table_builder.h"

namespace yidan::policy {

void compile_people(TableBuilder& builder, const Effective& effective, Pool& pool, Problems& problems);

}  // namespace yidan::policy
