// An institution's own codes of the catalogue, and which national code each stands for, from day to day.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "calendar/date.h"

namespace yidan::national {

struct Turn;

struct Mapping {
  std::string code;  // med_list_codg
  std::string name;  // the institution's own
  Date from;
  std::optional<Date> to{};  // included
};

// In the order in which they were told: of several that count for a day the last does. Null: none does.
[[nodiscard]] const Mapping* mapping_on(const std::vector<Mapping>& told, Date day);

// As they are kept, and the same read again. Errors: `damaged`.
[[nodiscard]] std::string text_of(const std::vector<Mapping>& told);
[[nodiscard]] Result<std::vector<Mapping>> read_mappings(std::string_view text);

// The national code for an own code of the institution that asks, on a day; empty: it has told none. Errors: of the
// store.
[[nodiscard]] Result<std::string> national_code(const Turn& turn, std::string_view own, Date day);

}  // namespace yidan::national
