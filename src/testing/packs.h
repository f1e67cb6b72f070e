// The packs of the repository (or of $YIDAN_PACKS, as for the program), compiled once a process; and packs of any other
// folder.
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <vector>

#include "policy/policy.h"
#include "policy/source.h"

namespace yidan::testing {

[[nodiscard]] std::filesystem::path packs_folder();
// Their files, read once.
[[nodiscard]] const policy::Source& shipped_packs();

// They are sound, or nothing can be tested: throws std::runtime_error with the first problem.
[[nodiscard]] const policy::Policy& shipped_policy();

// A city of them, by its code (370600); throws std::out_of_range where there is none.
[[nodiscard]] const policy::Pool& shipped_pool(std::int32_t region);

// What the packs of a folder compile to, or what is wrong with them. This is the one place where tests read packs.
[[nodiscard]] std::expected<policy::Policy, std::vector<policy::Problem>> packs_in(const std::filesystem::path& folder);

}  // namespace yidan::testing
