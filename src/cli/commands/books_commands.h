// The commands on books: a database in which settlements are kept.
#pragma once

#include <string>
#include <vector>

#include "cli/commands/elsewhere.h"
#include "cli/commands/reconcile.h"
#include "cli/open_books.h"

namespace CLI {
class App;
}

namespace yidan::cli {

struct InitOptions : BooksOptions {
  bool drafts = false;
  bool ungated = false;  // the books settle by whatever packs there are
  bool activate = true;  // puts the packs into force where the gate is open
  std::string on;        // the day of the gate; today when not given
  std::string as;
};
int books_init(const InitOptions& options);

struct DraftsOptions : BooksOptions {
  std::string asked;  // "on", "off"; empty: only say
};
int books_drafts(const DraftsOptions& options);

struct PostOptions : BooksOptions {
  std::vector<std::string> files;
  bool jsonl = false;
  bool quiet = false;
  bool later_days = false;  // what is said to happen after today is written all the same
  unsigned threads = 16;
  std::string as;
};
int books_post(const PostOptions& options);

struct ReverseOptions : BooksOptions {
  std::string pool;
  std::string person;
  std::string encounter;
  std::string provider;  // whose encounter, where two institutions gave that number
  std::string key;
  std::string as;
};
int books_reverse(const ReverseOptions& options);

struct AskOptions : BooksOptions {
  std::string key;
  std::string as;
};
int books_ask(const AskOptions& options);

struct YearOptions : BooksOptions {
  std::string pool;
  std::string person;
  std::string year;      // empty: all
  std::string bill;      // one encounter, explained
  std::string provider;  // whose, where two institutions gave that number
  bool terms = false;
  bool clauses = false;
  std::string known;
  std::string as;
};
int books_year(const YearOptions& options);

struct BalanceOptions : BooksOptions {
  std::string pool;
  std::string by;  // "provider", "month"; empty: the trial balance
  std::string known;
  std::string as;
};
int books_balance(const BalanceOptions& options);

struct JournalOptions : BooksOptions {
  std::string pool;
  std::string out = "-";
  bool force = false;  // replaces whatever stands there
  bool persons = false;
};
int books_journal(const JournalOptions& options);

struct VerifyOptions : BooksOptions {};
int books_verify(const VerifyOptions& options);

struct BackupOptions : BooksOptions {
  std::string file;
  bool force = false;  // a backup replaces whatever stands there
};
int books_backup(const BackupOptions& options);
int books_restore(const BackupOptions& options);

struct SealOptions : BooksOptions {
  bool status = false;
  bool rotate = false;
  std::string new_key_file;
};
int books_seal(const SealOptions& options);

struct BooksCommands {
  InitOptions init;
  DraftsOptions drafts;
  PostOptions post;
  ReverseOptions reverse;
  AskOptions ask;
  YearOptions year;
  BalanceOptions balance;
  ElsewhereOptions elsewhere;
  ReconcileOptions reconcile;
  JournalOptions journal;
  VerifyOptions verify;
  BackupOptions backup;
  BackupOptions restore;
  SealOptions seal;
};
// Adds them to the command line. `packs` and `status` are used when one of them runs.
void add_books(CLI::App& app, BooksCommands& options, const std::string& packs, Language language, int& status);

}  // namespace yidan::cli
