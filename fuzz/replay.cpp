// The question of a fuzz target, asked of every file of a folder, without libFuzzer: what was found once stays found.
// A wrong answer ends the program, and the last line says at which file.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int main(int count, char** words) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  if (count == 2) {
    for (const auto& entry : std::filesystem::directory_iterator(words[1], error)) files.push_back(entry.path());
  }
  if (files.empty()) {
    std::fputs("usage: *_seeds FOLDER, which holds at least one file\n", stderr);
    return 2;
  }
  std::ranges::sort(files);
  for (const std::filesystem::path& file : files) {
    std::printf("%s\n", file.c_str());
    std::fflush(stdout);
    std::ifstream stream(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    if (!stream) return 1;
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  }
  return 0;
}
