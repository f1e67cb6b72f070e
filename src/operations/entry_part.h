// What an act on an entry of a register leaves in the store, in the form in which it is kept; and the same read again.
//
// An event keeps the step as it was done and what the entry then was, so that lists are read from rows alone and
// `verify` needs no packs to compare the two.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "registers/entry.h"
#include "store/store.h"

namespace yidan::operations {

// Subjects and rows of a register are of the kind "register/NAME".
[[nodiscard]] std::string kind_of_register(std::string_view name);
[[nodiscard]] bool is_of_register(std::string_view kind);

[[nodiscard]] inline store::Subject entry_subject(Region pool, std::string_view name, const std::string& id) {
  return {.pool = pool.code(), .id = id, .kind = kind_of_register(name)};
}

// The step, and the row of the entry after it; `view` is of `last`, the last day that any step of it names.
void write_step(const registers::Step& step, const registers::View& view, const policy::RegisterDefinition& definition,
                Date last, store::Part& part);

// Errors: `damaged`.
[[nodiscard]] Result<registers::Step> step_of(const store::Recorded& recorded);

// The entry as its row has it. Errors: `damaged`.
[[nodiscard]] Result<registers::View> view_of(const store::Row& row, const policy::RegisterDefinition& definition);

// Compares the rows of an entry with its events; the first thing that differs, or nothing. Errors: `damaged`.
[[nodiscard]] Result<std::optional<std::string>> difference_of_entry(const store::SubjectContents& kept);

}  // namespace yidan::operations
