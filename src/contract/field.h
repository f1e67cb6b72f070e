// What the contract says of one member of an object, and of an object as a whole: name, kind, unit, limits, words, and
// what it is in Chinese and English.
//
// These tables are the one place where the contract stands: reading, writing, the JSON Schemas, the reference page and
// the fuzzers' words are made from them.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "terms/word.h"

namespace yidan::contract {

enum class Kind : std::uint8_t {
  constant,          // one text and no other: a `format`
  id,                // text, not empty, without control characters
  number_of_person,  // as facts/person_number.h reads it
  text,              // any text
  word,              // one of `words`
  flag,              // true or false
  number,            // a whole number from `least` to `most`, as a JSON number
  count,             // the same, or its digits in quotes
  money,             // yuan, "12.30"
  signed_money,      // yuan, "-12.30"
  rate,              // per cent of one, "10%"
  decimal,           // digits in quotes with at most `places` decimals
  day,               // "2023-03-05"
  end,               // a day that ends a period; left out when the end is open
  month,             // "2023-02"
  month_or_day,      // either: the month is meant
  year_or_month,
  instant,  // "2026-11-22 10:00:00.000000", of Beijing
  region,   // GB/T 2260, "370600"
  object,   // of the table `object`
  variant,  // of one of `objects`, told apart by the member `tag`
  years,    // counters of years: {"2023": {"employee-outpatient.deductible": "300.00"}}
  amounts,  // name → money
  any,
};

enum class Presence : std::uint8_t {
  required,
  optional,
  depends,  // required under a condition, which a rule of the object states
};

// Words in both languages; views, so that tables are constants.
struct Gist {
  std::string_view zh;
  std::string_view en;
};

struct Object;

struct Field {
  std::string_view name;
  Kind kind = Kind::any;
  Gist gist;
  Presence presence = Presence::optional;
  bool list = false;                            // a list of this kind
  std::string_view otherwise = {};              // what an absent member means, as JSON; empty: nothing is said
  std::span<const Word> words = {};             // of a word; of a constant its text
  std::int64_t least = 0, most = 0;             // of number and count
  std::int64_t items = 0;                       // of a list: how many it has at least
  std::string_view digits = {};                 // of a count: the pattern of its digits
  int places = 0;                               // of a decimal
  const Object* object = nullptr;               // of object
  std::span<const Object* const> objects = {};  // of variant
  std::string_view tag = {};                    // of variant
  Gist missing = {};                            // said of a required member that is absent

