// Files of the repository and of tests: where they lie, reading and writing them whole.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/temporary_folder.h"

namespace yidan::testing {

inline std::filesystem::path in_repository(std::string_view name) {
  return std::filesystem::path(YIDAN_SOURCE_DIR) / name;
}

inline std::string read_file(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw std::runtime_error("cannot read " + file.string());
  return {std::istreambuf_iterator<char>(stream), {}};
}

inline void write_file(const std::filesystem::path& file, std::string_view text) {
  std::ofstream stream(file, std::ios::binary);
  stream << text;
  if (!stream.flush()) throw std::runtime_error("cannot write " + file.string());
}

// What a folder holds of one extension, or its folders where the extension is empty, sorted.
inline std::vector<std::filesystem::path> list_files(const std::filesystem::path& folder, std::string_view extension) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const bool wanted =
        extension.empty() ? entry.is_directory() : entry.path().filename().string().ends_with(extension);
    if (wanted) files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

inline std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

// A name that GoogleTest takes: letters, digits and underscores.
inline std::string test_name(const std::filesystem::path& file) {
  std::string name = file.filename().string();
  name = name.substr(0, name.find('.'));
  std::ranges::replace(name, '-', '_');
  return name;
}

// Generated texts are compared with the repository's; with this variable set they are written instead.
inline bool regenerates() { return std::getenv("YIDAN_REGENERATE") != nullptr; }

}  // namespace yidan::testing
