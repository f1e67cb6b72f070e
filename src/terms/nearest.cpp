#include "terms/nearest.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace yidan {
namespace {

// Levenshtein's distance over bytes.
std::size_t edits(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replace = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replace});
    }
  }
  return row.back();
}

}  // namespace

std::string_view nearest(std::string_view text, std::span<const std::string_view> candidates) {
  constexpr std::size_t longest = 64;
  if (text.size() > longest) return {};
  std::string_view best;
  std::size_t fewest = text.size() / 3 + 2;
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = edits(text, candidate);
    if (distance < fewest) {
      fewest = distance;
      best = candidate;
    }
  }
  return best;
}

}  // namespace yidan
