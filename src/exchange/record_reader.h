// Reads a person's record (`yidan.record/1`) from parsed JSON, alone or within a case.
//
// A record is right as a whole or wrong as a whole: what the law has no answer for, an event before birth or money that
// is not money, is an error with its JSON path. Events come out in the order of their days.
#pragma once

#include <optional>

#include "exchange/object_reader.h"
#include "facts/case.h"
#include "facts/record.h"
#include "policy/policy.h"

namespace yidan::exchange {

// The record; its pool is one of the policy's, and it has an event or an as-of day.
[[nodiscard]] Result<Record> read_record(const json::Value& value, const policy::Policy& policy);

// The record that a case carries as `record` or as `events`; absent when it has neither. Pool and person are those of
// `facts`, already read: a `record` need not repeat them, and where it does, it must agree. Throws Fault.
[[nodiscard]] std::optional<Record> read_record_of_case(ObjectReader& reader, const Case& facts, bool kept = false);

}  // namespace yidan::exchange
