#include "policy/parse/pack_file.h"

#include "policy/encoding.h"

namespace yidan::policy {

PackFile parse_file(const std::string& text, std::string name, Problems& problems) {
  if (!is_all_utf8(text, name, problems)) return {std::move(name), std::nullopt};
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

}  // namespace yidan::policy
