// Runs the program as a user does: from the repository's root, through the shell.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

#include <sys/wait.h>

#include "testing/files.h"

namespace yidan::testing {

struct Ran {
  int status = -1;
  std::string out;
  std::string err;
};

inline bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

// Runs a command of the shell in `folder`; `in`, `out` and `err` below `beside` are what it reads and says.
inline Ran shell_run(const std::filesystem::path& folder, const std::string& command, const std::string& input,
                     const std::filesystem::path& beside) {
  write_file(beside / "in", input);
  const std::string all = "cd '" + folder.string() + "' && " + command + " < '" + (beside / "in").string() + "' > '" +
                          (beside / "out").string() + "' 2> '" + (beside / "err").string() + "'";
  const int status = std::system(all.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_file(beside / "out"), read_file(beside / "err")};
}

// `arguments` go through the shell.
inline Ran yidan_run(const std::string& arguments, const std::string& input = {}) {
  const TemporaryFolder folder;
  return shell_run(in_repository(""), "LC_ALL=C.UTF-8 '" YIDAN_PROGRAM "' " + arguments, input, folder.path());
}

}  // namespace yidan::testing
