// The audit of pools against the bounds of the list.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace CLI {
class App;
}

namespace yidan::cli {

struct AuditOptions {
  std::string packs;
  std::string pool;
  bool all = false;
  std::string on;
  std::string draft;               // a folder whose files are laid over the packs
  std::vector<std::string> bills;  // files of bills, a case a line
  std::string db;                  // or the books that have them
  std::string as;
  Language language = Language::zh;
};
// 0 no hard bound is broken, 1 one is, 2 the command line or the packs are wrong.
int policy_audit(const AuditOptions& options);

// Adds `audit` to `policy`. `packs` and `status` are used when it runs.
void add_audit(CLI::App& policy, AuditOptions& options, const std::string& packs, Language language, int& status);

}  // namespace yidan::cli
