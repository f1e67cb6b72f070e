// Any bytes as a sheet of an office: never a crash; rows rise, and a cell is no longer than a cell may be.
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <unistd.h>

#include "sheets/table.h"

namespace {

using namespace yidan;  // NOLINT

// One file a process, written again for each input.
const std::filesystem::path& sheet_file() {
  static const std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("yidan-sheet-" + std::to_string(::getpid()));
  static const bool removed_at_exit = std::atexit([] { std::filesystem::remove(path); }) == 0;
  (void)removed_at_exit;
  return path;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::ofstream(sheet_file(), std::ios::binary | std::ios::trunc)
      .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
  auto table = sheets::open_table(sheet_file());
  if (!table) return 0;
  std::size_t line = 0;
  for (int rows = 0; rows < 10'000; ++rows) {
    const auto row = (*table)->next();
    if (!row || !*row) return 0;
    constexpr std::size_t longest = 1U << 18U;
    for (const std::string& each : (*row)->cells) {
      if (each.size() > longest) std::abort();
    }
    if ((*row)->line == 0 && line > 0) std::abort();
    line = (*row)->line;
  }
  return 0;
}
