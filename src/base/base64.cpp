#include "base/base64.h"

#include <cstdint>

namespace yidan {
namespace {

constexpr std::string_view kLettersOf64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr unsigned kBits = 6;

}  // namespace

std::string to_base64(std::string_view bytes) {
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  std::uint32_t waiting = 0;
  unsigned bits = 0;
  for (const char each : bytes) {
    waiting = waiting << 8U | static_cast<unsigned char>(each);
    for (bits += 8; bits >= kBits;) text += kLettersOf64[waiting >> (bits -= kBits) & 63U];
  }
  if (bits > 0) text += kLettersOf64[waiting << (kBits - bits) & 63U];
  while (text.size() % 4 != 0) text += '=';
  return text;
}

std::optional<std::string> from_base64(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size() / 4 * 3);
  std::uint32_t waiting = 0;
  unsigned bits = 0;
  std::size_t letters = 0;
  std::size_t ends = 0;
  for (const char each : text) {
    if (each == '\n' || each == '\r') continue;
    ++letters;
    if (each == '=') {
      ++ends;
      continue;
    }
    const std::size_t value = kLettersOf64.find(each);
    if (value == std::string_view::npos || ends > 0) return std::nullopt;
    waiting = waiting << kBits | static_cast<std::uint32_t>(value);
    bits += kBits;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(waiting >> bits & 255U);
  }
  const bool is_whole = letters % 4 == 0 && ends <= 2 && (waiting & ((1U << bits) - 1U)) == 0;
  return is_whole ? std::optional(std::move(bytes)) : std::nullopt;
}

}  // namespace yidan
