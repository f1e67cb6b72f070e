// A bill on paper: from the books, or of a case without books.
#pragma once

#include <string>
#include <vector>

#include "cli/open_books.h"

namespace CLI {
class App;
}

namespace yidan::cli {

struct BillOptions : BooksOptions {
  std::vector<std::string> asked;  // a case file; or pool, person and encounter
  std::string encounter;           // of a case file: this one alone
  std::string provider;            // of the books: whose, where two institutions gave that number
  std::string known;               // of the books: as it was known then
  std::string out;
  bool force = false;  // the PDF replaces whatever stands there
  bool full_id = false;
  bool terms = false;
};
int bill(const BillOptions& options);

void add_bill(CLI::App& app, BillOptions& options, const std::string& packs, Language language, int& status);

}  // namespace yidan::cli
