#include "policy/archive.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <map>
#include <sstream>

namespace yidan::policy {
namespace {

namespace fs = std::filesystem;

Error damaged() {
  return {ErrorCode::damaged,
          {"保存的政策包无法读取：请从备份恢复", "the packs that were kept cannot be read: restore from a backup"},
          {}};
}

Result<std::string> read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file)
    return std::unexpected(Error{ErrorCode::not_found, {"无法读取政策包文件", "cannot read a pack"}, path.string()});
  return std::move(text).str();
}

// One file of an archive: "path length\n", then as many bytes.
struct Part {
  std::string_view path;
  std::string_view text;
};

Result<Part> next_part(std::string_view& rest) {
  const std::size_t line = rest.find('\n');
  const std::size_t blank = rest.substr(0, line).rfind(' ');
  if (line == std::string_view::npos || blank == std::string_view::npos) return std::unexpected(damaged());
  std::size_t length = 0;
  const auto read = std::from_chars(rest.data() + blank + 1, rest.data() + line, length);
  if (read.ptr != rest.data() + line || length > rest.size() - line - 1) return std::unexpected(damaged());
  const Part part{rest.substr(0, blank), rest.substr(line + 1, length)};
  rest.remove_prefix(line + 1 + length);
  return part;
}

// Only names below the folder: an archive cannot write elsewhere.
bool stays_below(const fs::path& path) {
  return path.is_relative() && std::ranges::none_of(path, [](const fs::path& name) { return name == ".."; });
}

}  // namespace

Result<std::string> archive_of(const fs::path& root) {
  std::error_code error;
  std::map<std::string, fs::path> files;
  for (fs::recursive_directory_iterator each(root, error), end; !error && each != end; each.increment(error)) {
    if (each->is_regular_file()) files.emplace(fs::relative(each->path(), root).generic_string(), each->path());
  }
  if (error) {
    return std::unexpected(
        Error{ErrorCode::not_found, {"无法读取政策包目录", "cannot read the folder of packs"}, root.string()});
  }
  std::string archive;
  for (const auto& [name, path] : files) {
    const auto text = read_file(path);
    if (!text) return std::unexpected(text.error());
    archive += name + " " + std::to_string(text->size()) + "\n" + *text;
  }
  return archive;
}

Result<void> unpack(std::string_view archive, const fs::path& folder) {
  while (!archive.empty()) {
    const auto part = next_part(archive);
    if (!part) return std::unexpected(part.error());
    if (!stays_below(part->path)) return std::unexpected(damaged());
    const fs::path path = folder / part->path;
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    std::ofstream file(path, std::ios::binary);
    file << part->text;
    file.close();
    if (!file) {
      return std::unexpected(Error{
          ErrorCode::unavailable, {"无法写出保存的政策包", "cannot unpack the packs that were kept"}, path.string()});
    }
  }
  return {};
}

}  // namespace yidan::policy
