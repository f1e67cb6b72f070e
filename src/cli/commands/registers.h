// The registers of the books: which there are, what stands in them, and what is done with an entry.
#pragma once

#include <string>
#include <vector>

#include "cli/open_books.h"

namespace CLI {
class App;
}

namespace yidan::cli {

struct RegisterOptions : BooksOptions {
  std::string reg;
  std::string id;
  std::string move;
  std::string pool;
  std::string state;
  std::string due_before;
  bool overdue = false;
  std::vector<std::string> with;  // "field=value": of a list, those that have it; of an act, what it says
  std::string on;
  std::string from;  // of bills: the first day looked at
  std::string known_at;
  std::string by;
  std::string key;
  std::string check;
  std::string file;
  std::string batch;
  std::string refused;
  std::string out;
  bool force = false;
  std::string as;
};

struct RegisterCommands {
  RegisterOptions kinds;
  RegisterOptions list;
  RegisterOptions show;
  RegisterOptions open;
  RegisterOptions amend;
  RegisterOptions move;
  RegisterOptions check;
  RegisterOptions load;
  RegisterOptions out;
};

int register_kinds(const RegisterOptions& options);
int register_list(const RegisterOptions& options);
int register_show(const RegisterOptions& options);
int register_open(const RegisterOptions& options);
int register_amend(const RegisterOptions& options);
int register_move(const RegisterOptions& options);
int register_check(const RegisterOptions& options);
int register_load(const RegisterOptions& options);

// `packs` and `status` are used when one of them runs.
void add_registers(CLI::App& app, RegisterCommands& options, const std::string& packs, Language language, int& status);

}  // namespace yidan::cli
