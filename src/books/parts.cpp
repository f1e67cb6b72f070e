#include "books/parts.h"

#include <algorithm>

#include "exchange/case_standing.h"
#include "exchange/number_warnings.h"
#include "standing/narrate.h"

namespace yidan::books {

namespace {

std::vector<Oddity> doubts_of(const Case& facts) {
  std::vector<Oddity> odd;
  const auto doubts = facts.record ? exchange::number_doubts(*facts.record) : exchange::number_doubts(facts.person);
  odd.reserve(doubts.size());
  for (const NumberDoubt doubt : doubts) odd.push_back({code(doubt), "$.person.id", {}});
  return odd;
}

Oddity odd_in(const standing::Warning& warning) {
  return {code(warning.kind), warning.event ? "events[" + std::to_string(*warning.event) + "]" : "",
          standing::narrate(warning, Language::zh)};
}

}  // namespace

Part opening_of(const Case& facts) { return {position_of_opening(facts.person)}; }

Result<Dues> dues_of(const policy::Pool& pool, const Case& facts) {
  Dues dues{.odd = doubts_of(facts)};
  if (!facts.record || facts.record->events.empty()) return dues;
  const auto standing = standing::derive(pool, *facts.record, facts.record->events.back().on);
  if (!standing) return std::unexpected(standing.error());
  const bool draft = std::ranges::any_of(standing->dues, [&pool](const standing::Due& due) {
    return due.paid_on && standing::policy_status_of(due.why, pool) == PolicyStatus::draft;
  });
  dues.part = {position_of(*facts.record, *standing, facts.person.id), draft};
  for (const standing::Warning& warning : standing->warnings) dues.odd.push_back(odd_in(warning));
  return dues;
}

Result<Grants> grants_of(const policy::Pool& pool, const Case& facts, const std::vector<Slot>& slots) {
  if (!facts.record || !has_application(*facts.record)) return Grants{};
  Case now = facts;
  std::vector<benefit::Bill> bills;
  Date last;
  for (const Slot& slot : slots) {
    if (!slot.folded || !slot.folded->bill) continue;
    const auto& encounter = std::get<Encounter>(slot.said);
    now.entries.push_back({encounter.id, encounter});
    bills.push_back(*slot.folded->bill);
    last = std::max(last, encounter.date);
  }
  auto person = exchange::person_on(pool, facts, last);
  if (!person) return std::unexpected(std::move(person.error()));
  now.person = std::move(*person);
  try {
    auto applications = assistance::decide(pool, *facts.record, now, bills);
    if (!applications) return std::unexpected(std::move(applications.error()));
    Grants grants{.applications = std::move(*applications)};
    const bool draft = std::ranges::any_of(grants.applications, [](const assistance::Application& application) {
      return application.policy_status == PolicyStatus::draft;
    });
    grants.part = {position_of(grants.applications, facts.person.id), draft};
    return grants;
  } catch (const Overflow&) {
    return std::unexpected(Error{ErrorCode::overflow,
                                 {"救助金额合计超出 64 位分的范围：请检查金额",
                                  "a sum of assistance does not fit 64 bits of fen: check the amounts"},
                                 "$"});
  }
}

}  // namespace yidan::books
