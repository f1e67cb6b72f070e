// The known word that a reader most likely meant, and lists of such words: for "did you mean" in messages.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace yidan {

// The candidate with the fewest edits to `text`, or empty when none is near (more than a third of its letters differ)
// or the text is too short to tell.
[[nodiscard]] std::string_view nearest(std::string_view text, std::span<const std::string_view> candidates);

// The end of a message about a word that is not known: ": did you mean '…'?", or `otherwise` when none is near.
[[nodiscard]] Text did_you_mean(std::string_view text, std::span<const std::string_view> candidates,
                                const Text& otherwise = {});
// The same, with all that there are when none is near: " (there are: a, b)". For short lists.
[[nodiscard]] Text did_you_mean_or_all(std::string_view text, const std::vector<std::string_view>& candidates);
// The same where it is known already which word was meant; empty: none is.
[[nodiscard]] Text did_you_mean(std::string_view meant, const Text& otherwise);

// The words of "a, b, c".
[[nodiscard]] std::vector<std::string_view> split_words(std::string_view list);

}  // namespace yidan
