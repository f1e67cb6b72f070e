// What an institution files for its patient: a referral, a chronic disease, a chosen institution. A filing is a subject
// beside the person's file; what of it settlement reads stands in the facts of the person, and both are written in one
// change.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "calendar/date.h"

namespace yidan::national {

enum class FilingKind : std::uint8_t { referral, chronic, chosen };

struct KeptFiling {
  FilingKind kind = FilingKind::referral;
  std::string institution;
  std::string person;  // psn_no
  std::string fact;    // canonical, as it stands in the list of the person's facts; empty: in none
  Date from;
  bool is_taken_back = false;
  std::string reason{};  // why it was
};

// "referral", as it is kept; the list of the facts in which its fact stands, empty: none.
[[nodiscard]] std::string_view name_of(FilingKind kind);
[[nodiscard]] std::string_view list_of(FilingKind kind);

// As it is kept, and the same read again. Errors: `damaged`.
[[nodiscard]] std::string text_of(const KeptFiling& filing);
[[nodiscard]] Result<KeptFiling> read_filing(std::string_view text);

// The list of that name in the facts of a person with one fact more, or one less: a JSON array. Errors: `not_found`: it
// is not there.
[[nodiscard]] std::string list_with(std::string_view facts, std::string_view list, std::string_view fact);
[[nodiscard]] Result<std::string> list_without(std::string_view facts, std::string_view list, std::string_view fact);

}  // namespace yidan::national
