// The known word that a reader most likely meant: for "did you mean" in messages.
#pragma once

#include <span>
#include <string_view>

namespace yidan {

// The candidate with the fewest edits to `text`, or empty when none is near (more than a third of its letters differ)
// or the text is too short to tell.
[[nodiscard]] std::string_view nearest(std::string_view text, std::span<const std::string_view> candidates);

}  // namespace yidan
