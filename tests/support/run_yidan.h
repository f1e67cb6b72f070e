// Runs the program as a user does: from the repository's root, through the shell.
#pragma once

#include <cstdlib>
#include <string>

#include <sys/wait.h>

#include "testing/files.h"

namespace yidan::testing {

struct Ran {
  int status = -1;
  std::string out;
  std::string err;
};

// `arguments` go through the shell.
inline Ran yidan_run(const std::string& arguments, const std::string& input = {}) {
  const TemporaryFolder folder;
  write_file(folder.path() / "in", input);
  const std::string command = "cd '" + in_repository("").string() + "' && LC_ALL=C.UTF-8 '" YIDAN_PROGRAM "' " +
                              arguments + " < '" + (folder.path() / "in").string() + "' > '" +
                              (folder.path() / "out").string() + "' 2> '" + (folder.path() / "err").string() + "'";
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_file(folder.path() / "out"),
          read_file(folder.path() / "err")};
}

}  // namespace yidan::testing
