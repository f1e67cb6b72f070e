// Why the system would not: an errno in both languages.
#pragma once

#include "base/result.h"

namespace yidan::cli {

// What a person who names files meets has Chinese of its own; of the rest the number is given, by which it is found.
[[nodiscard]] Text system_reason(int error);

}  // namespace yidan::cli
