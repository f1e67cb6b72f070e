// The rows by which an institution's settlements are added up and compared: one for each settlement and for each that
// takes one back, found by institution and by the day on which it was done.
#pragma once

#include <string>
#include <vector>

#include "reconciliation/entry.h"
#include "store/store.h"

namespace yidan::operations {

inline constexpr std::string_view kSettlementTable = "settlement";

// `care` of a row: the insurance and the clearing class, "310/11".
[[nodiscard]] std::string cell_of(std::string_view insurance, std::string_view clearing);

// REQUIRES: all columns of the entry are told, and a taking back has its own number.
[[nodiscard]] store::Row settled_row(const reconciliation::Entry& entry, std::string provider, Date day,
                                     std::string cell);

// Errors: `damaged`.
[[nodiscard]] Result<reconciliation::Entry> entry_of(const store::Row& row);

// The books' side of a statement, those that were reversed among them; from rows alone. Errors: those of the store.
[[nodiscard]] Result<std::vector<reconciliation::Entry>> settled_entries(store::Store& store,
                                                                         const reconciliation::Scope& scope);

}  // namespace yidan::operations
