// A new city as a folder of packs: sound at once, by the province's rules alone, and without a clause of any other
// city. What the city's own documents say is then written into it, file by file.
#pragma once

#include <optional>
#include <string>

#include "policy/policy.h"
#include "policy/source.h"

namespace yidan::policy {

struct NewCity {
  Region region;
  Text name;
  std::optional<Region> like;  // a city with files of its own: those that rest on the province alone are taken over
};

struct NewFolder {
  std::string name;  // "371600-binzhou"
  Source::Files files;
};

// `policy` is what `source` compiles to. The folder's README.md lists the files in which the city that it is like says
// something of its own. Errors: `conflict`: there is such a pack, or such a region; `invalid_value`: no city's region;
// `not_found`: no pack of its province, no city to be like.
[[nodiscard]] Result<NewFolder> new_city(const Source& source, const Policy& policy, const NewCity& city);

}  // namespace yidan::policy
