// The keys by which institutions sign what they send, and whether they have to.
#pragma once

#include <string>

#include "cli/open_books.h"

namespace CLI {
class App;
}

namespace yidan::cli {

struct SignerOptions : BooksOptions {
  std::string provider;
  std::string name;
  std::string public_key;  // a file
  std::string from;        // today when not given
  std::string until;
  std::string required;  // on, off
};

void add_signers(CLI::App& app, SignerOptions& options, const std::string& packs, Language language, int& status);

}  // namespace yidan::cli
