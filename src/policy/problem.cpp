#include "policy/problem.h"

#include <algorithm>
#include <tuple>

namespace yidan::policy {
namespace {

auto order_of(const Problem& problem) {
  return std::tie(problem.at.file, problem.at.line, problem.at.column, problem.message.en);
}

}  // namespace

std::string to_text(const Position& position) {
  if (position.line == 0) return position.file;
  return position.file + ":" + std::to_string(position.line) + ":" + std::to_string(position.column);
}

std::vector<Problem> Problems::sorted() const {
  std::vector<Problem> sorted = list_;
  std::ranges::sort(sorted, {}, order_of);
  const auto same = [](const Problem& a, const Problem& b) { return order_of(a) == order_of(b); };
  sorted.erase(std::unique(sorted.begin(), sorted.end(), same), sorted.end());
  return sorted;
}

std::string to_text(const Problem& problem, Language language) {
  return to_text(problem.at) + (language == Language::zh ? ": 错误：" : ": error: ") + problem.message.in(language);
}

}  // namespace yidan::policy
