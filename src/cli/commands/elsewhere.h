// Care elsewhere in the books: what was settled at once, what targets have not filed.
#pragma once

#include <string>

#include "cli/open_books.h"

namespace CLI {
class App;
}

namespace yidan::cli {

struct ElsewhereOptions : BooksOptions {
  std::string pool;
  std::string from;  // a month; this one when not given
  std::string to;    // a month; that of `from` when not given
  bool unfiled = false;
  std::string as;
};

int elsewhere(const ElsewhereOptions& options);
void add_elsewhere(CLI::App& app, ElsewhereOptions& options, const std::string& packs, Language language, int& status);

}  // namespace yidan::cli
