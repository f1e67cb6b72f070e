// Ctrl-C during long work: the first asks it to stop at the next place where nothing is half done, the second ends the
// program at once.
#pragma once

#include "base/result.h"

namespace yidan::cli {

// The exit status of a command that was interrupted, as a shell has it.
inline constexpr int kInterrupted = 130;

// From now on an interruption only asks. A command that does not look at `interrupted` leaves it alone.
void heed_interruptions();

[[nodiscard]] bool interrupted();

// What work comes back with that was asked to stop.
[[nodiscard]] Error interruption();

// Says on standard error that the command was interrupted and what became of its work; 130.
int say_interrupted(const Text& done, Language language);

}  // namespace yidan::cli