  // Stands before those who use it: Clang evaluates no template of a class that comes later.
  template <class T>
  [[nodiscard]] constexpr Field with(T Field::* member, T value) const {
    Field field = *this;
    field.*member = value;
    return field;
  }
  [[nodiscard]] constexpr Field required() const { return with(&Field::presence, Presence::required); }
  [[nodiscard]] constexpr Field required(Gist said) const { return required().with(&Field::missing, said); }
  [[nodiscard]] constexpr Field optional() const { return with(&Field::presence, Presence::optional); }
  [[nodiscard]] constexpr Field depends() const { return with(&Field::presence, Presence::depends); }
  [[nodiscard]] constexpr Field or_else(std::string_view json) const { return with(&Field::otherwise, json); }
  [[nodiscard]] constexpr Field many() const { return with(&Field::list, true); }
  // Without the first word of its enum, which is no input.
  [[nodiscard]] constexpr Field after_first() const { return with(&Field::words, words.subspan(1)); }
};

// An object: its fields in the order in which they are read and written, and what no single field can say.
struct Object {
  std::string_view name;  // "fee-line"
  Gist gist;
  std::span<const Field> fields;
  std::span<const Gist> rules = {};
  bool closed = true;  // a member that is not listed is an error; answers may gain members
};

// The fields, one function a kind.
constexpr Field plain(Kind kind, std::string_view name, std::string_view zh, std::string_view en) {
  Field field;
  field.name = name;
  field.kind = kind;
  field.gist = {zh, en};
  return field;
}
constexpr Field id(std::string_view name, std::string_view zh, std::string_view en) {
  return plain(Kind::id, name, zh, en);
}
constexpr Field number_of_person(std::string_view name, std::string_view zh, std::string_view en) {
  return plain(Kind::number_of_person, name, zh, en);
}
constexpr Field text(std::string_view name, std::string_view zh, std::string_view en) {
  return plain(Kind::text, name, zh, en);
}
constexpr Field flag(std::string_view name, std::string_view zh, std::string_view en) {
  return plain(Kind::flag, name, zh, en).or_else("false");
}
constexpr Field money(std::string_view name, std::string_view zh, std::string_view en) {
  return plain(Kind::money, name, zh, en);
}
constexpr Field rate(std::string_view name, std::string_view zh, std::string_view en) {
  return plain(Kind::rate, name, zh, en);
}
constexpr Field day(std::string_view name, std::string_view zh, std::string_view en) {
  return plain(Kind::day, name, zh, en);
}
constexpr Field end(std::string_view name, std::string_view zh, std::string_view en) {
  return plain(Kind::end, name, zh, en);
}
constexpr Field month(std::string_view name, std::string_view zh, std::string_view en) {
  return plain(Kind::month, name, zh, en);
}
constexpr Field region(std::string_view name, std::string_view zh, std::string_view en) {
  return plain(Kind::region, name, zh, en);
}
constexpr Field decimal(int places, std::string_view name, std::string_view zh, std::string_view en) {
  Field field = plain(Kind::decimal, name, zh, en);
  field.places = places;
  return field;
}
constexpr Field number(std::int64_t least, std::int64_t most, std::string_view name, std::string_view zh,
                       std::string_view en) {
  Field field = plain(Kind::number, name, zh, en);
  field.least = least;
  field.most = most;
  return field;
}
// Years from 2000 to 2199, and months from 1 to 1200, written as a number or as its digits in quotes.
constexpr Field year_count(std::string_view name, std::string_view zh, std::string_view en) {
  Field field = number(2000, 2199, name, zh, en);
  field.kind = Kind::count;
  field.digits = "2[01][0-9]{2}";
  return field;
}
// Of residents' financing: the year for which a document prints the amount (B05).
constexpr Field standard_year() {
  return year_count("standard_year", "标准年度：文件为哪一年规定此金额",
                    "the year for which a document prints the amount");
}
constexpr Field month_count(std::string_view name, std::string_view zh, std::string_view en) {
  Field field = number(1, 1200, name, zh, en);
  field.kind = Kind::count;
  field.digits = "(?:0{0,3}[1-9]|0{0,2}[1-9][0-9]|0?[1-9][0-9]{2}|1[01][0-9]{2}|1200)";
  return field;
}
constexpr Field ordinal(std::string_view name, std::string_view zh, std::string_view en) {
  Field field = number(1, 999, name, zh, en);
  field.kind = Kind::count;
  field.digits = "(?:0{0,2}[1-9]|0?[1-9][0-9]|[1-9][0-9]{2})";
  return field;
}
template <class E>
constexpr Field word(std::string_view name, std::string_view zh, std::string_view en) {
  Field field = plain(Kind::word, name, zh, en);
  field.words = Terms<E>::words;
  return field;
}

// The words of several enums, one after the other.
template <class... E>
inline constexpr auto kWordsOf = [] {
  std::array<Word, (count_of<E> + ...)> words{};
  auto at = words.begin();
  ((at = std::ranges::copy(Terms<E>::words, at).out), ...);
  return words;
}();
template <class... E>
constexpr Field word_of(std::string_view name, std::string_view zh, std::string_view en) {
  Field field = plain(Kind::word, name, zh, en);
  field.words = kWordsOf<E...>;
  return field;
}

constexpr Field object(const Object& of, std::string_view name, std::string_view zh, std::string_view en) {
  Field field = plain(Kind::object, name, zh, en);
  field.object = &of;
  return field;
}
constexpr Field variant(std::span<const Object* const> of, std::string_view tag, std::string_view name,
                        std::string_view zh, std::string_view en) {
  Field field = plain(Kind::variant, name, zh, en);
  field.objects = of;
  field.tag = tag;
  return field;
}
// Its only word is the text itself.
constexpr Field constant(std::span<const Word, 1> text, std::string_view name, std::string_view zh,
                         std::string_view en) {
  Field field = plain(Kind::constant, name, zh, en);
  field.words = text;
  return field;
}

}  // namespace yidan::contract
