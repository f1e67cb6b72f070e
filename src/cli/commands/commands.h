// The commands of the program. Each takes its options ready-made, does its work, and returns the exit status; reading
// the command line is main's.
#pragma once

#include <string>
#include <vector>

#include "exchange/session.h"

namespace yidan::cli {

struct SettleOptions {
  std::string packs;
  std::vector<std::string> files;  // "-" is standard input; none: standard input
  bool jsonl = false;
  bool pretty = false;
  std::string as;     // "", "json", "text"
  std::string steps;  // "full", "ids", "none"
  Language language = Language::zh;
};
int settle(const SettleOptions& options);

struct PolicyOptions {
  std::string packs;
  std::string pool;
  std::string on;
  std::string until;  // the second day of a diff
  std::string as;
  Language language = Language::zh;
};
int policy_check(const PolicyOptions& options);
int policy_show(const PolicyOptions& options);
int policy_clauses(const PolicyOptions& options);
int policy_diff(const PolicyOptions& options);

}  // namespace yidan::cli
