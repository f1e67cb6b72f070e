// The dimensions by which tables of a pack are keyed, and the key of one bill.
//
// Every table names the dimensions it uses; a key gives an ordinal for each of them. Ordinals follow the closed words.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "terms/books.h"
#include "terms/people.h"
#include "terms/terms.h"

namespace yidan::policy {

enum class Dimension : std::uint8_t {
  level,
  status,
  identity,
  place,
  order,
  disease,
  held,
  cause,
  line_class,
  owner,
  reason,
  layer,
  scheme_name,
  employer_kind,
  person_kind,
  sex,
  use,
  beneficiary,
  timing,
  joining,  // "entry"
  exempt,
  route,
  payer_fund,
  receiver_fund,
  care,
  fund,
};
inline constexpr std::size_t kDimensions = static_cast<std::size_t>(Dimension::fund) + 1;

// Some of the dimensions.
class DimensionSet {
 public:
  constexpr DimensionSet() = default;
  constexpr DimensionSet(std::initializer_list<Dimension> members) {
    for (const Dimension member : members) bits_ |= 1U << static_cast<unsigned>(member);
  }
  [[nodiscard]] constexpr bool contains(Dimension dimension) const {
    return ((bits_ >> static_cast<unsigned>(dimension)) & 1U) != 0;
  }

 private:
  std::uint32_t bits_ = 0;
};
// Their names, "level, status", for messages.
[[nodiscard]] std::string names_of(DimensionSet dimensions);

// "level"; the name under which rows and `by` use it.
[[nodiscard]] std::string_view name_of(Dimension dimension);
// The same for people.
[[nodiscard]] Text title_of(Dimension dimension);
[[nodiscard]] std::optional<Dimension> parse_dimension(std::string_view name);

// How many ordinals a dimension has.
[[nodiscard]] std::size_t size_of(Dimension dimension);

// The ordinal of a word of the dimension ("2", "retired"), and back.
[[nodiscard]] std::optional<std::size_t> parse_ordinal(Dimension dimension, std::string_view word);
[[nodiscard]] std::string ordinal_text(Dimension dimension, std::size_t ordinal);
// The same for people.
[[nodiscard]] Text ordinal_name(Dimension dimension, std::size_t ordinal);
// Every word of the dimension, for messages.
[[nodiscard]] std::string words_of(Dimension dimension);

// One ordinal per dimension.
struct Key {
  std::array<std::uint8_t, kDimensions> at{};

  void set(Dimension dimension, std::size_t ordinal) {
    at[static_cast<std::size_t>(dimension)] = static_cast<std::uint8_t>(ordinal);
  }
  [[nodiscard]] std::size_t operator[](Dimension dimension) const { return at[static_cast<std::size_t>(dimension)]; }
  bool operator==(const Key&) const = default;
};

// A set of ordinals per dimension; all bits set where a row does not restrict it.
struct DimensionSets {
  std::array<std::uint32_t, kDimensions> bits;

  DimensionSets() { bits.fill(UINT32_MAX); }
  [[nodiscard]] bool contains(Dimension dimension, std::size_t ordinal) const {
    return ((bits[static_cast<std::size_t>(dimension)] >> ordinal) & 1U) != 0;
  }
  bool operator==(const DimensionSets&) const = default;
};

// The words of a set as the ordinals of their dimension.
template <class E>
[[nodiscard]] std::uint32_t bits_of(const WordSet<E>& words) {
  std::uint32_t bits = 0;
  for (std::size_t i = 0; i < count_of<E>; ++i) {
    if (words.contains(static_cast<E>(i))) bits |= 1U << i;
  }
  return bits;
}

}  // namespace yidan::policy
