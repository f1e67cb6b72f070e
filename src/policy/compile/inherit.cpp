#include "policy/compile/inherit.h"

#include <algorithm>

namespace yidan::policy {
namespace {

const Pack* find_pack(const Packs& packs, std::string_view folder) {
  const auto found = std::ranges::find(packs.packs, folder, &Pack::folder);
  return found == packs.packs.end() ? nullptr : &*found;
}

// From the province down to the city; empty when the chain is broken.
std::vector<const Pack*> chain_of(const Packs& packs, const Pack& city, Problems& problems) {
  std::vector<const Pack*> chain{&city};
  while (!chain.back()->extends.empty()) {
    const Pack& child = *chain.back();
    const Pack* parent = find_pack(packs, child.extends);
    if (parent == nullptr) {
      problems.add(child.extends_at, "没有政策包“" + child.extends + "”可供继承：请写文件夹名",
                   "no pack '" + child.extends + "' to extend: name a folder of the packs");
      return {};
    }
    if (std::ranges::find(chain, parent) != chain.end()) {
      problems.add(child.extends_at, "继承成环：“" + child.folder + "”最终继承了自己",
                   "cyclic 'extends': '" + child.folder + "' extends itself by way of '" + parent->folder + "'");
      return {};
    }
    chain.push_back(parent);
  }
  std::ranges::reverse(chain);
  return chain;
}

std::string joined(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word;
  return list;
}

void check_uniform(const Parameter& upper, const Parameter& lower, Problems& problems) {
  if (!upper.uniform) return;
  const std::string by = upper.rows.empty() ? "" : joined(upper.rows.front().authority.clauses);
  problems.add(
      lower.at, "“" + lower.id + "”由上级统一规定（" + by + "），下级不得自行设定：请删除此文件",
      "'" + lower.id + "' is fixed uniformly by the province (" + by + "), a city may not set it: delete this file");
}

}  // namespace

std::vector<Effective> inherit(const Packs& packs, Problems& problems) {
  std::vector<Effective> pools;
  for (const Pack& pack : packs.packs) {
    const auto chain = chain_of(packs, pack, problems);
    if (chain.empty()) continue;
    const bool is_extended =
        std::ranges::any_of(packs.packs, [&](const Pack& other) { return other.extends == pack.folder; });
    if (is_extended) continue;
    Effective effective;
    effective.city = &pack;
    for (const Pack* each : chain) {
      effective.folders[each->folder] = each;
      for (const auto& [id, header] : each->benefits) effective.benefits[id] = &header;
      for (const auto& [id, parameter] : each->parameters) {
        const auto found = effective.parameters.find(id);
        if (found != effective.parameters.end()) check_uniform(*found->second, parameter, problems);
        effective.parameters[id] = &parameter;
      }
    }
    pools.push_back(std::move(effective));
  }
  return pools;
}

}  // namespace yidan::policy
