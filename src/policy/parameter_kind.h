// What a parameter file may be: its name, units, dimensions and words, the table that it becomes, the files without
// which it does nothing. The one list of the files that have a meaning; parsing, compiling and enumerating read it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "money/rate.h"
#include "policy/policy.h"

namespace yidan::policy {

// With which the id of an indicator begins.
inline constexpr std::string_view kIndicatorsOf = "indicators.";

// The rows of one key may be brackets: of the year's base (`above`), or of ages (`age_from`).
enum class Brackets : unsigned char { none, of_base, of_ages };

struct ParameterKind {
  std::string_view id;     // "resident.window"; of a part of a benefit the file's stem; of an indicator "indicators"
  std::string_view units;  // those that fit, separated by ", "
  DimensionSet by{};       // the dimensions by which it may be keyed
  std::span<const Word> words{};       // in a table of words those that are understood; empty: names, which are free
  std::uint32_t allowed = UINT32_MAX;  // of these words: a bit each
  Brackets brackets = Brackets::none;
  Rate most = kWhole;              // of a value in per cent
  bool has_standard_year = false;  // rows may say of which year their standard is
  // The table that it becomes: of the pool, of the rules about people, or of each benefit that has this part.
  Table Pool::* of_pool = nullptr;
  Table PeopleRules::* of_people = nullptr;
  Table Benefit::* of_benefit = nullptr;
  std::array<std::string_view, 2> needs{};  // files without which it does nothing

  [[nodiscard]] constexpr bool is_indicator() const { return id.starts_with("indicators"); }
  [[nodiscard]] constexpr ParameterKind with(Brackets kind) const {
    ParameterKind other = *this;
    other.brackets = kind;
    return other;
  }
  [[nodiscard]] constexpr ParameterKind up_to(Rate rate) const {
    ParameterKind other = *this;
    other.most = rate;
    return other;
  }
  [[nodiscard]] constexpr ParameterKind with_standard_year() const {
    ParameterKind other = *this;
    other.has_standard_year = true;
    return other;
  }
  [[nodiscard]] constexpr ParameterKind in(Table Pool::* table) const {
    ParameterKind other = *this;
    other.of_pool = table;
    return other;
  }
  [[nodiscard]] constexpr ParameterKind in(Table PeopleRules::* table) const {
    ParameterKind other = *this;
    other.of_people = table;
    return other;
  }
  [[nodiscard]] constexpr ParameterKind in(Table Benefit::* table) const {
    ParameterKind other = *this;
    other.of_benefit = table;
    return other;
  }
  [[nodiscard]] constexpr ParameterKind needing(std::string_view one, std::string_view another = {}) const {
    ParameterKind other = *this;
    other.needs = {one, another};
    return other;
  }
};

// The parts of a benefit, which any benefit may have; and all other files, by folder.
[[nodiscard]] std::span<const ParameterKind> benefit_parts();
[[nodiscard]] std::span<const ParameterKind> parameter_kinds();

// The kind of a file by its id ("employee-inpatient.cap", "account.scope", "indicators.average-wage"); null when
// nothing reads a file of this name.
[[nodiscard]] const ParameterKind* kind_of(std::string_view id);

// The words of a table that are allowed: "person, county".
[[nodiscard]] std::string words_of(const ParameterKind& kind);
// The ordinal of one of them.
[[nodiscard]] std::optional<std::int64_t> ordinal_of(const ParameterKind& kind, std::string_view word);

// Whether a file of this stem ("cap") is a part of a benefit.
[[nodiscard]] bool is_benefit_part(std::string_view stem);

// What a file of this folder may be called, without ".yaml"; for messages.
[[nodiscard]] std::vector<std::string_view> known_stems(std::string_view folder);

}  // namespace yidan::policy
