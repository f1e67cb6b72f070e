#include "service/throttle.h"

#include <algorithm>

namespace yidan::service {
namespace {

constexpr int kFree = 5;                       // failures that cost no time
constexpr int kMostDoublings = 8;              // 256 seconds at most
constexpr Instant kMicro = 1'000'000;          // of a second
constexpr Instant kForgotten = 3600 * kMicro;  // after an hour it is as if nothing had been
constexpr std::size_t kMostNames = 100'000;

}  // namespace

std::int64_t Throttle::seconds_to_wait(const std::string& name, Instant now) {
  const std::lock_guard lock(mutex_);
  const auto found = failures_.find(name);
  if (found == failures_.end() || found->second.count < kFree) return 0;
  const int doublings = std::min(found->second.count - kFree, kMostDoublings);
  const Instant next = found->second.last + (kMicro << doublings);
  return next <= now ? 0 : (next - now + kMicro - 1) / kMicro;
}

void Throttle::failed(const std::string& name, Instant now) {
  const std::lock_guard lock(mutex_);
  if (failures_.size() >= kMostNames)
    std::erase_if(failures_, [now](const auto& each) { return now - each.second.last > kForgotten; });
  Failures& failures = failures_[name];
  if (now - failures.last > kForgotten) failures.count = 0;
  ++failures.count;
  failures.last = now;
}

void Throttle::succeeded(const std::string& name) {
  const std::lock_guard lock(mutex_);
  failures_.erase(name);
}

}  // namespace yidan::service
