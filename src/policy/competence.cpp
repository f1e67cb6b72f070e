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
                                               Date day, std::optional<Identity> identity) {
  std::vector<const Competence*> found;
  for (const Competence& each : all) {
    const bool holds = each.region.covers(region) && each.period.contains(day) && names_parameter(each.of, parameter);
    const bool of_the_group =
        !identity || each.where.contains(Dimension::identity, static_cast<std::size_t>(*identity));
    if (holds && of_the_group) found.push_back(&each);
  }
  std::ranges::stable_sort(found, {}, [](const Competence* each) { return each->region.code() % 10000 != 0; });
  return found;
}

}  // namespace yidan::policy
