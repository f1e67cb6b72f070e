// A file that is written beside its name and takes the name when it is whole: nobody finds half an answer. What stands
// under the name is replaced only when it begins as the new file does: yesterday's answers make room for today's, and a
// slip of the keyboard costs nobody a file.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace yidan::cli {

class OutputFile {
 public:
  // "-" is standard output; what is no ordinary file (a pipe, a device) is written directly. `force`: whatever stands
  // there is replaced, but for a database.
  explicit OutputFile(std::string name, bool force = false);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  [[nodiscard]] const std::string& name() const { return name_; }
  // All of them false when the system refuses; `error` is then its errno.
  [[nodiscard]] bool open();  // EEXIST, as of the two below: something else stands there
  [[nodiscard]] bool write(std::string_view text);
  // Everything is written: the file takes its name.
  [[nodiscard]] bool commit();
  [[nodiscard]] int error() const { return error_; }

 private:
  bool fail();
  bool fail_for_other();

  std::string name_;
  bool force_;
  std::string target_;                    // what the name stands for
  std::string partial_;                   // empty: written directly
  std::optional<std::string> beginning_;  // of what would be replaced; absent: nothing, or whatever it is
  int descriptor_ = -1;
  int error_ = 0;
};

// Why it cannot be written.
[[nodiscard]] Error cannot_write(const OutputFile& file);

}  // namespace yidan::cli
