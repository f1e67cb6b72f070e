#include "books/refold.h"

namespace yidan::books {
namespace {

Identity first_identity(const policy::Pool& pool, const Person& person, Date day) {
  Identity first = Identity::none;
  std::int64_t best = INT64_MAX;
  const WordSet<Identity> held = identities_on(person, day);
  for (std::size_t i = 0; i < count_of<Identity>; ++i) {
    const auto identity = static_cast<Identity>(i);
    if (identity == Identity::none || !held.contains(identity)) continue;
    policy::Key key;
    key.set(policy::Dimension::identity, i);
    const policy::Cell* cell = pool.rank.find(key, day);
    // One without a rank comes after all that have one.
    const std::int64_t rank = cell == nullptr ? INT64_MAX - 1 : cell->value;
    if (rank >= best) continue;
    best = rank;
    first = identity;
  }
  return first;
}

PaidBill paid_of(const policy::Pool& pool, const Folded& folded, Date day) {
  PaidBill paid{.day = day, .identity = first_identity(pool, folded.person, day)};
  if (const Cover* cover = cover_on(folded.person, day); cover != nullptr) {
    paid.scheme = cover->scheme;
    paid.status = cover->status;
  }
  if (folded.bill->status != BillStatus::settled) return paid;
  for (const auto& layer : folded.bill->layers) {
    paid.by_fund[static_cast<std::size_t>(layer.benefit->fund)] += layer.paid;
  }
  return paid;
}

}  // namespace

Refolded refold(const policy::Pool& pool, const Case& facts, std::span<const Content> entries) {
  benefit::Past past = benefit::opening_past(pool, facts.person, facts.opening);
  Refolded refolded;
  refolded.bills.reserve(entries.size());
  for (const Content& entry : entries) {
    const bool is_bill = std::holds_alternative<Encounter>(entry);
    const Date day = day_of(entry);
    auto folded = fold(pool, facts, past, entry, benefit::Recording::none);
    if (!folded) {
      ++refolded.not_settled;
      if (is_bill) refolded.bills.push_back({.day = day});
      continue;
    }
    if (is_bill) refolded.bills.push_back(paid_of(pool, *folded, day));
    past = std::move(folded->past);
  }
  return refolded;
}

}  // namespace yidan::books
