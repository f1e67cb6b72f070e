// The packs with the folder of a draft laid over them.
#pragma once

#include <optional>
#include <string>

#include "policy/policy.h"

namespace yidan::cli {

// `draft` empty: the packs alone. A draft may be a folder of one pack: that of `pool`, a code or a name, which may be
// empty. Absent, said on standard error, when something cannot be read or does not compile.
[[nodiscard]] std::optional<policy::Policy> load_with_draft(const std::string& packs, const std::string& draft,
                                                            const std::string& pool, Language language);

}  // namespace yidan::cli
