// A file that is written beside its name and takes the name when it is whole: nobody finds half an answer.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace yidan::cli {

class OutputFile {
 public:
  // "-" is standard output; what is no ordinary file (a pipe, a device) is written directly.
  explicit OutputFile(std::string name);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  [[nodiscard]] const std::string& name() const { return name_; }
  // All of them false when the system refuses; `error` is then its errno.
  [[nodiscard]] bool open();  // EEXIST: a database stands there, which is not overwritten
  [[nodiscard]] bool write(std::string_view text);
  // Everything is written: the file takes its name.
  [[nodiscard]] bool commit();
  [[nodiscard]] int error() const { return error_; }

 private:
  bool fail();

  std::string name_;
  std::string target_;   // what the name stands for
  std::string partial_;  // empty: written directly
  int descriptor_ = -1;
  int error_ = 0;
};

// Why it cannot be written.
[[nodiscard]] Error cannot_write(const OutputFile& file);

}  // namespace yidan::cli
