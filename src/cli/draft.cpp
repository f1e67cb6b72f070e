#include "cli/draft.h"

#include "cli/load.h"
#include "policy/find_pool.h"
#include "policy/load.h"

namespace yidan::cli {
namespace {

std::string folder_of_pool(const policy::Source& packs, const std::string& asked) {
  if (asked.empty()) return {};
  const auto policy = policy::load_policy(packs);
  if (!policy) return {};
  const auto pool = policy::find_pool(*policy, asked);
  return pool ? (*pool)->folder : std::string();
}

}  // namespace

std::optional<policy::Policy> load_with_draft(const std::string& packs, const std::string& draft,
                                              const std::string& pool, Language language) {
  auto source = read_packs(packs, language);
  if (!source || draft.empty()) return source ? compile(*source, language) : std::nullopt;
  const std::string folder = folder_of_pool(*source, pool);
  const auto with_draft = policy::read_draft(std::move(*source), draft, folder);
  if (with_draft) return compile(*with_draft, language);
  complain(with_draft.error(), language);
  return std::nullopt;
}

}  // namespace yidan::cli
