// The limit: a log written by hand, durable, many threads, one fdatasync for all that has gathered.
//
// It keeps bytes and nothing else: no key is looked for, nothing can be found again.
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <string_view>

#include <fcntl.h>
#include <unistd.h>

#include "bench/harness.h"

namespace yidan::bench {

class BareLog {
 public:
  explicit BareLog(const std::string& path)
      : file_(::open(path.c_str(), O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0600)) {
    require(file_ >= 0, "the log cannot be made");
  }
  ~BareLog() { ::close(file_); }
  BareLog(const BareLog&) = delete;
  BareLog& operator=(const BareLog&) = delete;

  // Returns when the record is on the disk.
  void append(std::string_view record) {
    std::unique_lock lock(mutex_);
    gathered_ += record;
    const std::uint64_t mine = batch_;
    written_.wait(lock, [&] { return durable_ > mine || !writing_; });
    if (durable_ > mine) return;
    writing_ = true;
    std::string batch;
    batch.swap(gathered_);
    const std::uint64_t now = batch_++;
    lock.unlock();
    write(batch);
    lock.lock();
    durable_ = now + 1;
    writing_ = false;
    lock.unlock();
    written_.notify_all();
  }

 private:
  void write(const std::string& batch) {
    require(::pwrite(file_, batch.data(), batch.size(), end_) == static_cast<ssize_t>(batch.size()),
            "the log is short");
    require(::fdatasync(file_) == 0, "the log is not durable");
    end_ += static_cast<off_t>(batch.size());
  }

  const int file_;
  off_t end_ = 0;
  std::mutex mutex_;
  std::condition_variable written_;
  std::string gathered_;
  std::uint64_t batch_ = 0;    // the one that gathers now
  std::uint64_t durable_ = 0;  // all before this one are on the disk
  bool writing_ = false;
};

}  // namespace yidan::bench
