// The days of a person's life, between which everything that is told of them lies.
#pragma once

#include <optional>

#include "base/result.h"
#include "facts/case.h"

namespace yidan {

struct Life {
  std::optional<Date> born;
  std::optional<Date> died;
};

// As far as the facts say.
[[nodiscard]] Life life_of(const Case& facts);

// An error for a day before birth or after death; birth and death are days of life. `what` names the day, in `place`.
[[nodiscard]] Result<void> check_day(const Life& life, Date day, const Text& what, std::string_view place);

// The days of an encounter: ".date", ".admitted".
[[nodiscard]] Result<void> check_days(const Life& life, const Encounter& encounter);

}  // namespace yidan
