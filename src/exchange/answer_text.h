// The books' answer to a request for people at a terminal: what was done, for whom, what it came to. Programs read the
// JSON from which this is made.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace yidan::exchange {

// A few lines of an answer (`yidan.settled/1`, `done`, `trial`, `refused`), with their line end; numbers of persons
// masked, in keys, too. What is none of these is left as it is.
[[nodiscard]] std::string describe_answer(std::string_view answer, Language language);

}  // namespace yidan::exchange
