#include "policy/load.h"

#include "policy/compile/arrange_figures.h"
#include "policy/compile/compile.h"
#include "policy/parse/parse_pack.h"

namespace yidan::policy {

std::expected<Policy, std::vector<Problem>> load_policy(const Source& source, Judging judging,
                                                        std::optional<Date> known) {
  Problems problems;
  Packs packs = read_packs(source, problems, judging);
  arrange_figures(packs, known, judging, problems);
  Policy policy = compile(std::move(packs), problems, judging);
  if (!problems.empty()) return std::unexpected(problems.sorted());
  return policy;
}

std::expected<Policy, std::vector<Problem>> load_policy(const std::filesystem::path& root) {
  auto source = read_folder(root);
  if (!source) return std::unexpected(std::vector{std::move(source.error())});
  return load_policy(*source);
}

}  // namespace yidan::policy
