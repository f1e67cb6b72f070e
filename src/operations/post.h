// Many requests at once: those of one person in their order, those of different persons side by side.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "operations/perform.h"

namespace yidan::operations {

using exchange::Asking;
using exchange::read_asking;

struct Posted {
  std::size_t done = 0;
  std::size_t again = 0;  // known before: the first answer was given
  std::size_t refused = 0;
  std::size_t changed = 0;             // bills settled before that are otherwise now
  std::optional<Error> unavailable{};  // why the store could not answer: nothing further was tried
};

// Performs what is asked with as many as `threads` at a time, and appends the answers to `out` in the order of the
// askings, a line each; refusals as {"format": "yidan.refused/1", …} in the language asked. `quiet` leaves
// answers out, but for those that have changed an earlier bill.
[[nodiscard]] Posted post(const Caller& caller, std::vector<Asking> askings, unsigned threads, bool quiet,
                          Language language, std::string& out);

}  // namespace yidan::operations
