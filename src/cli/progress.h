// Long work at a terminal, the same for every command: how much of a file has been read, how much is done, how fast,
// the
// time left; and whether the user has asked it to stop. Nothing is shown elsewhere.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "base/go_on.h"
#include "base/result.h"

namespace yidan::cli {

// What is counted.
enum class Unit : std::uint8_t { rows, answers, requests, persons, postings, situations, statements };

struct Moment {
  std::uint64_t bytes = 0;
  std::uint64_t of_bytes = 0;  // 0: not known
  std::uint64_t rows = 0;
  std::uint64_t milliseconds = 0;  // since the beginning
  Unit unit = Unit::rows;
};

// One line without its end, at most `columns` wide.
[[nodiscard]] std::string progress_line(const Moment& moment, std::size_t columns, Language language);

class Progress {
 public:
  // Interruptions are heeded from now on. Without `of_bytes` it is not known how much there is.
  Progress(bool shown, Unit unit, Language language, std::uint64_t of_bytes = 0);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // Shows it, ten times a second at most; whether to go on.
  [[nodiscard]] bool show(std::uint64_t bytes, std::uint64_t rows);
  // The same for work of the books.
  [[nodiscard]] GoOn go_on();
  // Makes room for a message.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  bool shown_;
  Unit unit_;
  Language language_;
  std::uint64_t of_bytes_;
  bool printed_ = false;
  Clock::time_point started_ = Clock::now();
  Clock::time_point last_ = started_;
};

}  // namespace yidan::cli
