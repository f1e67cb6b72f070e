// Threads for work that may wait, and how a coroutine has something done by one of them.
#pragma once

#include <atomic>
#include <type_traits>
#include <utility>

#include <boost/asio/async_result.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>

#include "http/asio.h"

namespace yidan::http {

class Workers {
 public:
  explicit Workers(unsigned count) : threads_(count) {}

  // What work() gives, told to the coroutine in its own thread. REQUIRES: work does not throw.
  template <class Work>
  [[nodiscard]] auto ask(Work work) {
    using Value = std::invoke_result_t<Work>;
    return asio::async_initiate<const asio::use_awaitable_t<Executor>, void(Value)>(
        [this](auto handler, Work asked) { this->begin(std::move(handler), std::move(asked)); },
        asio::use_awaitable_t<Executor>(), std::move(work));
  }

  [[nodiscard]] std::size_t busy() const { return busy_; }
  void join() { threads_.join(); }

 private:
  template <class Handler, class Work>
  void begin(Handler handler, Work work) {
    ++busy_;
    // The coroutine's thread must not think that nothing is left to do.
    auto home = asio::make_work_guard(asio::get_associated_executor(handler));
    asio::post(threads_, [this, handler = std::move(handler), work = std::move(work), home]() mutable {
      auto value = work();
      --busy_;
      asio::post(home.get_executor(), [handler = std::move(handler), value = std::move(value)]() mutable {
        std::move(handler)(std::move(value));
      });
    });
  }

  asio::thread_pool threads_;
  std::atomic<std::size_t> busy_{0};
};

}  // namespace yidan::http
