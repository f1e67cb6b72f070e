// The users of the books: who they are, what they may do; and the audit trail of what they did.
#pragma once

#include <string>
#include <vector>

#include "cli/open_books.h"

namespace CLI {
class App;
}

namespace yidan::cli {

struct UserOptions : BooksOptions {
  std::string user;
  std::vector<std::string> roles;
  std::vector<std::string> pools;
  std::string provider;
  std::string person;
  std::string until;
};

struct TrailOptions : BooksOptions {
  std::string on;
  std::string user;
  std::string pool;
  std::string person;
  std::string as;
};

struct UserCommands {
  UserOptions user;
  TrailOptions trail;
};

void add_users(CLI::App& app, UserCommands& options, const std::string& packs, Language language, int& status);

}  // namespace yidan::cli
