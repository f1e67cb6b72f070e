// The reading loop of the batch commands: a file or standard input in, answers, refusals and a summary out.
#pragma once

#include <functional>
#include <string>

#include "batch/run.h"
#include "policy/policy.h"

namespace yidan::cli {

// What such commands have in common.
struct BatchOptions {
  std::string packs;
  std::string pool;
  std::string file = "-";  // "-" is standard input
  std::string out = "-";   // "-" is standard output
  std::string refused;     // none: the first on standard error
  std::string summary;     // none: for people, on standard error
  bool force = false;      // outputs replace whatever stands there
  bool jsonl = false;
  bool mark = false;  // CSV begins with a byte order mark, by which spreadsheets know UTF-8
  Language language = Language::zh;
};

// What a job came to; as JSON, or for people.
struct Summaries {
  std::function<std::string(const batch::Counts&)> json;
  std::function<std::string(const batch::Counts&)> text;
};

// Answers every row; the exit status. A row that is refused stops nothing.
[[nodiscard]] int run_batch(const BatchOptions& options, batch::Job& job, const Summaries& summaries);

}  // namespace yidan::cli
