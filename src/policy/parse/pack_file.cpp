#include "policy/parse/pack_file.h"

namespace yidan::policy {

namespace {

// How many bytes the character that begins with this byte has; 0 if none begins so.
std::size_t length_of(unsigned char first) {
  if (first < 0x80U) return 1;
  if (first >= 0xC2U && first <= 0xDFU) return 2;
  if (first >= 0xE0U && first <= 0xEFU) return 3;
  return first >= 0xF0U && first <= 0xF4U ? 4 : 0;
}

// The line of the first byte that is not UTF-8, from 1; 0 when all is. Overlong forms of three and four bytes pass:
// they do no harm here.
int first_line_not_utf8(std::string_view text) {
  int line = 1;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = length_of(static_cast<unsigned char>(text[at]));
    if (length == 0 || at + length > text.size()) return line;
    for (std::size_t i = 1; i < length; ++i) {
      if ((static_cast<unsigned char>(text[at + i]) & 0xC0U) != 0x80U) return line;
    }
    if (text[at] == '\n') ++line;
    at += length;
  }
  return 0;
}

}  // namespace

PackFile parse_file(const std::string& text, std::string name, Problems& problems) {
  if (const int line = first_line_not_utf8(text); line != 0) {
    problems.add({name, line, 1}, "此行不是 UTF-8 编码：请把文件另存为 UTF-8",
                 "this line is not UTF-8: save the file with the encoding UTF-8");
    return {std::move(name), std::nullopt};
  }
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
