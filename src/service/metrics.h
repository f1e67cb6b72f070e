// What the service does, in numbers that Prometheus reads: requests and their time by route, what is under way.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "http/server.h"
#include "service/route.h"

namespace yidan::service {

class Metrics {
 public:
  Metrics();
  ~Metrics();
  Metrics(const Metrics&) = delete;
  Metrics& operator=(const Metrics&) = delete;

  // `route` null: none was found. Any number of threads.
  void count(const Route* route, int status, std::chrono::microseconds taken);
  // An answer that was given before.
  void count_replayed();
  // From where the present load is read.
  void watch(const http::Server& server);

  [[nodiscard]] std::string text() const;

 private:
  class Series;
  std::unique_ptr<Series> series_;
};

}  // namespace yidan::service
