// The registry of indicators, and the notice of what follows from a figure.
#pragma once

#include <string>

#include "base/result.h"

namespace CLI {
class App;
}

namespace yidan::cli {

struct IndicatorOptions {
  std::string packs;
  std::string pool;
  std::string indicator;
  std::string on;
  std::string known;  // as it was known on this day
  std::string as;
  Language language = Language::zh;
};
int policy_indicators(const IndicatorOptions& options);
int policy_notice(const IndicatorOptions& options);

// Adds `indicators` and `notice` to `policy`. `packs` and `status` are used when one runs.
void add_indicators(CLI::App& policy, IndicatorOptions& options, const std::string& packs, Language language,
                    int& status);

}  // namespace yidan::cli
