// Time that passes, in milliseconds.
#pragma once

#include <cstdint>
#include <ctime>

namespace yidan::crash {

inline std::int64_t milliseconds_since_boot() {
  std::timespec time{};
  ::clock_gettime(CLOCK_MONOTONIC, &time);
  return std::int64_t{time.tv_sec} * 1'000 + time.tv_nsec / 1'000'000;
}

class Stopwatch {
 public:
  [[nodiscard]] std::int64_t passed() const { return milliseconds_since_boot() - start_; }

 private:
  std::int64_t start_ = milliseconds_since_boot();
};

}  // namespace yidan::crash
