#include "service/trail_writer.h"

#include <chrono>
#include <utility>

namespace yidan::service {
namespace {

constexpr std::chrono::milliseconds kGathered{50};
constexpr std::chrono::milliseconds kTriedAgain{500};
constexpr std::size_t kMostInBatch = 2'000;
constexpr std::size_t kMostWaiting = 50'000;

}  // namespace

TrailWriter::TrailWriter(operations::Desk& desk, std::function<Instant()> clock)
    : desk_(desk), clock_(std::move(clock)), thread_([this](const std::stop_token& stop) { run(stop); }) {}

TrailWriter::~TrailWriter() {
  thread_.request_stop();
  waiting_changed_.notify_all();
  thread_.join();
}

Result<void> TrailWriter::note(operations::Trace trace) {
  const std::lock_guard lock(mutex_);
  if (waiting_.size() >= kMostWaiting) {
    return std::unexpected(Error{ErrorCode::unavailable,
                                 {"审计轨迹暂不能写入：请稍后再试", "the trail cannot be written now: try again later"},
                                 {}});
  }
  waiting_.push_back(std::move(trace));
  if (waiting_.size() == 1) waiting_changed_.notify_one();
  return {};
}

void TrailWriter::run(const std::stop_token& stop) {
  std::vector<operations::Trace> batch;
  while (true) {
    {
      std::unique_lock lock(mutex_);
      waiting_changed_.wait(lock, stop, [this] { return !waiting_.empty(); });
      if (waiting_.empty()) return;
      if (!stop.stop_requested()) {
        lock.unlock();
        std::this_thread::sleep_for(kGathered);
        lock.lock();
      }
      const std::size_t count = std::min(waiting_.size(), kMostInBatch);
      const auto end = waiting_.begin() + static_cast<std::ptrdiff_t>(count);
      batch.assign(waiting_.begin(), end);
    }
    if (const auto written = operations::append_traces(desk_, batch); !written) {
      if (stop.stop_requested()) return;  // the store is away: what waits is lost with it
      std::this_thread::sleep_for(kTriedAgain);
      continue;
    }
    const std::lock_guard lock(mutex_);
    waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(batch.size()));
  }
}

}  // namespace yidan::service
