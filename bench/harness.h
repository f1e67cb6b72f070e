// A few lines shared by the benchmarks: contenders run in turn, medians are printed beside their ratio to a limit.
//
// Machines are noisy: contenders alternate, the median of the rounds counts, and what is compared is a ratio within one
// run. A contender's answer is checked before its time is taken.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

namespace yidan::bench {

struct Contender {
  std::string name;
  std::function<void()> work;
  std::vector<double> seconds = {};
};

inline double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

// Runs all contenders `rounds` times in turn, then prints items per second; the first contender is the limit.
inline void compare(const char* title, double items, std::vector<Contender> contenders, int rounds = 9) {
  for (int round = 0; round < rounds; ++round) {
    for (Contender& contender : contenders) {
      const auto start = std::chrono::steady_clock::now();
      contender.work();
      contender.seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
  }
  const double limit = median(contenders.front().seconds);
  std::printf("%s (median of %d rounds)\n", title, rounds);
  for (const Contender& contender : contenders) {
    const double seconds = median(contender.seconds);
    std::printf("  %-44s %10.3f ms %12.3f million/s   %6.3f of the first\n", contender.name.c_str(), seconds * 1e3,
                items / seconds / 1e6, limit / seconds);
  }
}

// An answer that differs ends the run: no time without the right answer.
inline void require(bool right, const char* what) {
  if (right) return;
  std::fprintf(stderr, "wrong answer: %s\n", what);
  std::exit(1);
}

}  // namespace yidan::bench
