#include "policy/encoding.h"

#include <algorithm>

#include "base/utf8.h"

namespace yidan::policy {

bool is_all_utf8(std::string_view text, const std::string& file, Problems& problems) {
  const auto bad = first_not_utf8(text);
  if (!bad) return true;
  const std::string_view before = text.substr(0, *bad);
  const std::string_view on_its_line = before.substr(before.rfind('\n') + 1);  // npos + 1: all of it
  problems.add({file, static_cast<int>(std::ranges::count(before, '\n')) + 1,
                static_cast<int>(count_characters(on_its_line)) + 1},
               "此处不是 UTF-8 编码：请把文件另存为 UTF-8", "this is not UTF-8: save the file with the encoding UTF-8");
  return false;
}

}  // namespace yidan::policy
