#include "operations/draft.h"

#include "operations/decision_refusal.h"
#include "policy/load.h"

namespace yidan::operations {
namespace {

Error does_not_compile(const std::vector<policy::Problem>& problems) {
  const std::string count = std::to_string(problems.size());
  return refused(
      ErrorCode::invalid_value, "草案不能编译（共 " + count + " 处）：" + to_text(problems.front(), Language::zh),
      "the draft does not compile (" + count + " problems): " + to_text(problems.front(), Language::en), "$.draft");
}

}  // namespace

policy::Source laid_over(policy::Source packs, const decisions::DraftFiles& draft) {
  for (const auto& [path, text] : draft) {
    packs.files[path] = text;
    packs.labels[path] = "draft/" + path;
  }
  return packs;
}

Result<policy::Policy> compiled(const policy::Source& packs) {
  auto loaded = policy::load_policy(packs);
  if (loaded) return std::move(*loaded);
  return std::unexpected(does_not_compile(loaded.error()));
}

}  // namespace yidan::operations
