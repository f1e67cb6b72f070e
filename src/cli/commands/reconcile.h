// Reconciliation in the books: in what the statements of institutions differ from them, and what was resolved.
#pragma once

#include <string>

#include "cli/open_books.h"

namespace CLI {
class App;
}

namespace yidan::cli {

struct ReconcileOptions : BooksOptions {
  std::string pool;
  std::string provider;
  std::string from;  // today when not given
  std::string to;    // that of `from` when not given
  std::string insurance;
  std::string clearing;
  bool open = false;
  bool untold = false;
  std::string as;
  std::string settlement;  // of a resolution
  std::string reason;
  std::string key;  // made of the rest when not given
};

int reconcile(const ReconcileOptions& options);
int resolve(const ReconcileOptions& options);
void add_reconcile(CLI::App& app, ReconcileOptions& options, const std::string& packs, Language language, int& status);

}  // namespace yidan::cli
