// Entries of registers as JSON of the contract, as rows of a table, and for people.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/json_writer.h"
#include "calendar/instant.h"
#include "exchange/receipt.h"
#include "registers/check.h"

namespace yidan::exchange {

// A step with when it was recorded, and by whom.
struct RecordedStep {
  registers::Step step;
  Instant recorded;
  std::string actor;
};

struct EntryAnswer {
  Region pool;
  const policy::RegisterDefinition* definition = nullptr;
  const registers::Seen* seen = nullptr;
  Date on;
  std::optional<RegisterAct> did{};
  const std::vector<registers::Finding>* findings = nullptr;
  const std::vector<RecordedStep>* steps = nullptr;
  std::optional<Receipt> receipt{};
};

void write_entry(json::Writer& json, const EntryAnswer& answer);
// One line.
[[nodiscard]] std::string entry_json(const EntryAnswer& answer);

// The columns of a register's table: id, pool, state, since, due, days overdue, and each field by its title.
[[nodiscard]] std::vector<std::string> entry_columns(const policy::RegisterDefinition& definition, Language language);
[[nodiscard]] std::vector<std::string> entry_cells(const EntryAnswer& answer, Language language);

// What a check of a register came to.
struct CheckedRegister {
  const policy::RegisterCheck* check = nullptr;
  registers::Coverage coverage;
};
void write_checked(json::Writer& json, const CheckedRegister& checked);
// What a register keeps: fields, states, moves and checks.
void write_definition(json::Writer& json, const policy::RegisterDefinition& definition);
// "98.18", rounded down; empty where there is nothing.
[[nodiscard]] std::string share_of(std::size_t held, std::size_t all);
[[nodiscard]] std::string share_of(const registers::Coverage& coverage);

}  // namespace yidan::exchange
