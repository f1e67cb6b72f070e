// A city's pack over the province's: the files that hold in a pool after `extends` is followed.
#pragma once

#include <vector>

#include "policy/parse/parse_pack.h"

namespace yidan::policy {

// The files of one pool. A file of the city replaces the file of the same path, whole; what changes a file for a time
// changes the one that holds in the pool, whichever pack wrote either.
struct Effective {
  const Pack* city = nullptr;
  std::map<std::string, const Parameter*, std::less<>> parameters;
  std::map<std::string, std::vector<const Parameter*>, std::less<>> temporary;  // by what they change
  // What is fixed from above for all cities, of which the city has rows of its own that give way to it.
  std::map<std::string, const Parameter*, std::less<>> uniform;
  std::map<std::string, const BenefitHeader*, std::less<>> benefits;
  std::map<std::string, const Pack*, std::less<>> folders;  // by name: status of each pack
};

// One `Effective` per city, and per county that extends its city. Problems: cycles, unknown packs, uniform values
// written by a city.
[[nodiscard]] std::vector<Effective> inherit(const Packs& packs, Problems& problems);

}  // namespace yidan::policy
