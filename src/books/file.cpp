#include "books/file.h"

#include <algorithm>

namespace yidan::books {
namespace {

Date last_event(const Case& facts) {
  return facts.record && !facts.record->events.empty() ? facts.record->events.back().on : Date();
}

bool tells_facts(EventKind kind) { return kind == EventKind::facts || kind == EventKind::record; }

}  // namespace

Result<Decision> File::apply(const Asked& asked) {
  const std::int64_t expected = seq_++;
  Outcome outcome;
  try {
    if (auto taken = take(asked, outcome); !taken) return std::unexpected(std::move(taken.error()));
  } catch (const Overflow&) {
    return std::unexpected(sums_do_not_fit());
  }
  outcome.past = entries_.past_text();
  if (is_entry(asked.kind) && asked.kind != EventKind::settle) outcome.entry = &*slots().back().folded;
  outcome.applications = &grants_.applications;
  return decided(key_, expected, asked, std::move(outcome));
}

Result<std::size_t> File::begin(const Asked& asked, Outcome& outcome) {
  if (tells_facts(asked.kind)) return take_facts(asked, outcome);
  if (facts_.text.empty() && is_entry(asked.kind)) return std::unexpected(no_file());
  return entries_.take(asked, seq_, outcome);
}

Result<void> File::take(const Asked& asked, Outcome& outcome) {
  const auto first = begin(asked, outcome);
  if (!first) return std::unexpected(first.error());
  if (auto folded = entries_.fold_from(*first, facts_, asked, seq_, outcome); !folded) return folded;
  const auto pool = pool_of(key_, asked.policy);
  if (!pool) return std::unexpected(pool.error());
  if (tells_facts(asked.kind)) {
    outcome.move(opening_of(facts_.values), opening_);
    auto dues = dues_of(**pool, facts_.values);
    if (!dues) return std::unexpected(std::move(dues.error()));
    outcome.move(std::move(*dues), dues_);
  }
  auto grants = grants_of(**pool, facts_.values, slots());
  if (!grants) return std::unexpected(std::move(grants.error()));
  outcome.move(std::move(grants->part), grants_.part);
  grants_.applications = std::move(grants->applications);
  return {};
}

Result<std::size_t> File::take_facts(const Asked& asked, Outcome& outcome) {
  auto facts = learn(key_, facts_, asked);
  if (!facts) return std::unexpected(std::move(facts.error()));
  const auto pool = pool_of(key_, asked.policy);
  if (!pool) return std::unexpected(pool.error());
  // What is taken back passes on the routes of the day on which it was known.
  outcome.day = std::max({Date(), last_event(facts_.values), last_event(facts->values)});
  outcome.facts = facts->text;
  facts_ = std::move(*facts);
  entries_.begin_on(**pool, facts_);
  return 0;
}

}  // namespace yidan::books
