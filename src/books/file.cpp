#include "books/file.h"

#include <algorithm>

#include "base/digest.h"
#include "base/json_canonical.h"
#include "books/answer.h"
#include "books/change.h"
#include "books/facts_text.h"
#include "books/past_text.h"
#include "exchange/outcome.h"
#include "standing/narrate.h"

namespace yidan::books {
namespace {

Error no_such_bill(std::string_view named) {
  const std::string name(named);
  return {ErrorCode::not_found,
          {"该人员没有这笔结算：“" + name + "”", "this person has no such bill: '" + name + "'"},
          "$.encounter"};
}

Error reversed_before(std::string_view named) {
  const std::string name(named);
  return {ErrorCode::conflict, {"“" + name + "”已经冲正，不能再冲正或更正", "'" + name + "' was reversed before"}, "$"};
}

Error used_before(const std::string& id) {
  return {ErrorCode::duplicate_id,
          {"就诊编号“" + id + "”已用过：每次就诊用不同编号；要改费用请用 correct",
           "encounter id '" + id + "' was used before: give each encounter its own; to change its lines use 'correct'"},
          "$.encounter.id"};
}

Error credited_before(Month month) {
  const std::string name = yidan::to_text(month);
  return {ErrorCode::conflict,
          {name + " 已划入过：要改请先冲正那一笔", name + " was credited before: reverse that credit first"},
          "$.month"};
}

// The account is kept by entries of its own, which a use in the record would pass by.
Result<void> check_events(const Case& facts) {
  if (!facts.record) return {};
  for (const Event& event : facts.record->events) {
    if (!std::holds_alternative<AccountUseEvent>(event.what)) continue;
    return std::unexpected(Error{ErrorCode::invalid_value,
                                 {"账册中使用账户请用 use，不写在档案里",
                                  "in the books an account is used by 'use', not by an event of the record"},
                                 "$.record.events[" + std::to_string(event.place) + "]"});
  }
  return {};
}

Error does_not_fit() {
  return {ErrorCode::overflow,
          {"金额合计超出 64 位分的范围：请检查金额", "a sum does not fit 64 bits of fen: check the amounts"},
          "$"};
}

std::string text_member(std::string_view content, std::string_view key) {
  json::Document document;
  const auto value = document.parse(content);
  const json::Value* member = value ? json::find(**value, key) : nullptr;
  return member != nullptr && member->kind == json::Kind::string ? std::string(member->text) : std::string();
}

// The packs may have other counters than those before: the past is carried over by their names.
Result<benefit::Past> past_for(const policy::Pool& pool, const benefit::Past& past, const policy::Pool* from) {
  return from == nullptr ? past : carried_over(past, *from, pool);
}

BillChange change_of(const std::string& encounter, const store::BillVersion& before, const store::BillVersion& after) {
  return {encounter,
          Money::fen(before.fund_total),
          Money::fen(after.fund_total),
          Money::fen(before.account),
          Money::fen(after.account),
          Money::fen(before.cash),
          Money::fen(after.cash)};
}

}  // namespace

struct File::Work {
  Decision decision;
  std::size_t first = SIZE_MAX;  // the slot from which the fold begins; none when nothing changes
  bool facts_changed = false;

