// What a draft would cost the funds, and whom it would hit.
#pragma once

#include <string>

#include "base/result.h"

namespace CLI {
class App;
}

namespace yidan::cli {

struct CostOptions {
  std::string packs;
  std::string pool;
  std::string draft;
  std::string db;
  int year = 0;    // of the bills; 0: that of the day
  std::string on;  // of the balances
  std::string as;
  Language language = Language::zh;
};
int policy_cost(const CostOptions& options);

// Adds `cost` to `policy`. `packs` and `status` are used when it runs.
void add_cost(CLI::App& policy, CostOptions& options, const std::string& packs, Language language, int& status);

}  // namespace yidan::cli
