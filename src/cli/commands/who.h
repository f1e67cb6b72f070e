// Who may decide a value.
#pragma once

#include <string>

#include "base/result.h"

namespace CLI {
class App;
}

namespace yidan::cli {

struct WhoOptions {
  std::string packs;
  std::string pool;
  std::string parameter;  // "assistance/ratio", or with a point
  std::string group;      // a category, or a group of the packs
  std::string on;
  std::string as;
  Language language = Language::zh;
};
int policy_who(const WhoOptions& options);

// Adds `who` to `policy`. `packs` and `status` are used when it runs.
void add_who(CLI::App& policy, WhoOptions& options, const std::string& packs, Language language, int& status);

}  // namespace yidan::cli
