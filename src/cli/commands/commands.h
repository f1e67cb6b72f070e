// The commands of the program. Each takes its options ready-made, does its work, and returns the exit status; reading
// the command line is main's.
#pragma once

#include <string>
#include <vector>

#include "cli/answer_files.h"
#include "exchange/session.h"

namespace yidan::cli {

struct SettleOptions : AnswerOptions {
  std::string steps;  // "full", "ids", "none"
  bool terms = false;
  bool clauses = false;  // of a text: what the clauses say that it cites
};
int settle(const SettleOptions& options);

// Of record files; or of a person in the books, when `files` are a pool and a person.
struct StandingOptions : AnswerOptions {
  bool sentences = true;
  bool clauses = false;
  std::string db;
  std::string on;       // of the books: as of this day; today when not given
  std::string known;    // as it was known then: of the books an instant, else a day
  std::string suppose;  // of the books: what would change if this were told
};
int standing(const StandingOptions& options);

int assist(const AnswerOptions& options);

struct PolicyOptions {
  std::string packs;
  std::string pool;
  std::string on;
  std::string until;  // the second day of a diff
  std::string with;   // of a diff: another folder of packs, or another pool; of a new city: the city that it is like
  std::vector<std::string> cases;  // of a diff with another folder: files of cases that both settle
  std::string name;                // of a new city, in Chinese and in English
  std::string english;
  std::string as;
  Language language = Language::zh;
};
int policy_check(const PolicyOptions& options);
int policy_show(const PolicyOptions& options);
int policy_clauses(const PolicyOptions& options);
int policy_documents(const PolicyOptions& options);
int policy_diff(const PolicyOptions& options);
int policy_new(const PolicyOptions& options);

struct SchemaOptions {
  std::string name;  // of a format; empty: all of them
  std::string as = "json";
  Language language = Language::zh;
};
// Prints the JSON Schema of a format, or of all; the reference page's tables; the words for a fuzzer.
int schema(const SchemaOptions& options);

}  // namespace yidan::cli
