// What stands beside the bills of the books: help of others for a person's bills, and by what people were identified.
#pragma once

#include <string>

#include "cli/open_books.h"

namespace CLI {
class App;
}

namespace yidan::cli {

struct BesideOptions : BooksOptions {
  std::string pool;
  std::string person;
  std::string on;
  std::string from;
  std::string to;
  std::string known;
  std::string as;
};

struct BesideCommands {
  BesideOptions supplements;
  BesideOptions credentials;
};

int supplements(const BesideOptions& options);
int credentials(const BesideOptions& options);

void add_beside(CLI::App& app, BesideCommands& options, const std::string& packs, Language language, int& status);

}  // namespace yidan::cli
