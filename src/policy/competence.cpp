#include "policy/competence.h"

#include <algorithm>

#include "policy/parse/parse_pack.h"
#include "policy/procedure.h"

namespace yidan::policy {

Competences read_competences(const Source& source) {
  Problems ignored;
  return std::move(read_packs(source, ignored).competences);
}

std::vector<const Competence*> competences_for(const Competences& all, const std::string& parameter, Region region,
                                               Date day, const WordSet<Identity>& group) {
  std::vector<const Competence*> found;
  for (const Competence& each : all) {
    const bool holds = each.region.covers(region) && each.period.contains(day) && names_parameter(each.of, parameter);
    if (holds && (group.empty() || !part_of(group, each).empty())) found.push_back(&each);
  }
  std::ranges::stable_sort(found, {}, [](const Competence* each) { return each->region.code() % 10000 != 0; });
  return found;
}

WordSet<Identity> part_of(const WordSet<Identity>& group, const Competence& row) {
  WordSet<Identity> part;
  for (std::size_t i = 0; i < count_of<Identity>; ++i) {
    const auto identity = static_cast<Identity>(i);
    if (group.contains(identity) && row.where.contains(Dimension::identity, i)) part.insert(identity);
  }
  return part;
}

}  // namespace yidan::policy
