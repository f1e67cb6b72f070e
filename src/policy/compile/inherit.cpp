#include "policy/compile/inherit.h"

#include <algorithm>

#include "base/text.h"
#include "terms/nearest.h"

namespace yidan::policy {
namespace {

const Pack* find_pack(const Packs& packs, std::string_view folder) {
  const auto found = std::ranges::find(packs.packs, folder, &Pack::folder);
  return found == packs.packs.end() ? nullptr : &*found;
}

void report_unknown_pack(const Packs& packs, const Pack& child, Problems& problems) {
  std::vector<std::string_view> folders;
  folders.reserve(packs.packs.size());
  for (const Pack& pack : packs.packs) folders.push_back(pack.folder);
  const Text meant = did_you_mean(child.extends, folders, {"：请写政策包的文件夹名", ": name a folder of the packs"});
  problems.add(child.extends_at, "没有政策包“" + child.extends + "”可供继承" + meant.zh,
               "no pack '" + child.extends + "' to extend" + meant.en);
}

// A cycle is reported once: in the first of its packs by name.
void report_cycle(const std::vector<const Pack*>& cycle, Problems& problems) {
  const Pack& first = *cycle.front();
  std::string way;
  for (const Pack* pack : cycle) {
    if (pack->folder < first.folder) return;
    way += pack->folder + " → ";
  }
  way += first.folder;
  if (cycle.size() == 1) {
    problems.add(first.extends_at, "“" + first.folder + "”继承了自己：请写上级政策包的文件夹名",
                 "'" + first.folder + "' extends itself: name the folder of the pack above it");
    return;
  }
  problems.add(first.extends_at, "继承成环（" + way + "）：请删去或改正其中一个 extends",
               "cyclic 'extends' (" + way + "): delete or correct one of them");
}

// What a city extends is no pool; a city is one also where a county of it has decisions of its own.
bool is_above_cities(const Packs& packs, const Pack& pack) {
  return std::ranges::any_of(packs.packs, [&](const Pack& each) {
    const bool is_county = pack.region.known() && each.region.is_county() && pack.region.city() == each.region.city();
    return each.extends == pack.folder && !is_county;
  });
}

// From the province down to the city; empty when the chain is broken or one of its packs could not be read.
std::vector<const Pack*> chain_of(const Packs& packs, const Pack& city, Problems& problems) {
  std::vector<const Pack*> chain{&city};
  while (!chain.back()->extends.empty()) {
    const Pack* parent = find_pack(packs, chain.back()->extends);
    if (parent == nullptr) {
      report_unknown_pack(packs, *chain.back(), problems);
      return {};
    }
    if (parent == &city) report_cycle(chain, problems);
    if (std::ranges::find(chain, parent) != chain.end()) return {};
    chain.push_back(parent);
  }
  if (std::ranges::any_of(chain, &Pack::damaged)) return {};
  std::ranges::reverse(chain);
  return chain;
}

void report_uniform(const Parameter& upper, const Parameter& lower, Problems& problems) {
  const std::string by = upper.rows.empty() ? "" : joined(upper.rows.front().authority.clauses, ", ");
  problems.add(
      lower.at, "“" + lower.id + "”由上级统一规定（" + by + "），下级不得自行设定：请删除此文件",
      "'" + lower.id + "' is fixed uniformly by the province (" + by + "), a city may not set it: delete this file");
}

bool is_keyed_alike(const Parameter& one, const Parameter& other) {
  return one.damaged || other.damaged || (one.by == other.by && one.unit == other.unit);
}

// What takes the place of rows is keyed as they are.
void check_uniform(const Effective& effective, const std::string& id, const Parameter& uniform, Problems& problems) {
  const Parameter& own = *effective.parameters.find(id)->second;
  if (is_keyed_alike(uniform, own)) return;
  const std::string where = to_text(uniform.at);
  problems.add(
      own.at, "上级统一规定（" + where + "）取代本文件，二者的 by 和 unit 须相同",
      "what is fixed uniformly (" + where + ") takes the place of this file: they have the same 'by' and 'unit'");
}

// What changes rows for a time is keyed as they are.
void check_changes(const Effective& effective, const std::string& id, const std::vector<const Parameter*>& changes,
                   Problems& problems) {
  const auto changed = effective.parameters.find(id);
  for (const Parameter* change : changes) {
    if (changed == effective.parameters.end()) {
      problems.add(change->at, "没有“" + id + "”可供临时调整：请改正文件名，或补上该文件",
                   "there is no '" + id + "' to change for a time: correct the file's name, or add that file");
    } else if (!is_keyed_alike(*change, *changed->second)) {
      const std::string where = to_text(changed->second->at);
      problems.add(change->at, "临时调整与其所调整的文件（" + where + "）的 by 和 unit 须相同",
                   "a temporary change has the 'by' and the 'unit' of the file that it changes (" + where + ")");
    }
  }
}

Effective effective_of(const std::vector<const Pack*>& chain, Problems& problems) {
  Effective effective;
  effective.city = chain.back();
  for (const Pack* each : chain) {
    effective.folders[each->folder] = each;
    for (const auto& [id, header] : each->benefits) effective.benefits[id] = &header;
    for (const auto& [id, parameter] : each->parameters) {
      const auto found = effective.parameters.find(changed_by(id));
      if (found != effective.parameters.end() && found->second->uniform) {
        if (each->yields.empty() || is_temporary(parameter)) {
          report_uniform(*found->second, parameter, problems);
        } else {
          effective.uniform[id] = found->second;
        }
      }
      if (is_temporary(parameter)) {
        effective.temporary[std::string(changed_by(id))].push_back(&parameter);
      } else {
        effective.parameters[id] = &parameter;
      }
    }
  }
  for (const auto& [id, changes] : effective.temporary) check_changes(effective, id, changes, problems);
  for (const auto& [id, uniform] : effective.uniform) check_uniform(effective, id, *uniform, problems);
  return effective;
}

}  // namespace

std::vector<Effective> inherit(const Packs& packs, Problems& problems) {
  std::vector<std::vector<const Pack*>> chains;
  chains.reserve(packs.packs.size());
  for (const Pack& pack : packs.packs) chains.push_back(chain_of(packs, pack, problems));
  const bool broken = std::ranges::any_of(chains, &std::vector<const Pack*>::empty);
  std::vector<Effective> pools;
  for (const auto& chain : chains) {
    if (chain.empty()) continue;
    const Pack& city = *chain.back();
    // What nothing extends is a city; where a chain is broken, it may be the province that was meant.
    if (broken && city.extends.empty()) continue;
    if (is_above_cities(packs, city)) continue;
    pools.push_back(effective_of(chain, problems));
  }
  return pools;
}

}  // namespace yidan::policy
