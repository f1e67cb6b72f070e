// Reads `tasks/*.yaml`: what documents want done, by whom and by when.
#pragma once

#include "policy/parse/reader.h"
#include "policy/task.h"

namespace yidan::policy {

// Appends the tasks of a file, which are those of its pack's region. A task without a clause, or with an id that the
// region has already, is a problem.
void read_task_file(const YamlNode& root, const FileContext& context, Region region, Tasks& tasks);

}  // namespace yidan::policy
