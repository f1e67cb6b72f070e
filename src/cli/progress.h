// A progress bar on a terminal: how much of a file has been read, rows, rows a second, time left. Silent elsewhere.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "base/result.h"

namespace yidan::cli {

struct Moment {
  std::uint64_t bytes = 0;
  std::uint64_t of_bytes = 0;  // 0: not known
  std::uint64_t rows = 0;
  std::uint64_t milliseconds = 0;  // since the beginning
};

// One line without its end, at most `columns` wide.
[[nodiscard]] std::string progress_line(const Moment& moment, std::size_t columns, Language language);

class Progress {
 public:
  Progress(bool shown, std::uint64_t of_bytes, Language language);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // Shows it, ten times a second at most.
  void show(std::uint64_t bytes, std::uint64_t rows);
  // Makes room for a message.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  bool shown_;
  std::uint64_t of_bytes_;
  Language language_;
  bool printed_ = false;
  Clock::time_point started_ = Clock::now();
  Clock::time_point last_ = started_;
};

}  // namespace yidan::cli
