// Many requests at once: those of one person in their order, those of different persons side by side.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "operations/perform.h"

namespace yidan::operations {

// What one line of input asks: the requests of a case, one request, or the reason why it is none.
struct Asking {
  Result<std::vector<Request>> requests;
  std::string key{};  // of what could not be read as a request, where it names one
};

// Reads a case (`yidan.case/1`) or a request (`yidan.request/1`); `first_line` is where it begins in its file.
[[nodiscard]] Asking read_asking(std::string_view text, std::size_t first_line, const policy::Policy& policy);

struct Posted {
  std::size_t done = 0;
  std::size_t again = 0;  // known before: the first answer was given
  std::size_t refused = 0;
  std::optional<Error> unavailable{};  // why the store could not answer: nothing further was tried
};

// Performs what is asked with as many as `threads` at a time, and appends the answers to `out` in the order of the
// askings, a line each; refusals as {"format": "yidan.refused/1", …} in the language asked. `quiet` leaves the
// answers out.
[[nodiscard]] Posted post(Desk& desk, const std::vector<Asking>& askings, unsigned threads, bool quiet,
                          Language language, std::string& out);

}  // namespace yidan::operations
