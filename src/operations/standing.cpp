#include "operations/standing.h"

#include <algorithm>

#include "books/decision.h"
#include "books/later_days.h"
#include "operations/perform.h"

namespace yidan::operations {
namespace {

using standing::AccountEntry;
using standing::Standing;

AccountUse use_of(const Encounter& encounter) {
  if (encounter.care == Care::pharmacy) return AccountUse::pharmacy;
  return is_stay(encounter.care) ? AccountUse::inpatient : AccountUse::outpatient;
}

// What an entry of the books moved of the person's own account; absent when it moved nothing.
std::optional<AccountEntry> movement_of(const books::Slot& slot) {
  if (!slot.folded) return std::nullopt;  // reversed
  AccountEntry entry{.on = books::day_of(slot.said)};
  if (const auto* credit = std::get_if<exchange::AccountCredit>(&slot.said)) {
    entry.month = credit->month;
    entry.amount = slot.folded->credited;
    return entry;
  }
  entry.kind = AccountEntry::Kind::debit;
  if (const auto* asked = std::get_if<exchange::AccountAsk>(&slot.said)) {
    entry.use = asked->use.use;
    entry.beneficiary = asked->use.beneficiary;
    entry.amount = slot.folded->used;
    if (!slot.folded->refusal) return entry;
    entry.kind = AccountEntry::Kind::refused;
    entry.refusal = *slot.folded->refusal;
    entry.amount = asked->use.amount;
    return entry;
  }
  entry.use = use_of(std::get<Encounter>(slot.said));
  entry.amount = slot.folded->bill->account_by_owner[static_cast<std::size_t>(AccountOwner::self)];
  return entry.amount.is_zero() ? std::nullopt : std::optional(entry);
}

standing::Account account_of(const books::File& file, Date day) {
  standing::Account account;
  account.opening = file.facts().person.account_balance;
  account.balance = account.opening;
  for (const books::Slot& slot : file.slots()) {
    if (books::day_of(slot.said) > day) continue;
    const auto entry = movement_of(slot);
    if (!entry) continue;
    if (entry->kind == AccountEntry::Kind::credit) account.balance += entry->amount;
    if (entry->kind == AccountEntry::Kind::debit) account.balance -= entry->amount;
    account.entries.push_back(*entry);
  }
  return account;
}

// What a case says of cover and identities, where there is no record from which they follow.
Standing as_told(const Case& facts, Date day) {
  Standing standing{.as_of = day};
  for (const Cover& each : facts.person.coverage) {
    standing.cover.push_back({each.scheme, each.status, each.period, {}});
  }
  for (const HeldIdentity& each : facts.person.identities) {
    standing.identities.push_back({each.identity, each.period, {}});
  }
  standing.held = facts.person.identities;
  return standing;
}

Record record_of(const Case& facts) {
  if (facts.record) return *facts.record;
  Record record;
  record.pool = facts.pool;
  record.person = facts.person.id;
  record.born = facts.person.born.value_or(Date());
  record.sex = facts.person.sex;
  return record;
}

Result<PersonStanding> standing_in(const books::File& file, const policy::Policy& policy, Date day) {
  const Case& facts = file.facts();
  const policy::Pool* pool = policy.find(facts.pool);
  ensure(pool != nullptr, "the pool of a query is one of the packs");
  PersonStanding made{pool, record_of(facts), as_told(facts, day)};
  if (facts.record) {
    auto derived = standing::derive(*pool, *facts.record, day);
    if (!derived) return std::unexpected(std::move(derived.error()));
    made.standing = std::move(*derived);
  }
  try {
    made.standing.account = account_of(file, day);
  } catch (const Overflow&) {
    return std::unexpected(books::sums_do_not_fit());
  }
  return made;
}

// The packs that are in force; those of the desk where none are: a question is answered all the same.
books::PolicyInUse packs_of(const Caller& caller, const PersonQuery& query, std::optional<Date> day) {
  return caller.desk.packs_for(query.pool, day).value_or(caller.desk.packs());
}

}  // namespace

Result<PersonStanding> standing_of(const Caller& caller, const PersonQuery& query, Date day) {
  const auto file = file_of(caller, query, Deed::see_standing);
  if (!file) return std::unexpected(file.error());
  return standing_in(*file, *packs_of(caller, query, day).policy, day);
}

Result<Supposition> supposed(const Caller& caller, const PersonQuery& query, Date day, exchange::Request request) {
  if (request.said) {
    if (const auto* told = std::get_if<exchange::EventsTold>(&*request.said)) {
      for (const Event& event : told->events) day = std::max(day, event.on);
    }
  }
  auto file = file_of(caller, query, Deed::see_standing);
  if (!file) return std::unexpected(file.error());
  const books::PolicyInUse packs = packs_of(caller, query, {});
  const policy::Policy& policy = *packs.policy;
  auto before = standing_in(*file, policy, day);
  if (!before) return std::unexpected(std::move(before.error()));
  const books::Asked asked =
      books::asked_by(std::move(request), packs, caller.desk.engine(), caller.actor, caller.today);
  if (auto in_time = books::check_days(asked); !in_time) return std::unexpected(std::move(in_time.error()));
  auto decision = file->apply(asked);
  if (!decision) return std::unexpected(std::move(decision.error()));
  const store::Subject subject{query.pool, query.person};
  if (auto allowed = may_be_booked(caller.desk, subject, *decision); !allowed) {
    return std::unexpected(std::move(allowed.error()));
  }
  auto after = standing_in(*file, policy, day);
  if (!after) return std::unexpected(std::move(after.error()));
  return Supposition{std::move(*before), std::move(*after), std::move(decision->changed)};
}

}  // namespace yidan::operations
