#include "sheets/table.h"

#include <algorithm>
#include <array>
#include <fstream>

#include "sheets/formats.h"

namespace yidan::sheets {

bool TableRow::is_empty() const {
  return std::ranges::all_of(cells, [](const std::string& each) { return each.empty(); });
}

Result<std::unique_ptr<Table>> open_table(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::array<char, 4> start{};
  in.read(start.data(), start.size());
  if (std::filesystem::is_directory(file) || (!in && in.gcount() == 0 && !in.eof())) {
    return std::unexpected(Error{ErrorCode::not_found,
                                 {"找不到或不能读取文件“" + file.string() + "”：请核对路径",
                                  "file '" + file.string() + "' is not there or cannot be read: check its path"},
                                 {}});
  }
  constexpr std::array<char, 4> zip{'P', 'K', 3, 4};
  constexpr std::array<unsigned char, 4> old{0xD0, 0xCF, 0x11, 0xE0};
  if (start == zip) return open_xlsx(file);
  const bool is_old = std::ranges::equal(start, old, {}, [](char each) { return static_cast<unsigned char>(each); });
  if (is_old) {
    return std::unexpected(sheet_error("这是旧版 Excel 文件（.xls）：请另存为 .xlsx 或“CSV UTF-8”",
                                       "this is a file of an old Excel (.xls): save it as .xlsx or as 'CSV UTF-8'"));
  }
  return open_csv(file);
}

}  // namespace yidan::sheets
