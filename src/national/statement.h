// A statement as a file of the national interface: read with every line checked, and what came of it written.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "national/message.h"
#include "national/turn.h"
#include "operations/reconciliation.h"

namespace yidan::national {

// The pool whose agency settles: of `setl_optins`, which may be the division of a county in it. Errors:
// `invalid_value`.
[[nodiscard]] Result<Region> settling_pool(const Turn& turn, const Reader& asked);
// `stmt_enddate` lies before `stmt_begndate`.
[[nodiscard]] Error days_in_wrong_order();

// The lines of a file, by `kStatementFile`. Errors: the first line that is wrong, with its number in the file and the
// column ("file[17].medfee_sumamt"), and how many there are.
[[nodiscard]] Result<std::vector<reconciliation::Entry>> read_statement_file(std::string_view text);

// A line for each settlement on either side, by `kResultFile`: those that differ first.
[[nodiscard]] std::string result_file(const operations::Compared& compared);

}  // namespace yidan::national
