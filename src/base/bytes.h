// Bytes as texts: what the crypto library takes, and hexadecimal digits.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace yidan {

[[nodiscard]] inline const unsigned char* unsigned_of(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}
[[nodiscard]] inline unsigned char* unsigned_of(std::string& bytes) {
  return reinterpret_cast<unsigned char*>(bytes.data());
}

inline constexpr std::string_view kHexDigits = "0123456789abcdef";

[[nodiscard]] inline std::string hex_text(std::string_view bytes) {
  std::string text;
  text.reserve(2 * bytes.size());
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    text += kHexDigits[value >> 4U];
    text += kHexDigits[value & 15U];
  }
  return text;
}

// Of digits in small letters; absent when it is none.
[[nodiscard]] inline std::optional<std::string> bytes_of_hex(std::string_view hex) {
  if (hex.size() % 2 != 0) return std::nullopt;
  std::string bytes;
  bytes.reserve(hex.size() / 2);
  for (std::size_t at = 0; at < hex.size(); at += 2) {
    const std::size_t high = kHexDigits.find(hex[at]);
    const std::size_t low = kHexDigits.find(hex[at + 1]);
    if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
    bytes += static_cast<char>((high << 4U) | low);
  }
  return bytes;
}

// The digits A to F in small letters.
[[nodiscard]] inline std::string small_digits(std::string_view hex) {
  std::string lower(hex);
  for (char& each : lower) each = each >= 'A' && each <= 'F' ? static_cast<char>(each - 'A' + 'a') : each;
  return lower;
}

}  // namespace yidan
