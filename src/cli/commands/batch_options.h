// The batch commands: a whole city in a file, one person a row.
#pragma once

#include "cli/batch_files.h"

namespace CLI {
class App;
}

namespace yidan::cli {

struct CreditOptions : BatchOptions {
  std::string month;
};
// The credit of personal accounts for a month; the exit status.
int credit(const CreditOptions& options);

struct DuesOptions : BatchOptions {
  std::string year;
  std::string on;  // none: the last day of the year
};
// What residents owe for an insured year; the exit status.
int dues(const DuesOptions& options);

struct BatchCommands {
  CreditOptions credit;
  DuesOptions dues;
};
// Adds `credit` and `dues` to the command line. `packs` and `status` are used when one of them runs.
void add_batch(CLI::App& app, BatchCommands& options, const std::string& packs, Language language, int& status);

}  // namespace yidan::cli
