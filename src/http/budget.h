// How many bytes of bodies may be kept at once, by all connections together.
#pragma once

#include <atomic>
#include <cstddef>

namespace yidan::http {

class Budget {
 public:
  explicit Budget(std::size_t most) : most_(most) {}

  [[nodiscard]] bool take(std::size_t bytes) {
    if (taken_.fetch_add(bytes) + bytes <= most_) return true;
    taken_ -= bytes;
    return false;
  }
  void give_back(std::size_t bytes) { taken_ -= bytes; }
  [[nodiscard]] std::size_t taken() const { return taken_; }

 private:
  std::size_t most_;
  std::atomic<std::size_t> taken_{0};
};

// What one request has taken of it; given back at the end.
class Share {
 public:
  explicit Share(Budget& budget) : budget_(budget) {}
  Share(const Share&) = delete;
  Share& operator=(const Share&) = delete;
  ~Share() { budget_.give_back(bytes_); }

  // Whether as much as `bytes` in all may be kept.
  [[nodiscard]] bool grow_to(std::size_t bytes) {
    if (bytes <= bytes_) return true;
    if (!budget_.take(bytes - bytes_)) return false;
    bytes_ = bytes;
    return true;
  }

 private:
  Budget& budget_;
  std::size_t bytes_ = 0;
};

}  // namespace yidan::http
