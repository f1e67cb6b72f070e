#include "policy/parse/pack_file.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace yidan::policy {

namespace fs = std::filesystem;

PackFile load_file(const fs::path& path, std::string name, Problems& problems) {
  std::ifstream stream(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  const Watch watch(problems);
  YamlNode root = parse_yaml(text, name, problems);
  if (watch.found()) return {std::move(name), std::nullopt};
  if (root.kind == YamlNode::Kind::map) return {std::move(name), std::move(root)};
  if (root.kind == YamlNode::Kind::null) {
    problems.add({name, 0, 0}, "文件是空的：请写入内容或删去此文件", "the file is empty: fill it in or delete it");
  } else {
    problems.add({name, root.line, root.column}, "此文件应为映射：请写成“键: 值”的行",
                 "this file must be a mapping: write lines of 'key: value'");
  }
  return {std::move(name), std::nullopt};
}

std::vector<fs::path> sorted_entries(const fs::path& folder) {
  std::vector<fs::path> paths;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) paths.push_back(entry.path());
  std::ranges::sort(paths);
  return paths;
}

}  // namespace yidan::policy
