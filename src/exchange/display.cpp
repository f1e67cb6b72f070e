#include "exchange/display.h"

#include <algorithm>
#include <cctype>
#include <vector>

#include "money/rate.h"

namespace yidan::exchange {
namespace {

// Decodes one UTF-8 character and moves past it; input was checked when it was read.
char32_t next_character(std::string_view& text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t character = length == 1 ? lead : lead & (0x7FU >> length);
  for (std::size_t i = 1; i < std::min(length, text.size()); ++i) {
    character = (character << 6) | (static_cast<unsigned char>(text[i]) & 0x3FU);
  }
  text.remove_prefix(std::min(length, text.size()));
  return character;
}

bool is_wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
         (c >= 0x20000 && c <= 0x3FFFD);
}

// What may begin no line.
bool closes(char32_t c) {
  return std::u32string_view(U",.;:!?)]›%，。；：！？、）】》”’·").find(c) != std::u32string_view::npos;
}
// What may end no line.
bool opens(char32_t c) { return std::u32string_view(U"([‹（【《“‘").find(c) != std::u32string_view::npos; }

// A piece of text that is not broken, and the blanks before it.
struct Piece {
  std::string text;
  std::size_t width = 0;
  std::size_t blanks = 0;
};

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  char32_t last = U' ';
  std::size_t blanks = 0;
  while (!text.empty()) {
    const std::string_view before = text;
    const char32_t c = next_character(text);
    if (c == U' ') {
      ++blanks;
      last = c;
      continue;
    }
    const bool between = (is_wide(c) || is_wide(last)) && !closes(c) && !opens(last);
    if (pieces.empty() || last == U' ' || between) pieces.push_back({{}, 0, blanks});
    blanks = 0;
    pieces.back().text += before.substr(0, before.size() - text.size());
    pieces.back().width += is_wide(c) ? 2U : 1U;
    last = c;
  }
  return pieces;
}

std::string blanks_for(std::string_view text, std::size_t columns) {
  const std::size_t width = display_width(text);
  return std::string(width < columns ? columns - width : 0, ' ');
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) width += is_wide(next_character(text)) ? 2U : 1U;
  return width;
}

std::string left_aligned(std::string_view text, std::size_t columns) {
  return std::string(text) + blanks_for(text, columns);
}

std::string right_aligned(std::string_view text, std::size_t columns) {
  return blanks_for(text, columns) + std::string(text);
}

std::vector<std::string> wrapped(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines(1);
  std::size_t width = 0;
  for (const Piece& piece : pieces_of(text)) {
    if (width > 0 && width + piece.blanks + piece.width > columns) {
      lines.emplace_back();
      width = 0;
    } else {
      lines.back().append(piece.blanks, ' ');
      width += piece.blanks;
    }
    for (std::string_view rest = piece.text; !rest.empty();) {
      const std::string_view before = rest;
      const std::size_t wide = is_wide(next_character(rest)) ? 2 : 1;
      if (width > 0 && width + wide > columns) {
        lines.emplace_back();
        width = 0;
      }
      lines.back() += before.substr(0, before.size() - rest.size());
      width += wide;
    }
  }
  return lines;
}

std::string fitted(std::string_view page, std::size_t columns) {
  constexpr std::size_t least = 40;
  constexpr std::size_t further_in = 4;
  columns = std::max(columns, least);
  std::string out;
  while (!page.empty()) {
    const std::size_t end = std::min(page.find('\n'), page.size());
    const std::string_view line = page.substr(0, end);
    if (display_width(line) <= columns) {
      out += line;
    } else {
      const std::size_t indent = std::min(line.find_first_not_of(' '), columns / 2);
      std::string start(indent, ' ');
      for (const std::string& part : wrapped(line.substr(indent), columns - indent - further_in)) {
        if (start.size() > indent) out += '\n';
        out += start + part;
        start.assign(indent + further_in, ' ');
      }
    }
    if (end < page.size()) out += '\n';
    page.remove_prefix(std::min(end + 1, page.size()));
  }
  return out;
}

std::string repeat(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

std::string share_text(std::int64_t part, std::int64_t all) {
  if (all == 0) return {};
  const auto hundredths = static_cast<std::int64_t>(Exact{part} * 10'000 / all);
  const std::string cents = std::to_string(hundredths % 100);
  return std::to_string(hundredths / 100) + "." + (cents.size() == 1 ? "0" : "") + cents;
}

std::string masked(std::string_view id) {
  std::vector<std::string_view> characters;
  for (std::string_view rest = id; !rest.empty();) {
    const std::string_view before = rest;
    (void)next_character(rest);
    characters.push_back(before.substr(0, before.size() - rest.size()));
  }
  const std::size_t head = std::min<std::size_t>(6, characters.size() / 3);
  const std::size_t tail = std::min<std::size_t>(2, characters.size() / 8);
  std::string out;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    out += i < head || i + tail >= characters.size() ? characters[i] : "*";
  }
  return out;
}

std::string masked_within(std::string_view text) {
  constexpr std::size_t length = 18;
  std::string out;
  while (!text.empty()) {
    std::size_t end = 0;
    while (end < text.size() && std::isalnum(static_cast<unsigned char>(text[end])) != 0) ++end;
    const std::string_view run = text.substr(0, end);
    const bool of_digits = run.find_first_not_of("0123456789") >= length - 1;  // the last may be X
    out += run.size() == length && of_digits ? masked(run) : std::string(run);
    if (end < text.size()) out += text[end++];
    text.remove_prefix(end);
  }
  return out;
}

std::string describe_rejected(const Error& error, Language language) {
  const std::string title = language == Language::zh ? "── 未受理：" : "── rejected: ";
  return title + error.message.in(language) + "  (" + error.where + ")\n\n";
}

}  // namespace yidan::exchange
