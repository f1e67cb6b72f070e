// How often somebody may try to log in: after a few failures the next attempt has to wait, each time twice as long.
#pragma once

#include <map>
#include <mutex>
#include <string>

#include "calendar/instant.h"

namespace yidan::service {

class Throttle {
 public:
  // How long is to be waited before the next attempt of that name, in whole seconds; 0: it may be made now.
  [[nodiscard]] std::int64_t seconds_to_wait(const std::string& name, Instant now);
  void failed(const std::string& name, Instant now);
  void succeeded(const std::string& name);

 private:
  struct Failures {
    int count = 0;
    Instant last = 0;
  };
  std::mutex mutex_;
  std::map<std::string, Failures> failures_;
};

}  // namespace yidan::service
