#include "policy/asked_group.h"

#include <algorithm>

#include "base/visible.h"
#include "policy/parse/parse_pack.h"
#include "terms/nearest.h"

namespace yidan::policy {
namespace {

// Every category, then every group of the folders of the pool.
std::vector<AskedGroup> groups_that_may_be_asked(const Source& source, const Pool& pool) {
  std::vector<AskedGroup> all;
  for (std::size_t i = 1; i < count_of<Identity>; ++i) {
    const auto identity = static_cast<Identity>(i);
    const Word& named = word(identity);
    all.push_back({std::string(named.code), {std::string(named.zh), std::string(named.en)}, {identity}});
  }
  Problems ignored;
  const Packs packs = read_packs(source, ignored);
  for (const auto& [name, group] : packs.groups) {
    if (std::ranges::find(pool.folders, group.folder) == pool.folders.end()) continue;
    all.push_back({name, group.term, group.members});
  }
  return all;
}

}  // namespace

Result<AskedGroup> group_named(const Source& packs, const Pool& pool, const std::string& written) {
  const auto all = groups_that_may_be_asked(packs, pool);
  std::vector<std::string_view> known;
  std::string names;
  for (const AskedGroup& each : all) {
    if (each.name == written || each.title.zh == written || each.title.en == written) return each;
    for (const std::string* name : {&each.name, &each.title.zh, &each.title.en}) known.emplace_back(*name);
    names += (names.empty() ? "" : ", ") + each.name;
  }
  const std::string quoted = shown(written);
  const Text meant = did_you_mean(written, known);
  return std::unexpected(Error{ErrorCode::not_found,
                               {"没有救助身份或人群“" + quoted + "”" + meant.zh + "（可用：" + names + "）",
                                "no category or group '" + quoted + "'" + meant.en + " (allowed: " + names + ")"},
                               {}});
}

std::string names_of(const WordSet<Identity>& members, Language language) {
  std::string list;
  for (std::size_t i = 0; i < count_of<Identity>; ++i) {
    const auto identity = static_cast<Identity>(i);
    if (!members.contains(identity)) continue;
    const Word& named = word(identity);
    if (!list.empty()) list += language == Language::zh ? "、" : ", ";
    list += language == Language::zh ? named.zh : named.en;
  }
  return list;
}

}  // namespace yidan::policy
