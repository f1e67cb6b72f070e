// A problem of a pack: where it is, what it is, and what to do, in the manner of a compiler.
//
// Problems are collected, never thrown: one run of the checker reports all of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace yidan::policy {

// A place in a pack's file; line and column count from 1, 0 means the file as a whole.
struct Position {
  std::string file;
  int line = 0;
  int column = 0;

  bool operator==(const Position&) const = default;
};

// "file:line:column", or less where less is known.
[[nodiscard]] std::string to_text(const Position& position);

struct Problem {
  Position at;
  Text message;
};

class Problems {
 public:
  void add(Position at, std::string zh, std::string en) {
    list_.push_back({std::move(at), {std::move(zh), std::move(en)}});
  }
  [[nodiscard]] bool empty() const { return list_.empty(); }
  // How many were added, repetitions included.
  [[nodiscard]] std::size_t size() const { return list_.size(); }
  // By file, line, column; the same problem at the same place once.
  [[nodiscard]] std::vector<Problem> sorted() const;

 private:
  std::vector<Problem> list_;
};

// Whether problems were found since this was made: what is read badly is not judged any further.
class Watch {
 public:
  explicit Watch(const Problems& problems) : problems_(problems), before_(problems.size()) {}
  [[nodiscard]] bool found() const { return problems_.size() != before_; }

 private:
  const Problems& problems_;
  std::size_t before_;
};

// "file:line:column: error: …", one line without its line end.
[[nodiscard]] std::string to_text(const Problem& problem, Language language);

}  // namespace yidan::policy
