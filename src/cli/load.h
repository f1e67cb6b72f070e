// Reads and compiles the packs for a command, or says on standard error why it cannot.
#pragma once

#include <optional>
#include <string>

#include "policy/policy.h"
#include "policy/source.h"

namespace yidan::cli {

// Says on standard error what is wrong with packs, or with the draft of some.
void complain(const policy::Problem& problem, Language language);

// The packs that were asked for, else those that `find_packs` finds.
[[nodiscard]] std::optional<policy::Source> read_packs(const std::string& packs, Language language);
// As it was known on the day `known`; without one, as it is known now.
[[nodiscard]] std::optional<policy::Policy> compile(const policy::Source& packs, Language language,
                                                    std::optional<Date> known = std::nullopt);

// Both.
[[nodiscard]] std::optional<policy::Policy> load(const std::string& packs, Language language,
                                                 std::optional<Date> known = std::nullopt);

// The pool of a code or a name; null, said on standard error, when there is none.
[[nodiscard]] const policy::Pool* find_pool(const policy::Policy& policy, const std::string& asked, Language language);

// The day that was written; absent, said on standard error, when it is none.
[[nodiscard]] std::optional<Date> read_day(const std::string& text, Language language);

// The day on the wall, for commands whose date was not given; the engine itself has no clock.
[[nodiscard]] std::string today();

}  // namespace yidan::cli
