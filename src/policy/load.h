// Packs in, compiled policy out: reads, checks and compiles, or says everything that is wrong.
#pragma once

#include <expected>
#include <filesystem>
#include <optional>
#include <vector>

#include "policy/policy.h"
#include "policy/source.h"

namespace yidan::policy {

// A policy exists only when no problem was found; else every problem that there is, by file and line. With `known` it
// is as it was known on that day: figures published later are not there (semantics M6).
[[nodiscard]] std::expected<Policy, std::vector<Problem>> load_policy(const Source& source,
                                                                      Judging judging = Judging::now,
                                                                      std::optional<Date> known = std::nullopt);

// The same from the folder of packs.
[[nodiscard]] std::expected<Policy, std::vector<Problem>> load_policy(const std::filesystem::path& root);

}  // namespace yidan::policy
