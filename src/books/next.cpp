#include "books/next.h"

#include "base/digest.h"
#include "books/answer.h"
#include "books/bill_version.h"
#include "books/change.h"
#include "books/past_text.h"
#include "exchange/outcome.h"

namespace yidan::books {
namespace {

// A file as its state tells it.
struct Ready {
  const policy::Pool* pool = nullptr;
  Case facts;
  benefit::Past past;
};

Result<Ready> read_state(const store::FileKey& file, const store::State& state, const PolicyInUse& policy) {
  if (state.seq == 0) return std::unexpected(no_file());
  json::Document document;
  const auto value = document.parse(state.facts);
  if (!value) return std::unexpected(damaged_state());
  auto facts = exchange::read_facts(**value, *policy.policy);
  if (!facts) return std::unexpected(std::move(facts.error()));
  Ready ready{.pool = policy.policy->find(file.pool), .facts = std::move(*facts)};
  auto past = read_past(document, state.past, *ready.pool);
  if (!past) return std::unexpected(std::move(past.error()));
  ready.past = std::move(*past);
  return ready;
}

void take_bill(const Asked& asked, std::string inputs, const Encounter& encounter, Next& next) {
  const benefit::Bill& bill = *next.folded.bill;
  store::Change& change = next.decision.change;
  store::BillVersion version =
      bill_version(change.file, next.folded.person, bill,
                   {change.event.seq, asked.key, asked.policy.digest, asked.engine, std::move(inputs)});
  version.entry = version.version = change.event.seq;
  change.bills.push_back(std::move(version));
  next.decision.posting = position_of(next.folded, encounter, payments_of(bill), change.file.person);
  next.decision.rests_on_draft = bill.policy_status == PolicyStatus::draft && !next.decision.posting.empty();
}

}  // namespace

Result<std::optional<Next>> decide_next(const store::FileKey& file, const store::State& state, const Asked& asked) {
  const auto content = read_content(asked.kind, asked.content, Region(file.pool));
  if (!content) return std::unexpected(content.error());
  auto ready = read_state(file, state, asked.policy);
  if (!ready) return std::unexpected(std::move(ready.error()));
  if (needs_whole_file(ready->facts, *content)) return std::nullopt;
  Next next;
  next.decision.day = day_of(*content);
  store::Change& change = next.decision.change;
  change = begun_change(file, state.seq, asked);
  if (std::string ref = ref_of(*content); !ref.empty()) change.event.ref = std::move(ref);
  std::string inputs = digest_of({state.facts, to_text(ready->past, *ready->pool), asked.content});
  auto folded = fold(*ready->pool, ready->facts, std::move(ready->past), *content);
  if (!folded) return std::unexpected(std::move(folded.error()));
  next.folded = std::move(*folded);
  if (const auto* encounter = std::get_if<Encounter>(&*content)) {
    take_bill(asked, std::move(inputs), *encounter, next);
  } else {
    next.decision.posting = position_of(next.folded, *content, {}, file.person);
    change.event.answer = answer_text(next.folded, next.decision, asked);
  }
  change.past = to_text(next.folded.past, *ready->pool);
  write_entries(next.decision);
  return next;
}

}  // namespace yidan::books
