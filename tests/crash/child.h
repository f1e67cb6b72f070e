// The process that is killed: it opens the books and has many threads write into them, telling all it does.
#pragma once

#include <cstdint>
#include <string>

#include "policy/policy.h"
#include "tests/crash/wire.h"
#include "tests/crash/workload.h"

namespace yidan::crash {

enum class Life : std::uint8_t {
  load,       // opens the books and loads them until it is killed
  until_told  // the same until SIGTERM, then ends in order
};

struct Child {
  std::string url;
  Life life = Life::load;
  int loading_for = 0;       // milliseconds after which the books are closed; 0: never
  bool power_fails = false;  // lies on a PowerDisk
  std::size_t round = 0;
  std::size_t threads = 8;
  std::uint64_t seed = 0;
  std::size_t first_person = 0;
};

// The process starts with the caller's memory; the caller has one thread. Its id.
[[nodiscard]] pid_t start(const Child& child, const policy::Policy& policy, Acknowledged& known, int telling);

}  // namespace yidan::crash
