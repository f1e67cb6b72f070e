// Client threads at the counter: each takes its own persons' requests, one after the other, and notes how long each
// took.
#pragma once

#include <functional>
#include <latch>
#include <span>
#include <thread>
#include <vector>

#include <sys/resource.h>

#include "bench/harness.h"

namespace yidan::bench {

// What a number of calls took.
struct Timing {
  double per_second = 0;
  double p50 = 0;  // milliseconds
  double p99 = 0;
  double longest = 0;
  double cpu = 0;  // microseconds of this process a call; unlike the others hardly moved by what else the machine does
};

inline double cpu_seconds(const rusage& used) {
  const auto of = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return of(used.ru_utime) + of(used.ru_stime);
}
inline double cpu_seconds() {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  return cpu_seconds(used);
}

inline Timing timing_of(std::vector<double> milliseconds, double seconds) {
  std::ranges::sort(milliseconds);
  const auto calls = milliseconds.size();
  return {static_cast<double>(calls) / seconds, milliseconds[calls / 2], milliseconds[calls * 99 / 100],
          milliseconds.back()};
}

// `call(i)` for each i below `calls` by the client `client_of(i)`; the calls of a client are in the order of i.
template <class ClientOf, class Call>
Timing run_clients(std::size_t clients, std::size_t calls, const ClientOf& client_of, const Call& call) {
  using Clock = std::chrono::steady_clock;
  std::vector<std::vector<std::size_t>> work(clients);
  for (std::size_t i = 0; i < calls; ++i) work[client_of(i)].push_back(i);
  std::vector<double> milliseconds(calls);
  std::latch ready(static_cast<std::ptrdiff_t>(clients) + 1);
  const auto serve = [&](const std::vector<std::size_t>& mine) {
    ready.arrive_and_wait();
    for (const std::size_t i : mine) {
      const auto start = Clock::now();
      call(i);
      milliseconds[i] = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    }
  };
  std::vector<std::jthread> threads;
  for (const auto& mine : work) threads.emplace_back([&serve, &mine] { serve(mine); });
  const double cpu = cpu_seconds();
  ready.arrive_and_wait();
  const auto start = Clock::now();
  threads.clear();
  const std::chrono::duration<double> taken = Clock::now() - start;
  Timing timing = timing_of(std::move(milliseconds), taken.count());
  timing.cpu = (cpu_seconds() - cpu) * 1e6 / static_cast<double>(calls);
  return timing;
}

// The medians of rounds, the longest of all.
struct Timings {
  std::string name;
  std::vector<Timing> rounds = {};

  [[nodiscard]] double median_of(double Timing::* part) const {
    std::vector<double> values;
    for (const Timing& round : rounds) values.push_back(round.*part);
    return median(std::move(values));
  }
  [[nodiscard]] double longest() const { return std::ranges::max(rounds, {}, &Timing::longest).longest; }
};

inline void print(const Timings& timings, double limit) {
  const auto part = [&timings](double Timing::* of) { return timings.median_of(of); };
  std::printf("  %-50s %9.0f/s   p50 %7.2f ms   p99 %7.2f ms   max %7.1f ms   ", timings.name.c_str(),
              part(&Timing::per_second), part(&Timing::p50), part(&Timing::p99), timings.longest());
  if (part(&Timing::cpu) > 0) std::printf("CPU %4.0f us   ", part(&Timing::cpu));
  std::printf("%6.3f\n", part(&Timing::per_second) / limit);
}

}  // namespace yidan::bench
