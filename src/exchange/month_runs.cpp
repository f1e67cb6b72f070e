#include "exchange/month_runs.h"

#include <algorithm>

namespace yidan::exchange {
namespace {

using standing::AccountEntry;
using standing::Due;

// The dues of one month stand together: the run that a due goes on lies among the last few.
constexpr std::size_t kNear = 4;

bool goes_on(const DueRun& run, const Due& due) {
  const Due& first = *run.first;
  return run.months > 0 && run.last() + 1 == due.month && first.part == due.part && first.payer == due.payer &&
         first.amount == due.amount && same_reasoning(first.why, due.why);
}

bool goes_on(const EntryRun& run, const AccountEntry& entry) {
  return run.months > 0 && run.last() + 1 == entry.month && run.first->amount == entry.amount &&
         same_reasoning(run.first->why, entry.why);
}

void note_payment(DueRun& run, const Due& due) {
  if (due.presumed) ++run.presumed;
  if (!due.presumed && due.paid_on) ++run.paid;
}

}  // namespace

bool same_reasoning(const standing::Reasoning& a, const standing::Reasoning& b) {
  const auto same = [](const policy::Argument& one, const policy::Argument& other) {
    return one.kind == other.kind && one.number == other.number && one.word == other.word;
  };
  return a.saying == b.saying && a.rules == b.rules && std::ranges::equal(a.arguments, b.arguments, same);
}

std::vector<DueRun> fold(const std::vector<Due>& dues) {
  std::vector<DueRun> runs;
  for (const Due& due : dues) {
    auto at = runs.end();
    if (!due.insured_year) {
      const auto near = runs.end() - static_cast<std::ptrdiff_t>(std::min(kNear, runs.size()));
      at = std::find_if(near, runs.end(), [&due](const DueRun& run) { return goes_on(run, due); });
    }
    if (at == runs.end()) at = runs.insert(at, DueRun{.first = &due});
    if (!due.insured_year) ++at->months;
    note_payment(*at, due);
  }
  return runs;
}

std::vector<EntryRun> fold(const std::vector<AccountEntry>& entries) {
  std::vector<EntryRun> runs;
  for (const AccountEntry& entry : entries) {
    const bool credit = entry.kind == AccountEntry::Kind::credit;
    if (!credit || runs.empty() || !goes_on(runs.back(), entry)) runs.push_back({.first = &entry});
    if (credit) ++runs.back().months;
  }
  return runs;
}

}  // namespace yidan::exchange
