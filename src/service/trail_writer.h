// Notes on their way into the trail: gathered for a moment and written together, by a thread of its own.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "operations/trail.h"

namespace yidan::service {

class TrailWriter {
 public:
  TrailWriter(operations::Desk& desk, std::function<Instant()> clock);
  // Writes what still waits.
  ~TrailWriter();
  TrailWriter(const TrailWriter&) = delete;
  TrailWriter& operator=(const TrailWriter&) = delete;

  // Errors: `unavailable`: the store has not taken notes for a while; nothing is to be done that is not noted.
  [[nodiscard]] Result<void> note(operations::Trace trace);
  [[nodiscard]] Instant time() const { return clock_(); }

 private:
  void run(const std::stop_token& stop);

  operations::Desk& desk_;
  std::function<Instant()> clock_;
  std::mutex mutex_;
  std::condition_variable_any waiting_changed_;
  std::vector<operations::Trace> waiting_;
  std::jthread thread_;  // the last: it uses the others
};

// The trail as one request sees it: its notes carry the number of the request.
class RequestTrail final : public operations::Trail {
 public:
  RequestTrail(TrailWriter& writer, std::string request) : writer_(writer), request_(std::move(request)) {}

  Result<void> note(const Noted& noted) override { return writer_.note({writer_.time(), request_, noted}); }

 private:
  TrailWriter& writer_;
  std::string request_;
};

}  // namespace yidan::service
