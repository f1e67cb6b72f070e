#include "testing/packs.h"

#include <cstdlib>
#include <stdexcept>
#include <string>
#include <utility>

#include "policy/load.h"
#include "testing/files.h"

namespace yidan::testing {

std::expected<policy::Policy, std::vector<policy::Problem>> packs_in(const std::filesystem::path& folder) {
  return policy::load_policy(folder);
}

std::filesystem::path packs_folder() {
  const char* named = std::getenv("YIDAN_PACKS");
  return named == nullptr || *named == '\0' ? in_repository("packs") : std::filesystem::path(named);
}

const policy::Source& shipped_packs() {
  static const policy::Source packs = policy::read_folder(packs_folder()).value();
  return packs;
}

const policy::Policy& shipped_policy() {
  static const policy::Policy policy = [] {
    auto loaded = policy::load_policy(shipped_packs());
    if (!loaded) throw std::runtime_error(to_text(loaded.error().front(), Language::en));
    return std::move(*loaded);
  }();
  return policy;
}

const policy::Pool& shipped_pool(std::int32_t region) {
  const policy::Pool* pool = shipped_policy().find(Region(region));
  if (pool == nullptr) throw std::out_of_range("no pack of " + std::to_string(region));
  return *pool;
}

}  // namespace yidan::testing
