// The two kinds of files that `open_table` tells apart.
#pragma once

#include "sheets/table.h"

namespace yidan::sheets {

[[nodiscard]] Result<std::unique_ptr<Table>> open_csv(const std::filesystem::path& file);
[[nodiscard]] Result<std::unique_ptr<Table>> open_xlsx(const std::filesystem::path& file);

[[nodiscard]] inline Error sheet_error(std::string zh, std::string en, std::string where = {}) {
  return {ErrorCode::syntax, {std::move(zh), std::move(en)}, std::move(where)};
}

}  // namespace yidan::sheets
