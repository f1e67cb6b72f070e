#include "store/stand_in.h"

#include <algorithm>
#include <cstdint>

namespace yidan::store {
namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr unsigned kBits = 6;

}  // namespace

StandIn stand_in_of(std::string_view raw) {
  ensure(raw.size() == StandIn::kSize, "a stand-in has 16 bytes");
  StandIn stand_in;
  std::ranges::copy(raw, stand_in.bytes.begin());
  return stand_in;
}

std::string to_text(const StandIn& stand_in) {
  std::string text;
  text.reserve(StandIn::kLetters);
  std::uint32_t bits = 0;
  unsigned held = 0;
  for (const char byte : stand_in.bytes) {
    bits = (bits << 8U) | static_cast<unsigned char>(byte);
    for (held += 8U; held >= kBits; held -= kBits) text += kAlphabet[(bits >> (held - kBits)) & 63U];
  }
  text += kAlphabet[(bits << (kBits - held)) & 63U];
  return text;
}

std::optional<StandIn> parse_stand_in(std::string_view text) {
  if (text.size() != StandIn::kLetters) return std::nullopt;
  StandIn stand_in;
  auto out = stand_in.bytes.begin();
  std::uint32_t bits = 0;
  unsigned held = 0;
  for (const char letter : text) {
    const std::size_t value = kAlphabet.find(letter);
    if (value == std::string_view::npos) return std::nullopt;
    bits = (bits << kBits) | static_cast<std::uint32_t>(value);
    held += kBits;
    if (held < 8U || out == stand_in.bytes.end()) continue;
    held -= 8U;
    *out++ = static_cast<char>(bits >> held);
  }
  if (to_text(stand_in) != text) return std::nullopt;  // bits left over that are not zero
  return stand_in;
}

StandIn Identity::of(const Subject& subject) const {
  return {digest_.of({"subject", std::to_string(subject.pool), subject.kind, subject.id})};
}

StandIn Identity::of_key(std::string_view request_key) const { return {digest_.of({"key", request_key})}; }

}  // namespace yidan::store
