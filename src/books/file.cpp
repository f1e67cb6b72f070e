#include "books/file.h"

#include <algorithm>

namespace yidan::books {
namespace {

Date last_event(const Case& facts) {
  return facts.record && !facts.record->events.empty() ? facts.record->events.back().on : Date();
}

bool tells_facts(EventKind kind) { return kind == EventKind::facts || kind == EventKind::record; }

Money deposited(const Part& dues) {
  Money sum;
  for (const ledger::Entry& entry : dues.position.entries()) {
    if (entry.place.account == LedgerAccount::treasury_deposit) sum += entry.amount;
  }
  return sum;
}

// A case says what its sender knows, which may be less than the books do: what was settled stays.
Error rewrites_the_past(const std::vector<Text>& rewritten, const std::string& place) {
  Text list;
  for (const Text& each : rewritten) {
    list.zh += (list.zh.empty() ? "" : "；") + each.zh;
    list.en += (list.en.empty() ? "" : "; ") + each.en;
  }
  return {ErrorCode::conflict,
          {"案例所述与账册已知不同，记下将改变：" + list.zh +
               "。未记下任何内容：新的就诊请用 settle 单独结算；确需更正以前的资料，请用 facts",
           "the case says otherwise than the books know, and would change: " + list.en +
               ". Nothing was written: settle a new encounter alone with 'settle'; what was known wrongly is put right "
               "with 'facts'"},
          place};
}

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
    if (auto moved = move_facts(**pool, asked, outcome); !moved) return moved;
  }
  auto grants = grants_of(**pool, facts_.values, slots());
  if (!grants) return std::unexpected(std::move(grants.error()));
  outcome.move(std::move(grants->part), grants_.part);
  grants_.applications = std::move(grants->applications);
  return {};
}

// What the facts themselves say of the books, beside the entries.
Result<void> File::move_facts(const policy::Pool& pool, const Asked& asked, Outcome& outcome) {
  Part opening = opening_of(facts_.values);
  auto dues = dues_of(pool, facts_.values);
  if (!dues) return std::unexpected(std::move(dues.error()));
  if (asked.of_case) {
    if (!slots().empty() && opening.position != opening_.position) {
      outcome.rewritten.push_back({"账户期初余额（account_balance 是开始记账时的余额，不是今天的）",
                                   "the balance with which the account began (account_balance is of that day, not of "
                                   "today)"});
    }
    if (deposited(dues->part) < deposited(dues_)) {
      outcome.rewritten.push_back(
          {"已收缴费 " + to_text(deposited(dues_)) + " -> " + to_text(deposited(dues->part)),
           "payments received " + to_text(deposited(dues_)) + " -> " + to_text(deposited(dues->part))});
    }
    if (!outcome.rewritten.empty()) return std::unexpected(rewrites_the_past(outcome.rewritten, asked.place));
  }
  outcome.move(std::move(opening), opening_);
  outcome.move(std::move(dues->part), dues_);
  for (const Oddity& each : dues->odd) {
    if (std::ranges::find(odd_, each) == odd_.end()) outcome.odd.push_back(each);
  }
  odd_ = std::move(dues->odd);
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
