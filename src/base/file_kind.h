// What a file is that was sent in the place of text, by its first bytes.
#pragma once

#include <optional>
#include <string_view>

#include "base/result.h"

namespace yidan {

// What it is and how text is made of it; absent when it may be text. `start` is the beginning of the file.
[[nodiscard]] std::optional<Text> foreign_kind(std::string_view start);

// That bytes are not UTF-8, and how they become so.
[[nodiscard]] const Text& not_utf8();

// The text without a byte order mark of UTF-8 at its beginning.
[[nodiscard]] std::string_view without_mark(std::string_view text);

}  // namespace yidan
