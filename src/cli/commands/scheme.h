// What a name of a scheme means on a day.
#pragma once

#include <string>

#include "base/result.h"

namespace CLI {
class App;
}

namespace yidan::cli {

struct SchemeOptions {
  std::string packs;
  std::string name;
  std::string pool;
  std::string on;
  std::string as;
  Language language = Language::zh;
};
int policy_scheme(const SchemeOptions& options);

// Adds `scheme` to `policy`. `packs` and `status` are used when it runs.
void add_scheme(CLI::App& policy, SchemeOptions& options, const std::string& packs, Language language, int& status);

}  // namespace yidan::cli
