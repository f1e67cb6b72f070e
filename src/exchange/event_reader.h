// Reads one event of a person's record; each kind of event has its own keys, and no others.
#pragma once

#include "exchange/object_reader.h"
#include "facts/record.h"

namespace yidan::exchange {

// The event that stands at `place` of the list. Nothing in it lies before `born`.
[[nodiscard]] Event read_event(const json::Value& value, const Path& path, std::size_t place, Date born);

}  // namespace yidan::exchange
