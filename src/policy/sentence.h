// Sentences made from a template and arguments, in either language: "{0} pays {1}".
//
// What is found keeps numbers and words as arguments; text is made only when it is written.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "calendar/month.h"
#include "money/money.h"
#include "money/rate.h"
#include "terms/word.h"

namespace yidan::policy {

// Percentage points, as against a share.
struct Points {
  Rate rate;
};
// A plain number: months, years, an insured year.
struct Count {
  std::int64_t number = 0;
};

// A number or a word in a sentence.
struct Argument {
  enum class Kind : std::uint8_t { nothing, money, rate, points, date, month, count, word };
  Kind kind = Kind::nothing;
  std::int64_t number = 0;
  const Word* word = nullptr;

  constexpr Argument() = default;
  constexpr Argument(Money money) : kind(Kind::money), number(money.in_fen()) {}           // NOLINT
  constexpr Argument(Rate rate) : kind(Kind::rate), number(rate.in_ppm()) {}               // NOLINT
  constexpr Argument(Points points) : kind(Kind::points), number(points.rate.in_ppm()) {}  // NOLINT
  constexpr Argument(Date date) : kind(Kind::date), number(date.days()) {}                 // NOLINT
  constexpr Argument(Month month) : kind(Kind::month), number(month.index()) {}            // NOLINT
  constexpr Argument(Count count) : kind(Kind::count), number(count.number) {}             // NOLINT
  constexpr Argument(const Word& named) : kind(Kind::word), word(&named) {}                // NOLINT
};

[[nodiscard]] std::string to_text(const Argument& argument, Language language);

// Appends `sentence` with {0} to {9} replaced by the arguments. REQUIRES: every slot has an argument.
void fill(std::string& out, std::string_view sentence, std::span<const Argument> arguments, Language language);

}  // namespace yidan::policy
