#include "base/visible.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"

namespace yidan {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Controls, formats and blanks of Unicode, and the letters that are drawn as nothing.
constexpr std::array kInvisible{
    Range{0x0000, 0x001F}, Range{0x007F, 0x00A0}, Range{0x00AD, 0x00AD},   Range{0x034F, 0x034F},
    Range{0x061C, 0x061C}, Range{0x115F, 0x1160}, Range{0x1680, 0x1680},   Range{0x17B4, 0x17B5},
    Range{0x180B, 0x180F}, Range{0x2000, 0x200F}, Range{0x2028, 0x202F},   Range{0x205F, 0x206F},
    Range{0x3000, 0x3000}, Range{0x3164, 0x3164}, Range{0xFE00, 0xFE0F},   Range{0xFEFF, 0xFEFF},
    Range{0xFFA0, 0xFFA0}, Range{0xFFF0, 0xFFFB}, Range{0x1D173, 0x1D17A}, Range{0xE0000, 0xE0FFF}};

bool is_control(char32_t character) { return character < 0x20 || (character >= 0x7F && character < 0xA0); }

}  // namespace

bool is_invisible(char32_t character) {
  const auto* range = std::ranges::lower_bound(kInvisible, character, {}, &Range::last);
  return range != kInvisible.end() && range->first <= character;
}

std::string name_of_character(char32_t character) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string hex;
  for (char32_t rest = character; rest != 0 || hex.size() < 4; rest /= 16) hex.insert(hex.begin(), digits[rest % 16]);
  return "U+" + hex;
}

std::string shown(std::string_view text, std::size_t most) {
  std::string out;
  for (std::string_view rest = text.substr(0, clipped(text, most).size()); !rest.empty();) {
    const Character next = first_character(rest);
    if (next.size == 0) {
      out += "\xEF\xBF\xBD";
    } else if (is_invisible(next.code)) {
      out += "[" + name_of_character(next.code) + "]";
    } else {
      out += rest.substr(0, next.size);
    }
    rest.remove_prefix(std::max<std::size_t>(next.size, 1));
  }
  return out;
}

std::string harmless(std::string text) {
  const auto obeyed = [](char c) {
    return (is_control(static_cast<unsigned char>(c)) || c == '\xC2') && c != '\n' && c != '\t';
  };
  const auto first = std::ranges::find_if(text, obeyed);
  if (first == text.end()) return text;
  std::string out(text.begin(), first);
  for (std::string_view rest = std::string_view(text).substr(out.size()); !rest.empty();) {
    const Character next = first_character(rest);
    const std::size_t size = std::max<std::size_t>(next.size, 1);
    const bool stays = next.size == 0 || !is_control(next.code) || next.code == '\n' || next.code == '\t';
    out += stays ? std::string(rest.substr(0, size)) : "[" + name_of_character(next.code) + "]";
    rest.remove_prefix(size);
  }
  return out;
}

}  // namespace yidan
