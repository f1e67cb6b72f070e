// A closed word: everything the law enumerates is an enum whose members have a code, a Chinese and an English name.
//
// The table of an enum lists its members in order; `terms.h` holds all of them. Reading, printing, suggestions and the
// glossary come from the same table, so a word can never be spelled two ways.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace yidan {

struct Word {
  std::string_view code;
  std::string_view zh;
  std::string_view en;
};

// Specialised for each enum in terms.h: `static constexpr std::array<Word, N> words`, `zh` and `en` of the enum itself.
template <class E>
struct Terms;

template <class E>
inline constexpr std::size_t count_of = Terms<E>::words.size();

template <class E>
[[nodiscard]] constexpr const Word& word(E value) {
  return Terms<E>::words[static_cast<std::size_t>(value)];
}

template <class E>
[[nodiscard]] constexpr std::string_view code(E value) {
  return word(value).code;
}

// What is special about a word, where its table has a column for that.
template <class E>
[[nodiscard]] constexpr const auto& traits(E value) {
  static_assert(Terms<E>::traits.size() == count_of<E>, "every word has its traits");
  return Terms<E>::traits[static_cast<std::size_t>(value)];
}

// The first word whose traits are such. REQUIRES: there is one.
template <class E, class Holds>
[[nodiscard]] constexpr E first_with(Holds holds) {
  std::size_t at = 0;
  while (!holds(Terms<E>::traits.at(at))) ++at;
  return static_cast<E>(at);
}

template <class E>
[[nodiscard]] constexpr std::optional<E> parse_word(std::string_view code) {
  for (std::size_t i = 0; i < count_of<E>; ++i) {
    if (Terms<E>::words[i].code == code) return static_cast<E>(i);
  }
  return std::nullopt;
}

// A set of words of one enum.
template <class E>
class WordSet {
  static_assert(count_of<E> <= 32);

 public:
  constexpr WordSet() = default;
  constexpr WordSet(std::initializer_list<E> members) {
    for (const E member : members) insert(member);
  }

  constexpr void insert(E member) { bits_ |= bit(member); }
  constexpr void insert(WordSet others) { bits_ |= others.bits_; }
  [[nodiscard]] constexpr bool contains(E member) const { return (bits_ & bit(member)) != 0; }
  [[nodiscard]] constexpr bool intersects(WordSet others) const { return (bits_ & others.bits_) != 0; }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
  bool operator==(const WordSet&) const = default;

 private:
  static constexpr std::uint32_t bit(E member) { return 1U << static_cast<unsigned>(member); }
  std::uint32_t bits_ = 0;
};

// "a, b, c": every code of an enum, for messages.
template <class E>
[[nodiscard]] std::string codes_of() {
  std::string list;
  for (const Word& each : Terms<E>::words) {
    if (!list.empty()) list += ", ";
    list += each.code;
  }
  return list;
}

}  // namespace yidan