  void move(const ledger::Position& after, ledger::Position& before) {
    decision.posting.add(difference(after, before));
    before = after;
  }
};

Result<const policy::Pool*> File::pool_of(const PolicyInUse& policy) const {
  if (const policy::Pool* pool = policy.policy->find(key_.pool)) return pool;
  const std::string name = yidan::to_text(Region(key_.pool));
  return std::unexpected(Error{
      ErrorCode::invalid_value, {"没有统筹区 " + name + " 的政策", "there is no policy for pool " + name}, "$.pool"});
}

Result<Decision> File::apply(const Asked& asked) {
  Work work;
  store::Change& change = work.decision.change;
  change = begun_change(key_, seq_++, asked);
  try {
    auto taken = take(asked, work);
    if (taken) taken = fold_from(work.first, asked, work);
    if (taken) keep_dues(asked, work);
    if (taken) taken = keep_applications(asked, work);
    if (!taken) return std::unexpected(std::move(taken.error()));
  } catch (const Overflow&) {
    return std::unexpected(does_not_fit());
  }
  if (work.facts_changed) change.facts = facts_text_;
  change.past = pool_ == nullptr ? std::string("{}") : to_text(past_, *pool_);
  write_entries(work.decision);
  if (asked.kind != EventKind::settle) change.event.answer = answer_text(*this, work.decision, asked);
  return std::move(work.decision);
}

Result<void> File::take(const Asked& asked, Work& work) {
  switch (asked.kind) {
    case EventKind::facts:
    case EventKind::record:
      return take_facts(asked, work);
    case EventKind::settle:
    case EventKind::credit:
    case EventKind::use:
      return take_entry(asked, work);
    case EventKind::correct:
      return take_correction(asked, work);
    case EventKind::reverse:
      return take_reversal(asked, work);
  }
  return {};
}

Result<void> File::take_facts(const Asked& asked, Work& work) {
  if (asked.kind == EventKind::record && facts_text_.empty()) return std::unexpected(no_file());
  facts_text_ =
      asked.kind == EventKind::facts ? told(key_, facts_text_, asked.content) : told_events(facts_text_, asked.content);
  json::Document document;
  const auto value = exchange::parse(document, facts_text_, 1);
  if (!value) return std::unexpected(value.error());
  auto facts = exchange::read_facts(**value, *asked.policy.policy);
  if (!facts) return std::unexpected(std::move(facts.error()));
  if (auto checked = check_events(*facts); !checked) return checked;
  // What is taken back passes on the routes of the day on which it was known.
  for (const Case* told : {&facts_, &*facts}) {
    if (told->record && !told->record->events.empty())
      work.decision.day = std::max(work.decision.day, told->record->events.back().on);
  }
  facts_ = std::move(*facts);
  const auto pool = pool_of(asked.policy);
  if (!pool) return std::unexpected(pool.error());
  pool_ = *pool;
  past_ = benefit::opening_past(**pool, facts_.person, facts_.opening);
  work.facts_changed = true;
  work.first = 0;
  return {};
}

Result<void> File::take_entry(const Asked& asked, Work& work) {
  if (facts_text_.empty()) return std::unexpected(no_file());
  auto content = read_content(asked.kind, asked.content, Region(key_.pool));
  if (!content) return std::unexpected(std::move(content.error()));
  std::string ref = ref_of(*content);
  bool known = false;  // the month was credited before, and that was reversed
  for (const Slot& slot : slots_) {
    if (ref.empty() || slot.ref != ref) continue;
    known = true;
    if (const auto* encounter = std::get_if<Encounter>(&*content)) return std::unexpected(used_before(encounter->id));
    if (!slot.reversed) return std::unexpected(credited_before(std::get<exchange::AccountCredit>(*content).month));
  }
  if (const auto* encounter = std::get_if<Encounter>(&*content);
      encounter != nullptr && !encounter->referred_from.empty()) {
    const auto from = find_live(encounter->referred_from);
    if (!from) return std::unexpected(from.error());
  }
  auto& event = work.decision.change.event;
  if (!ref.empty()) event.ref = known ? ref + event.ref : ref;
  work.decision.day = day_of(*content);
  work.first = slots_.size();
  slots_.push_back({.event = seq_,
                    .key = asked.key,
                    .ref = std::move(ref),
                    .content = asked.content,
                    .read = std::move(*content),
                    .policy = asked.policy});
  return {};
}

Result<File::Slot*> File::find_live(std::string_view encounter) {
  for (Slot& slot : slots_) {
    const auto* read = std::get_if<Encounter>(&slot.read);
    if (read == nullptr || read->id != encounter) continue;
    if (slot.reversed) return std::unexpected(reversed_before(encounter));
    return &slot;
  }
  return std::unexpected(no_such_bill(encounter));
}

Result<void> File::take_correction(const Asked& asked, Work& work) {
  auto content = read_content(asked.kind, asked.content, Region(key_.pool));
  if (!content) return std::unexpected(std::move(content.error()));
  const auto slot = find_live(std::get<Encounter>(*content).id);
  if (!slot) return std::unexpected(slot.error());
  if (const std::string& referring = std::get<Encounter>(*content).referred_from; !referring.empty()) {
    const auto from = find_live(referring);
    if (!from) return std::unexpected(from.error());
    if (*from >= *slot) return std::unexpected(no_such_bill(referring));  // only an earlier one
  }
  work.decision.day = day_of(*content);
  (*slot)->read = std::move(*content);
  (*slot)->content = asked.content;
  (*slot)->told_anew = true;
  work.first = static_cast<std::size_t>(*slot - slots_.data());
  return {};
}

Result<void> File::take_reversal(const Asked& asked, Work& work) {
  const std::string encounter = text_member(asked.content, "encounter");
  const std::string request = text_member(asked.content, "request");
  Slot* target = nullptr;
  if (!encounter.empty()) {
    const auto slot = find_live(encounter);
    if (!slot) return std::unexpected(slot.error());
    target = *slot;
  } else {
    const auto found = std::ranges::find(slots_, request, &Slot::key);
    if (found == slots_.end()) return std::unexpected(no_such_bill(request));
    if (found->reversed) return std::unexpected(reversed_before(request));
    target = &*found;
  }
  target->reversed = true;
  work.decision.day = day_of(target->read);
  work.first = static_cast<std::size_t>(target - slots_.data());
  return {};
}

Result<void> File::fold_from(std::size_t first, const Asked& asked, Work& work) {
  if (first < slots_.size() && !work.facts_changed && slots_[first].past_pool != nullptr) {
    past_ = slots_[first].past_before;
    pool_ = slots_[first].past_pool;
  }
  for (std::size_t i = first; i < slots_.size(); ++i) {
    if (auto folded = fold_slot(slots_[i], asked, work); !folded) return folded;
  }
  return {};
}

Result<void> File::fold_slot(Slot& slot, const Asked& asked, Work& work) {
  slot.past_before = past_;
  slot.past_pool = pool_;
  const bool was_credited = slot.folded && !slot.folded->credited.is_zero();
  if (slot.reversed) {
    if (!slot.folded) return {};
    slot.folded.reset();
    note_bill(slot, {}, asked, work);
    work.move({}, slot.booked);
    return {};
  }
  if (was_credited) {  // money once given is taken back by a reversal only
    past_.account_balance += slot.folded->credited;
    return {};
  }
  const auto pool = pool_of(slot.policy);
  if (!pool) return std::unexpected(pool.error());
  auto past = past_for(**pool, past_, pool_);
  if (!past) return std::unexpected(std::move(past.error()));
  const std::string inputs = digest_of({facts_text_, to_text(*past, **pool), slot.content});
  auto folded = fold(**pool, facts_, std::move(*past), slot.read);
  if (!folded) return std::unexpected(std::move(folded.error()));
  past_ = folded->past;
  pool_ = *pool;
  slot.folded = std::move(*folded);
  if (slot.folded->bill && slot.told_anew) slot.told = payments_of(*slot.folded->bill);
  slot.told_anew = false;
  note_bill(slot, inputs, asked, work);
  const ledger::Position now = position_of(*slot.folded, slot.read, slot.told, key_.person);
  const bool draft = slot.folded->bill && slot.folded->bill->policy_status == PolicyStatus::draft;
  if (draft && now != slot.booked) work.decision.rests_on_draft = true;
  work.move(now, slot.booked);
  return {};
}

// Writes a version down when the bill, or its explanation, came out differently.
void File::note_bill(Slot& slot, const std::string& inputs, const Asked& asked, Work& work) {
  if (!std::holds_alternative<Encounter>(slot.read)) return;
  const Receipt receipt{seq_, asked.key, slot.policy.digest, asked.engine, inputs};
  store::BillVersion version = slot.folded ? bill_version(key_, slot.folded->person, *slot.folded->bill, receipt)
                                           : reversed_version(key_, slot.version, receipt);
  const bool same = bill_within(version.text) == bill_within(slot.version.text) && version.steps == slot.version.steps;
  if (same) return;
  version.entry = slot.event;
  version.version = seq_;
  if (slot.event != seq_) work.decision.changed.push_back(change_of(version.encounter, slot.version, version));
  slot.version = version;
  work.decision.change.bills.push_back(std::move(version));
}

void File::keep_dues(const Asked& asked, Work& work) {
  if (!work.facts_changed) return;
  work.move(position_of_opening(facts_.person), opening_);
  ledger::Position dues;
  if (facts_.record && !facts_.record->events.empty()) {
    const policy::Pool& pool = **pool_of(asked.policy);
    const auto standing = standing::derive(pool, *facts_.record, facts_.record->events.back().on);
    dues = position_of(*facts_.record, standing, key_.person);
    const bool draft = std::ranges::any_of(standing.dues, [&pool](const standing::Due& due) {
      return due.paid_on && standing::policy_status_of(due.why, pool) == PolicyStatus::draft;
    });
    if (draft && dues != dues_) work.decision.rests_on_draft = true;
  }
  work.move(dues, dues_);
}

Result<void> File::keep_applications(const Asked& asked, Work& work) {
  if (!facts_.record || !has_application(*facts_.record)) {
    applications_.clear();
    work.move({}, assisted_);
    return {};
  }
  const policy::Pool& pool = **pool_of(asked.policy);
  Case facts = facts_;
  std::vector<benefit::Bill> bills;
  Date last;
  for (const Slot& slot : slots_) {
    if (!slot.folded || !slot.folded->bill) continue;
    const auto& encounter = std::get<Encounter>(slot.read);
    facts.entries.push_back({encounter.id, encounter});
    bills.push_back(*slot.folded->bill);
    last = std::max(last, encounter.date);
  }
  auto person = exchange::person_on(pool, facts, last);
  if (!person) return std::unexpected(std::move(person.error()));
  facts.person = std::move(*person);
  try {
    applications_ = assistance::decide(pool, *facts_.record, facts, bills);
    const ledger::Position now = position_of(applications_, key_.person);
    const bool draft = std::ranges::any_of(applications_, [](const assistance::Application& application) {
      return application.policy_status == PolicyStatus::draft;
    });
    if (draft && now != assisted_) work.decision.rests_on_draft = true;
    work.move(now, assisted_);
    return {};
  } catch (const Overflow&) {
    return std::unexpected(Error{ErrorCode::overflow,
                                 {"救助金额合计超出 64 位分的范围：请检查金额",
                                  "a sum of assistance does not fit 64 bits of fen: check the amounts"},
                                 "$"});
  }
}

}  // namespace yidan::books
