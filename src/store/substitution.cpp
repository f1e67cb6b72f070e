#include "store/substitution.h"

#include <algorithm>
#include <cstring>

#include "base/json_writer.h"
#include "base/text.h"

namespace yidan::store {
namespace {

constexpr char kTilde = '~';
constexpr char kOfKey = '%';

// As `text.find`, which is slow where the first letter is frequent: digits in texts full of amounts.
std::size_t find(std::string_view text, std::string_view wanted, std::size_t from) {
  if (from > text.size()) return std::string_view::npos;
  const void* found = ::memmem(text.data() + from, text.size() - from, wanted.data(), wanted.size());
  if (found == nullptr) return std::string_view::npos;
  return static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

bool is_mark(char c) { return c == '"' || c == '/'; }
bool begins_at(std::string_view text, std::size_t at) { return at == 0 || is_mark(text[at - 1]); }
bool ends_at(std::string_view text, std::size_t at) { return at == text.size() || is_mark(text[at]); }

// As it is spelled between the quotes of a string of JSON.
std::string escaped(const std::string& text) {
  std::string out;
  json::Writer(out, json::Writer::Style::compact).string(text);
  return out.substr(1, out.size() - 2);
}

// A place of a text where something else is written.
struct Spot {
  std::size_t at = std::string_view::npos;
  std::size_t size = 0;
  std::string_view written;
};

// Where one spelling next stands alone, from `from` on; not where another has just ended, for it could not be seen in
// the stored text that it begins there.
void look_for(std::string_view text, std::size_t from, std::string_view spelled, std::string_view written,
              Spot& first) {
  for (std::size_t at = find(text, spelled, from); at < first.at; at = find(text, spelled, at + 1)) {
    if (begins_at(text, at) && ends_at(text, at + spelled.size()) && (at > from || from == 0)) {
      first = {at, spelled.size(), written};
      return;
    }
  }
}

void look_for_tilde(std::string_view text, std::size_t from, Spot& first) {
  for (std::size_t at = text.find(kTilde, from); at < first.at; at = text.find(kTilde, at + 1)) {
    if (begins_at(text, at)) {
      first = {at, 1, "~~"};
      return;
    }
  }
}

// What stands at a "~" of a stored text: how much of it, and what it was before.
Spot read_at(std::string_view text, std::size_t at, const NumberOf& number_of) {
  if (text.substr(at).starts_with("~~")) return {at, 2, "~"};
  const bool of_key = at + 1 < text.size() && text[at + 1] == kOfKey;
  const std::size_t letters = at + (of_key ? 2 : 1);
  const auto stand_in = parse_stand_in(text.substr(std::min(letters, text.size()), StandIn::kLetters));
  const Number* number = stand_in ? number_of(*stand_in) : nullptr;
  if (number == nullptr) return {at, 1, "~"};
  return {at, letters - at + StandIn::kLetters, of_key ? number->in_key() : number->plain()};
}

}  // namespace

Number::Number(const Subject& subject, const StandIn& stand_in)
    : stand_in_(stand_in),
      plain_(escaped(subject.id)),
      in_key_(escaped(key_part(subject.id))),
      mark_(kTilde + to_text(stand_in)),
      mark_in_key_(std::string{kTilde, kOfKey} + to_text(stand_in)) {}

std::string substituted(std::string_view text, std::span<const Number> numbers) {
  std::string out;
  std::size_t from = 0;
  while (true) {
    Spot first;
    look_for_tilde(text, from, first);
    for (const Number& number : numbers) {
      look_for(text, from, number.plain(), number.mark(), first);
      if (number.in_key() != number.plain()) look_for(text, from, number.in_key(), number.mark_in_key(), first);
    }
    if (first.at == std::string_view::npos) break;
    if (out.empty()) out.reserve(text.size() + StandIn::kLetters);
    out.append(text, from, first.at - from).append(first.written);
    from = first.at + first.size;
  }
  return out.append(text, from);
}

std::string completed(std::string text, const NumberOf& number_of) {
  std::size_t tilde = text.find(kTilde);
  if (tilde == std::string::npos) return text;
  std::string out;
  out.reserve(text.size());
  std::size_t from = 0;
  for (; tilde != std::string::npos; tilde = text.find(kTilde, std::max(tilde + 1, from))) {
    if (!begins_at(text, tilde)) continue;
    const Spot spot = read_at(text, tilde, number_of);
    out.append(text, from, tilde - from).append(spot.written);
    from = tilde + spot.size;
  }
  return out.append(text, from);
}

}  // namespace yidan::store
