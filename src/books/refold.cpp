#include "books/refold.h"

#include "benefit/settle.h"
#include "books/past_text.h"
#include "exchange/case_standing.h"

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

PaidBill paid_of(const policy::Pool& pool, const Person& person, const benefit::Bill& bill, Date day) {
  PaidBill paid{.day = day, .identity = first_identity(pool, person, day)};
  if (const Cover* cover = cover_on(person, day); cover != nullptr) {
    paid.scheme = cover->scheme;
    paid.status = cover->status;
  }
  if (bill.status != BillStatus::settled) return paid;
  for (const auto& layer : bill.layers) paid.by_fund[static_cast<std::size_t>(layer.benefit->fund)] += layer.paid;
  return paid;
}

// Takes the entries one after the other, each on what those before it left behind.
class Refold {
 public:
  Refold(const policy::Pool& pool, const Case& facts)
      : pool_(&pool), facts_(facts), past_(benefit::opening_past(pool, facts.person, facts.opening)) {}

  // What comes next is of these packs.
  Result<void> go_on_under(const policy::Pool& pool) {
    if (&pool == pool_) return {};
    auto carried = carried_over(std::move(past_), *pool_, pool);
    if (!carried) return std::unexpected(std::move(carried.error()));
    past_ = std::move(*carried);
    pool_ = &pool;
    return {};
  }

  void take(const Content& entry) {
    if (const auto* encounter = std::get_if<Encounter>(&entry)) return take_encounter(*encounter);
    auto folded = fold(*pool_, facts_, past_, entry);
    if (folded) {
      past_ = std::move(folded->past);
    } else {
      ++result.not_settled;
    }
  }

  Refolded result;

 private:
  // As `fold` does it, without steps and without a copy of the person where all days have the same.
  void take_encounter(const Encounter& encounter) {
    Result<Person> derived;
    if (facts_.record) derived = exchange::person_on(*pool_, facts_, encounter.date);
    if (!derived) return refuse(encounter);
    const Person& person = facts_.record ? *derived : facts_.person;
    auto settled = benefit::settle(*pool_, person, past_, encounter, benefit::Recording::none);
    if (!settled) return refuse(encounter);
    result.bills.push_back(paid_of(*pool_, person, settled->bill, encounter.date));
    past_ = std::move(settled->past);
  }

  void refuse(const Encounter& encounter) {
    ++result.not_settled;
    result.bills.push_back({.day = encounter.date});
  }

  const policy::Pool* pool_;
  const Case& facts_;
  benefit::Past past_;
};

}  // namespace

Result<Refolded> refold(const policy::Pool& first, const PoolOn& pool_on, const Case& facts,
                        std::span<const Content> entries) {
  Refold refold(first, facts);
  refold.result.bills.reserve(entries.size());
  for (const Content& entry : entries) {
    const auto pool = pool_on(day_of(entry));
    if (!pool) return std::unexpected(pool.error());
    if (auto carried = refold.go_on_under(**pool); !carried) return std::unexpected(std::move(carried.error()));
    refold.take(entry);
  }
  return std::move(refold.result);
}

}  // namespace yidan::books
