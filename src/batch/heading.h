// The names of columns, as found at the top of a CSV file or as keys of a JSON object.
#pragma once

#include "batch/row.h"

namespace yidan::batch {

inline constexpr std::size_t kIgnored = SIZE_MAX;

// The column of that name, in English or Chinese; `kIgnored` for a name of somebody's own ("x-…") and for what sheets
// have for the eye (姓名), absent for one that is unknown.
[[nodiscard]] std::optional<std::size_t> column_named(Columns columns, std::string_view name);

// "did you mean", and what there is.
[[nodiscard]] Error unknown_column(Columns columns, std::string_view name);

// Which column each field belongs to. An unknown column, one that stands twice, or a required one that is missing, is
// an error.
[[nodiscard]] Result<std::vector<std::size_t>> read_heading(Columns columns, std::span<const std::string_view> names);

}  // namespace yidan::batch
