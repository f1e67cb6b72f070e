// The same work on many things by several threads at once; returns when all is done.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace yidan {

// Calls `work(i)` once for each i below `count`, in no order, with as many as `threads` calls at a time; the caller's
// thread is one of them. REQUIRES: `work` does not throw, and may be called from several threads at once.
template <class Work>
void side_by_side(std::size_t threads, std::size_t count, const Work& work) {
  std::atomic<std::size_t> next{0};
  const auto serve = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  std::vector<std::jthread> others;
  for (std::size_t i = 1; i < std::min(threads, count); ++i) others.emplace_back(serve);
  serve();
}

}  // namespace yidan
