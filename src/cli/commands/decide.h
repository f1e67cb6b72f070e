// Decisions on the values of the packs: registering, filing, approving, putting into force, and how they stand.
#pragma once

#include <string>
#include <vector>

#include "cli/open_books.h"

namespace CLI {
class App;
}

namespace yidan::cli {

struct DecideOptions : BooksOptions {
  std::string pool;  // or a county's code: then the county decides
  std::string id;
  std::string kind = "adjustment";
  std::string title;
  std::vector<std::string> issuers;
  std::vector<std::string> parameters;
  std::string group;
  std::string issued;
  std::string from;
  std::string until;
  std::string document;
  std::vector<std::string> basis;  // "document=issuer"
  std::string direction;
  std::string draft;
  std::string number;
  std::string with;
  std::string filed;
  std::string answered;
  std::string result;
  std::string by;
  std::string asked;
  std::string approved;
  std::string on;
  std::string known;
  std::string key;
  std::string as;
};

struct DecideCommands {
  DecideOptions decide;
  DecideOptions file;
  DecideOptions approve;
  DecideOptions activate;
  DecideOptions withdraw;
  DecideOptions sheet;
  DecideOptions decisions;
};

int policy_decide(const DecideOptions& options);
int policy_file(const DecideOptions& options);
int policy_approve(const DecideOptions& options);
int policy_activate(const DecideOptions& options);
int policy_withdraw(const DecideOptions& options);
int policy_sheet(const DecideOptions& options);
int policy_decisions(const DecideOptions& options);

// Adds them to `policy`. `packs` and `status` are used when one of them runs.
void add_decide(CLI::App& policy, DecideCommands& options, const std::string& packs, Language language, int& status);

}  // namespace yidan::cli
