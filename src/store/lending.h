// A few things that many threads use one at a time: connections, which are made when they are first needed.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "base/result.h"

namespace yidan::store {

template <class T>
class Lending {
 public:
  using Make = std::function<Result<std::unique_ptr<T>>()>;

  Lending(std::size_t most, Make make) : most_(most), make_(std::move(make)) {}

  // Calls `use` with one of them, waiting for one when all are lent; the error when none could be made.
  template <class Use>
  auto with(const Use& use) -> decltype(use(std::declval<T&>())) {
    auto lent = take();
    if (!lent) return std::unexpected(lent.error());
    auto result = use(**lent);
    give_back(std::move(*lent));
    return result;
  }

 private:
  Result<std::unique_ptr<T>> take() {
    std::unique_lock lock(mutex_);
    returned_.wait(lock, [this] { return !idle_.empty() || made_ < most_; });
    if (!idle_.empty()) {
      std::unique_ptr<T> lent = std::move(idle_.back());
      idle_.pop_back();
      return lent;
    }
    ++made_;
    lock.unlock();
    auto made = make_();
    if (!made) forget();
    return made;
  }

  void give_back(std::unique_ptr<T> lent) {
    const std::scoped_lock lock(mutex_);
    idle_.push_back(std::move(lent));
    returned_.notify_one();
  }

  void forget() {
    const std::scoped_lock lock(mutex_);
    --made_;
    returned_.notify_one();
  }

  const std::size_t most_;
  const Make make_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::size_t made_ = 0;
  std::vector<std::unique_ptr<T>> idle_;
};

}  // namespace yidan::store
