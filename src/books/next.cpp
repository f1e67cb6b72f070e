#include "base/digest.h"
#include "books/file.h"
#include "books/past_text.h"

namespace yidan::books {
namespace {

// A file as its state tells it.
struct Ready {
  const policy::Pool* pool = nullptr;
  Case facts;
  benefit::Past past;
};

Result<Ready> read_state(const store::Subject& file, const store::State& state, const PolicyInUse& policy) {
  if (state.seq == 0) return std::unexpected(no_file());
  json::Document document;
  auto facts = read_facts(document, state.facts, *policy.policy);
  if (!facts) return std::unexpected(std::move(facts.error()));
  const auto pool = pool_of(file, policy);
  if (!pool) return std::unexpected(pool.error());
  auto past = read_past(document, state.past, **pool);
  if (!past) return std::unexpected(std::move(past.error()));
  return Ready{*pool, std::move(*facts), std::move(*past)};
}

Result<Outcome> outcome_of(const store::Subject& file, const Folded& folded, const Asked& asked, std::int64_t seq,
                           std::string inputs) {
  Outcome outcome{.day = day_of(*asked.said), .ref = ref_of(*asked.said)};
  Payments told;
  if (folded.bill) {
    told = payments_of(*folded.bill);
    KeptBill bill = kept_bill(folded.person, std::get<Encounter>(*asked.said), *folded.bill, asked.engine);
    sign(bill, file, seq, {seq, asked.key, asked.policy.digest, asked.engine, std::move(inputs)});
    outcome.bills.push_back(std::move(bill));
  } else {
    outcome.entry = &folded;
  }
  try {
    Part nothing;
    outcome.move(part_of(folded, *asked.said, told, file.id), nothing);
  } catch (const Overflow&) {
    return std::unexpected(sums_do_not_fit());
  }
  return outcome;
}

}  // namespace

Result<std::optional<Decision>> decide_next(const store::Subject& file, const store::State& state, const Asked& asked) {
  if (!asked.said) return std::unexpected(asked.said.error());
  auto ready = read_state(file, state, asked.policy);
  if (!ready) return std::unexpected(std::move(ready.error()));
  if (needs_whole_file(ready->facts, ready->past, *asked.said)) return std::nullopt;
  if (auto lived = check_life(ready->facts, *asked.said); !lived) {
    lived.error().where.insert(0, asked.place);
    return std::unexpected(std::move(lived.error()));
  }
  std::string inputs = digest_of({state.facts, amounts_text(ready->past, *ready->pool), asked.content});
  const auto folded = fold(*ready->pool, ready->facts, std::move(ready->past), *asked.said);
  if (!folded) {
    Error error = folded.error();
    error.where = asked.place + error.where;
    return std::unexpected(std::move(error));
  }
  auto outcome = outcome_of(file, *folded, asked, state.seq + 1, std::move(inputs));
  if (!outcome) return std::unexpected(std::move(outcome.error()));
  outcome->past = to_text(folded->past, *ready->pool);
  return decided(file, state.seq, asked, std::move(*outcome));
}

}  // namespace yidan::books
