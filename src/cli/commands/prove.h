// Proofs of a pool for every person, situation, counter and amount.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace CLI {
class App;
}

namespace yidan::cli {

struct ProveOptions {
  std::string packs;
  std::string what;  // a pool, or a folder of packs or of one pack
  std::string on;
  std::string from;
  std::string to;
  std::vector<std::string> properties;
  std::string than;   // a day, or a folder of packs
  std::string cases;  // a folder into which the cases that show a refutation are written
  std::string as;
  Language language = Language::zh;
};
// 0 everything is proved, 1 something is refuted or unknown, 2 the command line or the packs are wrong.
int prove(const ProveOptions& options);

// Adds `prove`. `packs` and `status` are used when it runs.
void add_prove(CLI::App& app, ProveOptions& options, const std::string& packs, Language language, int& status);

}  // namespace yidan::cli
