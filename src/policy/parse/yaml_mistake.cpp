#include "policy/parse/yaml_mistake.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace yidan::policy {
namespace {

// The words of yaml-cpp that a file of figures can meet, by how they begin.
struct Said {
  std::string_view begins;
  std::string_view zh;
  std::string_view en;
};
constexpr std::array kSaid{
    Said{"end of map flow", "花括号没有闭合：请补上“}”，各项之间用半角逗号",
         "a brace is not closed: add '}', and a comma between the entries"},
    Said{"end of sequence flow", "方括号没有闭合：请补上“]”，各项之间用半角逗号",
         "a bracket is not closed: add ']', and a comma between the items"},
    Said{"end of map", "缩进不一致：同一层的键须从同一列开始",
         "the indentation is uneven: keys of one level begin in the same column"},
    Said{"end of sequence", "缩进不一致：同一列表的“- ”须从同一列开始",
         "the indentation is uneven: the '- ' of one list begin in the same column"},
    Said{"illegal map value", "此处不能有冒号：一行只写一个“键: 值”，含冒号的文字请加双引号",
         "no colon can stand here: write one 'key: value' a line, and put text with a colon in double quotes"},
    Said{"illegal map key", "此处不能有键：请核对缩进与前一行",
         "no key can stand here: check the indentation and the line before"},
    Said{"illegal block entry", "此处不能有“- ”：列表另起一行，缩进一致",
         "no '- ' can stand here: a list begins on a line of its own, evenly indented"},
    Said{"illegal flow end", "括号不配对：“[”要有“]”，“{”要有“}”",
         "the brackets do not match: a '[' needs its ']', a '{' its '}'"},
    Said{"illegal tab", "缩进用了制表符：请改用空格", "a tab stands in the indentation: use blanks"},
    Said{"illegal EOF in scalar", "引号没有闭合：请补上右边的引号", "a quote is not closed: add the closing one"},
    Said{"illegal document indicator", "引号没有闭合：请补上右边的引号", "a quote is not closed: add the closing one"},
    Said{"invalid character in single-quoted", "引号没有闭合：请补上右边的引号",
         "a quote is not closed: add the closing one"},
    Said{"unknown escape", "双引号中的“\\”有特殊含义：请写成“\\\\”，或改用单引号",
         "'\\' is special in double quotes: write '\\\\', or use single quotes"},
    Said{"unknown token", "此处的符号不能开头：请给这段文字加双引号",
         "no text can begin with this sign: put the text in double quotes"},
    Said{"alias not found", "“*”有特殊含义：请给这段文字加双引号", "'*' is special: put the text in double quotes"},
    Said{"anchor not found", "“&”有特殊含义：请给这段文字加双引号", "'&' is special: put the text in double quotes"},
    Said{"the referenced anchor", "政策包不用锚点和别名：请直接写出其值",
         "packs use no anchors and aliases: write the value itself here"},
};

struct Sign {
  std::string_view wide;
  std::string_view plain;
  std::string_view zh;
  std::string_view en;
};
// A colon is sought first: it is what takes a line's meaning away; the others mostly come with it.
constexpr std::array kWide{
    Sign{"：", ": ", "全角冒号", "a full-width colon"},      Sign{"，", ", ", "全角逗号", "a full-width comma"},
    Sign{"｛", "{", "全角花括号", "a full-width brace"},     Sign{"｝", "}", "全角花括号", "a full-width brace"},
    Sign{"［", "[", "全角方括号", "a full-width bracket"},   Sign{"］", "]", "全角方括号", "a full-width bracket"},
    Sign{"“", "\"", "中文引号", "a Chinese quotation mark"}, Sign{"”", "\"", "中文引号", "a Chinese quotation mark"},
    Sign{"　", " ", "全角空格", "a full-width blank"},
};

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// The line without what stands in quotes, and without its comment: there every sign is as good as another.
std::string bare(std::string_view line) {
  std::string left;
  char quote = 0;
  for (const char c : line) {
    if (quote == 0 && c == '#') break;
    if (quote == 0 && (c == '"' || c == '\'')) {
      quote = c;
    } else if (quote == c) {
      quote = 0;
    } else if (quote == 0) {
      left += c;
    }
  }
  return left;
}

bool is_blank(std::string_view line) { return bare(line).find_first_not_of(" \t\r") == std::string::npos; }

bool has_tab_before_text(std::string_view line) {
  const std::size_t text = std::min(line.find_first_not_of(" \t"), line.size());
  return line.substr(0, text).find('\t') != std::string_view::npos;
}

std::optional<Text> wide_sign_of(std::string_view line) {
  const std::string text = bare(line);
  for (const Sign& sign : kWide) {
    if (text.find(sign.wide) == std::string::npos) continue;
    const std::string wide(sign.wide);
    const std::string plain(sign.plain);
    Text slip{std::string(sign.zh), std::string(sign.en)};
    slip.zh.append("“").append(wide).append("”：请改用半角“").append(plain).append("”");
    if (sign.plain == ": ") slip.zh += "，冒号后空一格";
    slip.en.append(" '").append(wide).append("': write '").append(plain).append("'");
    return slip;
  }
  return std::nullopt;
}

// What a hand did in this line.
std::optional<Text> slip_in(std::string_view line) {
  if (has_tab_before_text(line)) {
    return Text{"缩进用了制表符：请改用空格", "a tab stands in the indentation: use blanks"};
  }
  return wide_sign_of(line);
}

// A quote that is not closed swallows what follows, and the parser stops far below it.
std::optional<std::size_t> unclosed_quote(const std::vector<std::string_view>& lines, std::size_t until) {
  for (std::size_t i = 0; i <= until && i < lines.size(); ++i) {
    if (lines[i].find('#') == std::string_view::npos && std::ranges::count(lines[i], '"') % 2 != 0) return i;
  }
  return std::nullopt;
}

// "here", or where else: the parser may stop a line after the mistake.
Text placed(Text slip, std::size_t line, std::size_t of) {
  if (line == of) return slip;
  const std::string number = std::to_string(line + 1);
  return {"在第 " + number + " 行，" + slip.zh, "in line " + number + ", " + slip.en};
}

}  // namespace

Text yaml_mistake(std::string_view text, int line, std::string_view said) {
  const auto lines = lines_of(text);
  const std::size_t at = std::min(static_cast<std::size_t>(std::max(line, 0)), lines.empty() ? 0 : lines.size() - 1);
  if (const auto quote = unclosed_quote(lines, at)) {
    return placed({"引号没有闭合：请补上右边的引号", "a quote is not closed: add the closing one"}, *quote, at);
  }
  constexpr int lines_looked_at = 3;
  int looked = 0;
  for (std::size_t above = std::min(at + 1, lines.size()); above > 0 && looked < lines_looked_at; --above) {
    const std::size_t i = above - 1;
    if (is_blank(lines[i]) && !has_tab_before_text(lines[i])) continue;
    ++looked;
    if (auto slip = slip_in(lines[i])) return placed(std::move(*slip), i, at);
  }
  for (const Said& known : kSaid) {
    if (said.starts_with(known.begins)) return {std::string(known.zh), std::string(known.en)};
  }
  return {"此处的语法有误：请核对缩进、引号、括号与冒号",
          "the syntax is wrong here: check indentation, quotes, brackets and colons"};
}

}  // namespace yidan::policy
