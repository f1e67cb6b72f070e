// The tasks of a pool: what is due, who leads, what is overdue.
#pragma once

#include <string>

#include "cli/open_books.h"

namespace CLI {
class App;
}

namespace yidan::cli {

struct TaskOptions : BooksOptions {
  std::string pool;
  std::string on;
  std::string known_at;
  bool overdue = false;
  std::string lead;
  std::string who;
  std::string as;
};

int tasks(const TaskOptions& options);
void add_tasks(CLI::App& app, TaskOptions& options, const std::string& packs, Language language, int& status);

}  // namespace yidan::cli
