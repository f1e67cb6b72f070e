#include "terms/nearest.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "base/text.h"

namespace yidan {
namespace {

// Letters to insert, delete, replace or swap with their neighbour, over bytes.
std::size_t edits(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  std::vector<std::size_t> above = row;
  std::vector<std::size_t> two_above = row;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    two_above.swap(above);
    above.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replace = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, replace});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], two_above[j - 2] + 1);
    }
  }
  return row.back();
}

}  // namespace

std::string_view nearest(std::string_view text, std::span<const std::string_view> candidates) {
  constexpr std::size_t longest = 64;
  constexpr std::size_t shortest = 3;
  if (text.size() < shortest || text.size() > longest) return {};
  std::string_view best;
  std::size_t fewest = text.size() / 3 + 1;
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = edits(text, candidate);
    if (distance < fewest) {
      fewest = distance;
      best = candidate;
    }
  }
  return best;
}

Text did_you_mean(std::string_view text, std::span<const std::string_view> candidates, const Text& otherwise) {
  return did_you_mean(nearest(text, candidates), otherwise);
}

Text did_you_mean_or_all(std::string_view text, const std::vector<std::string_view>& candidates) {
  const std::string all = joined(candidates, ", ");
  return did_you_mean(text, candidates, {"（可用：" + all + "）", " (there are: " + all + ")"});
}

Text did_you_mean(std::string_view meant, const Text& otherwise) {
  if (meant.empty()) return otherwise;
  const std::string word(meant);
  return {"：是否应为“" + word + "”？", ": did you mean '" + word + "'?"};
}

std::vector<std::string_view> split_words(std::string_view list) {
  std::vector<std::string_view> words;
  while (!list.empty()) {
    const std::size_t comma = list.find(", ");
    words.push_back(list.substr(0, comma));
    list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 2);
  }
  return words;
}

}  // namespace yidan
