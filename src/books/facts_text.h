// The facts of a file as text, and what an event makes of them.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "store/store.h"

namespace yidan::books {

// The facts after a `facts` event: the members that it names replace those known before, within `person` too.
// `known` is empty for a new file. REQUIRES: both are canonical JSON.
[[nodiscard]] std::string told(const store::FileKey& file, std::string_view known, std::string_view content);

// The facts after a `record` event: its `events` are added to those of the record.
[[nodiscard]] std::string told_events(std::string_view known, std::string_view content);

}  // namespace yidan::books
