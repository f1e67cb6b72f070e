// A clock that never stands still and never goes back, whatever the clock below it does.
#pragma once

#include <algorithm>
#include <mutex>
#include <utility>

#include "store/store.h"

namespace yidan::store {

class RisingClock {
 public:
  explicit RisingClock(Clock clock) : clock_(std::move(clock)) {}

  // Later than `after`, and than every instant given before.
  [[nodiscard]] Instant next(Instant after) {
    const std::scoped_lock lock(mutex_);
    last_ = std::max({clock_(), last_ + 1, after + 1});
    return last_;
  }

 private:
  Clock clock_;
  std::mutex mutex_;
  Instant last_ = 0;
};

}  // namespace yidan::store
