#include "policy/find_pool.h"

#include <algorithm>
#include <string>
#include <vector>

#include "terms/nearest.h"

namespace yidan::policy {
namespace {

constexpr std::string_view kCity = "市";

// Every name by which a pool is known.
std::vector<std::string> names_of(const Pool& pool) {
  std::vector<std::string> names{to_text(pool.region), pool.folder, pool.name.zh, pool.name.en};
  if (pool.name.zh.ends_with(kCity)) {
    names.push_back(pool.name.zh.substr(0, pool.name.zh.size() - kCity.size()));
  } else {
    names.push_back(pool.name.zh + std::string(kCity));
  }
  return names;
}

}  // namespace

Result<const Pool*> find_pool(const Policy& policy, std::string_view named) {
  Text known;
  std::vector<std::string> names;
  for (const Pool& pool : policy.pools) {
    const auto of_pool = names_of(pool);
    if (std::ranges::find(of_pool, named) != of_pool.end()) return &pool;
    known.zh += " " + to_text(pool.region) + " " + pool.name.zh;
    known.en += " " + to_text(pool.region) + " " + pool.name.en;
    names.insert(names.end(), of_pool.begin(), of_pool.end());
  }
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  const Text meant = did_you_mean(named, candidates);
  const std::string asked(named);
  return std::unexpected(Error{ErrorCode::not_found,
                               {"没有统筹区“" + asked + "”" + meant.zh + "（可用：" + known.zh + "）",
                                "no pool '" + asked + "'" + meant.en + " (there are:" + known.en + ")"},
                               {}});
}

}  // namespace yidan::policy
