// What the commands on registers share: the books, the day, the pools, and the register that is meant.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "cli/commands/registers.h"
#include "operations/registers.h"

namespace yidan::cli {

struct AskedRegister {
  std::unique_ptr<OpenBooks> books;
  Date on;
  std::optional<Instant> known;
  std::vector<Region> pools;  // the one asked for, or all
};

// Absent, said on standard error, when something of it is not there.
[[nodiscard]] std::optional<AskedRegister> open_register(const RegisterOptions& options, store::Access access);

// Null, said on standard error, when the pool has no such register.
[[nodiscard]] const policy::RegisterDefinition* register_asked(operations::RegisterBook& book,
                                                               const AskedRegister& asked,
                                                               const RegisterOptions& options);

// The role of `--by`; absent when none was typed. Errors: `invalid_value`.
[[nodiscard]] Result<std::optional<Role>> role_typed(const std::string& by);

// "field=value" as it was typed; of a field that may have many, the values between commas. Errors: `invalid_value`.
[[nodiscard]] Result<registers::Written> fields_typed(const std::vector<std::string>& typed,
                                                      const policy::RegisterDefinition& definition);

}  // namespace yidan::cli
