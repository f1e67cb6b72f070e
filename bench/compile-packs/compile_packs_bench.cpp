// How long does it take to read, check and compile all packs? The limit is reading the same files and nothing else.

#include <filesystem>
#include <fstream>
#include <iterator>

#include "bench/harness.h"
#include "testing/packs.h"

int main() {
  using namespace yidan;  // NOLINT
  namespace fs = std::filesystem;
  std::size_t files = 0;
  const auto read_all = [&files] {
    std::size_t bytes = 0;
    files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(YIDAN_SOURCE_DIR "/packs")) {
      if (!entry.is_regular_file()) continue;
      std::ifstream stream(entry.path(), std::ios::binary);
      bytes += std::string{std::istreambuf_iterator<char>(stream), {}}.size();
      ++files;
    }
    bench::require(bytes > 0, "no packs");
  };
  read_all();
  bench::compare("all packs, files per second", static_cast<double>(files),
                 {{"reading the files", read_all},
                  {"yidan: read, check, compile", [] { (void)testing::packs_in(YIDAN_SOURCE_DIR "/packs"); }}});
  return 0;
}
