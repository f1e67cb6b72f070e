// A bill in the store: two documents of the event that made the version, and the row of the bill as it is now.
//
// The documents are "bill/3" (the text) and "steps/3" (its explanation) of the bill of event 3. The row is of table
// "bill", by the encounter's id; its state is the bill's status, its data the amounts in fen, the entry, the version.
// Where two institutions gave one number, the later bill's row has the number of its event behind, and its data the id.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "books/bill_version.h"
#include "store/first_form.h"

namespace yidan::books {

using store::kBillTable;

// The row of a bill.
[[nodiscard]] store::Row row_of(const BillVersion& bill);

// The bill as its row has it, without its text and its explanation. Absent: it is no row of a bill.
[[nodiscard]] std::optional<BillVersion> read_row(const store::Row& row);

// Writes bills into the change of the event that made them.
void write_bills(std::span<const BillVersion> bills, store::Part& change);

// The text of the bill of entry `entry` as an event left it; null when it left none.
[[nodiscard]] const std::string* bill_text(std::span<const store::Document> documents, std::int64_t entry);

// The bills of a subject as they are now, by entry, from its rows and its events. Absent: they do not belong together.
[[nodiscard]] std::optional<std::vector<BillVersion>> stored_bills(std::span<const store::Row> rows,
                                                                   std::span<const store::Recorded> history);

// The day by whose rules the first bill of an event was settled, as it is written there; empty when it has no bill.
[[nodiscard]] std::string rule_date_in(std::span<const store::Document> documents);

// A file of a backup of the first form as changes of today, one an event. Errors: `damaged`.
[[nodiscard]] Result<std::vector<store::Part>> upgraded(const store::first_form::File& file);

}  // namespace yidan::books
