#include "base/file_kind.h"

#include <algorithm>
#include <array>
#include <string>

namespace yidan {
namespace {

using namespace std::string_view_literals;

struct Kind {
  std::string_view mark;  // the first bytes
  std::string_view zh;
  std::string_view en;
};

constexpr std::string_view kSaveZh = "：请另存为“CSV UTF-8（逗号分隔）”，或导出为 UTF-8 的 JSON";
constexpr std::string_view kSaveEn = ": save it as 'CSV UTF-8 (comma delimited)', or export JSON as UTF-8";

// The longer mark first, where one begins like another.
constexpr std::array kKinds{
    Kind{"PK\x03\x04"sv, "这是 Excel 工作簿（xlsx）或压缩包，不是文本",
         "this is an Excel workbook (xlsx) or an archive, not text"},
    Kind{"\xD0\xCF\x11\xE0"sv, "这是旧版 Excel 工作簿（xls），不是文本",
         "this is an old Excel workbook (xls), not text"},
    Kind{"\xFF\xFE\x00\x00"sv, "文件是 UTF-32 编码", "the file is UTF-32"},
    Kind{"\x00\x00\xFE\xFF"sv, "文件是 UTF-32 编码", "the file is UTF-32"},
    Kind{"\xFF\xFE"sv, "文件是 UTF-16 编码（“Unicode 文本”）", "the file is UTF-16 ('Unicode text')"},
    Kind{"\xFE\xFF"sv, "文件是 UTF-16 编码（“Unicode 文本”）", "the file is UTF-16 ('Unicode text')"},
    Kind{"\x1F\x8B"sv, "这是压缩文件（gzip），不是文本", "this is compressed (gzip), not text"},
    Kind{"%PDF"sv, "这是 PDF，不是文本", "this is a PDF, not text"},
    Kind{"<"sv, "这是网页或 XML（有的系统以 .xls 导出），不是表格文本",
         "this is a web page or XML (which some systems export as .xls), not rows of text"},
};

Text with_advice(std::string_view zh, std::string_view en) {
  return {std::string(zh) + std::string(kSaveZh), std::string(en) + std::string(kSaveEn)};
}

// Every other byte of the first few is zero.
bool is_unmarked_utf16(std::string_view start) {
  if (start.size() < 4) return false;
  const auto zeros_from = [start](std::size_t at) {
    return start[at] == '\0' && start[at + 2] == '\0' && start[1 - at] != '\0';
  };
  return zeros_from(0) || zeros_from(1);
}

}  // namespace

std::optional<Text> foreign_kind(std::string_view start) {
  for (const Kind& kind : kKinds) {
    if (start.starts_with(kind.mark)) return with_advice(kind.zh, kind.en);
  }
  if (is_unmarked_utf16(start)) return with_advice(kKinds[4].zh, kKinds[4].en);
  return std::nullopt;
}

const Text& not_utf8() {
  static const Text text{"不是 UTF-8 文本（可能是 GBK）：请另存为“CSV UTF-8”，或以 UTF-8 导出",
                         "the text is not UTF-8 (perhaps GBK): save the file as 'CSV UTF-8', or export it as UTF-8"};
  return text;
}

std::string_view without_mark(std::string_view text) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (text.starts_with(mark)) text.remove_prefix(mark.size());
  return text;
}

}  // namespace yidan
