// Reads the `person` of a case, and what other facts about people are written with.
#pragma once

#include "exchange/object_reader.h"
#include "facts/person.h"

namespace yidan::exchange {

[[nodiscard]] Person read_person(const json::Value& value, const Path& path);

// The person's `id`, which is not empty.
[[nodiscard]] std::string_view read_id(ObjectReader& reader);

// Faults when the status does not belong to the scheme.
void check_status(const ObjectReader& reader, Scheme scheme, Status status);

// The `category` in which a person is recognised.
[[nodiscard]] Identity read_category(ObjectReader& reader);

// A region code of six digits.
[[nodiscard]] Region read_region(std::string_view text, const Path& path);

}  // namespace yidan::exchange
