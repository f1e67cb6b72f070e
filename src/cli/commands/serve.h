// The service: the same operations for programs and browsers, over HTTP.
#pragma once

#include <string>

#include "cli/open_books.h"

namespace CLI {
class App;
}

namespace yidan::cli {

struct ServeOptions : BooksOptions {
  std::string listen = "127.0.0.1:8080";
  std::string certificate;
  std::string key;
  bool without_login = false;
  std::string console;   // the folder of the browser's front end; empty: that beside the packs, where it is
  std::string log;       // a file, "-" for standard error; empty: nothing is noted
  unsigned threads = 0;  // 0: one a core
  unsigned workers = 64;
};

int serve(const ServeOptions& options);
void add_serve(CLI::App& app, ServeOptions& options, const std::string& packs, Language language, int& status);

}  // namespace yidan::cli
