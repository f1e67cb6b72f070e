#include "http/target.h"

#include <charconv>

#include "base/utf8.h"

namespace yidan::http {
namespace {

std::optional<char> byte_of(std::string_view hex) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), value, 16);
  if (hex.size() != 2 || error != std::errc() || end != hex.data() + hex.size()) return std::nullopt;
  return static_cast<char>(value);
}

// `plus` is a space in a query and itself in a path.
std::optional<std::string> decoded(std::string_view text, char plus) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      const auto byte = byte_of(text.substr(i + 1, 2));
      if (!byte) return std::nullopt;
      plain += *byte;
      i += 2;
    } else {
      plain += text[i] == '+' ? plus : text[i];
    }
  }
  if (plain.contains('\0') || !is_utf8(plain)) return std::nullopt;
  return plain;
}

// Calls `each` with the pieces of `text` between the separators; false ends it.
template <class Each>
bool for_each_piece(std::string_view text, char separator, const Each& each) {
  while (true) {
    const std::size_t end = text.find(separator);
    if (!each(text.substr(0, end))) return false;
    if (end == std::string_view::npos) return true;
    text.remove_prefix(end + 1);
  }
}

bool read_segments(std::string_view path, Target& target) {
  return for_each_piece(path, '/', [&](std::string_view piece) {
    auto segment = decoded(piece, '+');
    if (!segment) return false;
    target.segments.push_back(std::move(*segment));
    return true;
  });
}

bool read_query(std::string_view query, Target& target) {
  return for_each_piece(query, '&', [&](std::string_view piece) {
    if (piece.empty()) return true;
    const std::size_t equals = piece.find('=');
    auto name = decoded(piece.substr(0, equals), ' ');
    auto value = decoded(equals == std::string_view::npos ? "" : piece.substr(equals + 1), ' ');
    if (!name || !value) return false;
    target.query.emplace_back(std::move(*name), std::move(*value));
    return true;
  });
}

}  // namespace

std::optional<Target> read_target(std::string_view written) {
  if (!written.starts_with('/')) return std::nullopt;
  const std::size_t mark = written.find('?');
  std::string_view path = written.substr(0, mark);
  path.remove_prefix(1);
  Target target;
  if (!path.empty() && !read_segments(path, target)) return std::nullopt;
  if (mark != std::string_view::npos && !read_query(written.substr(mark + 1), target)) return std::nullopt;
  return target;
}

std::string encoded(std::string_view segment) {
  constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text;
  for (const char each : segment) {
    if (plain.contains(each)) {
      text += each;
    } else {
      const auto byte = static_cast<unsigned char>(each);
      text += {'%', digits[byte >> 4U], digits[byte & 0xFU]};
    }
  }
  return text;
}

}  // namespace yidan::http
