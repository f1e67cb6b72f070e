#include "base/utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace yidan {
namespace {

unsigned byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

// Bytes of the character at the beginning of the text; 0 when there is none.
std::size_t character_size(std::string_view text) {
  const unsigned lead = byte_at(text, 0);
  if (lead < 0x80U) return 1;
  const std::size_t size = lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : 2;
  if (lead < 0xC2U || lead > 0xF4U || text.size() < size) return 0;
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte_at(text, i) & 0xC0U) != 0x80U) return 0;
  }
  const unsigned second = byte_at(text, 1);
  const bool overlong = (lead == 0xE0U && second < 0xA0U) || (lead == 0xF0U && second < 0x90U);
  const bool beyond = (lead == 0xEDU && second > 0x9FU) || (lead == 0xF4U && second > 0x8FU);
  return overlong || beyond ? 0 : size;
}

// How many of the first bytes are ASCII, counted by eights.
std::size_t leading_ascii(std::string_view text) {
  constexpr std::uint64_t high_bits = 0x8080'8080'8080'8080U;
  std::size_t at = 0;
  for (std::uint64_t eight = 0; text.size() - at >= sizeof eight; at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if ((eight & high_bits) != 0) break;
  }
  return at;
}

}  // namespace

Character first_character(std::string_view text) {
  const std::size_t size = character_size(text);
  if (size <= 1) return {size == 0 ? char32_t{0} : char32_t{byte_at(text, 0)}, size};
  char32_t code = byte_at(text, 0) & (0x7FU >> size);
  for (std::size_t i = 1; i < size; ++i) code = code << 6U | (byte_at(text, i) & 0x3FU);
  return {code, size};
}

bool is_utf8(std::string_view text) { return !first_not_utf8(text); }

std::optional<std::size_t> first_not_utf8(std::string_view text) {
  const std::size_t whole = text.size();
  while (true) {
    text.remove_prefix(leading_ascii(text));
    if (text.empty()) return std::nullopt;
    const std::size_t size = character_size(text);
    if (size == 0) return whole - text.size();
    text.remove_prefix(size);
  }
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

std::string as_utf8(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t size = character_size(text);
    out += size == 0 ? std::string_view("\xEF\xBF\xBD") : text.substr(0, size);
    text.remove_prefix(size == 0 ? 1 : size);
  }
  return out;
}

}  // namespace yidan
