#include "policy/slips.h"

#include <algorithm>
#include <map>
#include <string>

namespace yidan::policy {
namespace {

// A decimal point in the wrong place makes ten of one; what the law makes differs less between rows of one file.
constexpr std::int64_t kTooMuch = 6;
constexpr std::size_t kLeastNeighbours = 2;

struct Figure {
  Position at;
  std::int64_t number = 0;
  std::string text;
};

// Figures of one kind: those of one file, in one unit, wherever it is written. A share of an indicator is compared as a
// share.
using Kinds = std::map<std::string, std::map<std::string, Figure>>;

void note(const Rule& rule, Kinds& kinds) {
  const bool share = rule.value.share.has_value();
  if (!share && !rule.value.is_rate() && !rule.value.is_amount()) return;
  const std::int64_t number = share ? rule.value.share->in_ppm() : rule.value.number;
  if (number == 0) return;  // nothing is a figure of its own
  const std::string kind = rule.id + "|" + rule.value.unit + (share ? "|" + rule.value.indicator : "");
  const std::string text = share ? to_text(*rule.value.share) : rule.value.text;
  kinds[kind].try_emplace(to_text(rule.at), Figure{rule.at, number, text});
}

// What stands beside a figure: the least and the greatest of the others.
struct Neighbours {
  const Figure* least = nullptr;
  const Figure* most = nullptr;
  std::size_t count = 0;
};

Neighbours neighbours_of(const Figure& figure, const std::map<std::string, Figure>& all) {
  Neighbours beside;
  for (const auto& [place, other] : all) {
    if (&other == &figure) continue;
    ++beside.count;
    if (beside.least == nullptr || other.number < beside.least->number) beside.least = &other;
    if (beside.most == nullptr || other.number > beside.most->number) beside.most = &other;
  }
  return beside;
}

bool is_odd(const Figure& figure, const Neighbours& beside) {
  return beside.count >= kLeastNeighbours &&
         (figure.number <= beside.least->number / kTooMuch || figure.number / kTooMuch >= beside.most->number);
}

Problem suspicion(const Figure& figure, const Neighbours& beside) {
  const bool one = beside.least->number == beside.most->number;
  const std::string zh = one ? beside.least->text : beside.least->text + " 至 " + beside.most->text;
  const std::string en = one ? beside.least->text : beside.least->text + " to " + beside.most->text;
  const std::string where = to_text(beside.least->at);
  return {figure.at,
          {figure.text + " 看似笔误：同一规则的其他各行是 " + zh + "（如 " + where + "）：请对照文件核对",
           figure.text + " looks like a slip: the other rows of this rule say " + en + " (as at " + where +
               "): compare it with the document"}};
}

}  // namespace

std::vector<Problem> probable_slips(const Policy& policy) {
  Kinds kinds;
  for (const Pool& pool : policy.pools) {
    for (const Rule& rule : pool.rules) note(rule, kinds);
  }
  Problems found;
  for (const auto& [kind, figures] : kinds) {
    for (const auto& [place, figure] : figures) {
      const Neighbours beside = neighbours_of(figure, figures);
      if (!is_odd(figure, beside)) continue;
      Problem problem = suspicion(figure, beside);
      found.add(problem.at, std::move(problem.message.zh), std::move(problem.message.en));
    }
  }
  return found.sorted();
}

std::string warning_text(const Problem& problem, Language language) {
  return to_text(problem.at) + (language == Language::zh ? ": 提示：" : ": warning: ") + problem.message.in(language);
}

}  // namespace yidan::policy
