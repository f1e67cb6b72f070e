#include "policy/task.h"

#include <utility>

#include "policy/parse/parse_pack.h"

namespace yidan::policy {

Tasks read_tasks(const Source& source) {
  Problems ignored;
  return std::move(read_packs(source, ignored).tasks);
}

}  // namespace yidan::policy
