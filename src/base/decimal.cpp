#include "base/decimal.h"

#include <array>

namespace yidan::decimal {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

template <class Integer>
bool push_digit(Integer& value, int digit) {
  return !__builtin_mul_overflow(value, Integer{10}, &value) && !__builtin_add_overflow(value, Integer{digit}, &value);
}

template <class Integer>
std::expected<Integer, Fault> parse_as(std::string_view text, int places) {
  std::size_t at = 0;
  Integer value = 0;
  bool fits = true;
  while (at < text.size() && is_digit(text[at])) fits = push_digit(value, text[at++] - '0') && fits;
  if (at == 0) return std::unexpected(Fault::not_a_number);
  int seen = 0;
  if (at < text.size() && text[at] == '.') {
    for (++at; at < text.size() && is_digit(text[at]); ++at, ++seen) {
      if (seen < places) fits = push_digit(value, text[at] - '0') && fits;
    }
    if (seen == 0) return std::unexpected(Fault::not_a_number);
  }
  if (at != text.size()) return std::unexpected(Fault::not_a_number);
  if (seen > places) return std::unexpected(Fault::too_many_places);
  for (; seen < places; ++seen) fits = push_digit(value, 0) && fits;
  if (!fits) return std::unexpected(Fault::overflow);
  return value;
}

}  // namespace

std::expected<std::int64_t, Fault> parse(std::string_view text, int places) {
  return parse_as<std::int64_t>(text, places);
}

std::expected<Wide, Fault> parse_wide(std::string_view text, int places) { return parse_as<Wide>(text, places); }

std::string_view write(std::span<char, kLongest> buffer, std::int64_t scaled, int places) {
  std::size_t at = buffer.size();
  auto rest = scaled < 0 ? 0 - static_cast<std::uint64_t>(scaled) : static_cast<std::uint64_t>(scaled);
  for (int written = 0; written < places; ++written, rest /= 10) buffer[--at] = static_cast<char>('0' + rest % 10);
  if (places > 0) buffer[--at] = '.';
  do {
    buffer[--at] = static_cast<char>('0' + rest % 10);
    rest /= 10;
  } while (rest != 0);
  if (scaled < 0) buffer[--at] = '-';
  return {buffer.data() + at, buffer.size() - at};
}

void append(std::string& out, std::int64_t scaled, int places) {
  std::array<char, kLongest> digits;
  out += write(digits, scaled, places);
}

}  // namespace yidan::decimal
