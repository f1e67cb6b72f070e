#include "books/entries.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "base/digest.h"
#include "books/past_text.h"

namespace yidan::books {
namespace {

Error no_such_bill(std::string_view named, const std::string& place) {
  const std::string name(named);
  return {ErrorCode::not_found,
          {"该人员没有这笔结算：“" + name + "”", "this person has no such bill: '" + name + "'"},
          place};
}

Error no_such_request(const std::string& key, const std::string& place) {
  return {
      ErrorCode::not_found,
      {"该人员没有以此键记下的结算、划入或使用：“" + key +
           "”；误记的缴费、身份等档案事件，用 record 记一件 withdraw 撤回",
       "no bill, credit or use of this person was requested with the key '" + key +
           "'; a payment, an identity or another event of the record is taken back by a 'withdraw' told by 'record'"},
      place};
}

Error reversed_before(std::string_view named, const std::string& place) {
  const std::string name(named);
  return {
      ErrorCode::conflict, {"“" + name + "”已经冲正，不能再冲正或更正", "'" + name + "' was reversed before"}, place};
}

Error given_by_two(const std::string& id, const std::string& place) {
  return {ErrorCode::conflict,
          {"两家机构的就诊编号同为“" + id + "”：请用 provider 写明机构编号",
           "two institutions gave the number '" + id + "': say whose bill it is with 'provider'"},
          place};
}

Error used_before(const std::string& id, const std::string& place) {
  return {ErrorCode::duplicate_id,
          {"就诊编号“" + id + "”已用过：每次就诊用不同编号；要改费用请用 correct",
           "encounter id '" + id + "' was used before: give each encounter its own; to change its lines use 'correct'"},
          place};
}

Error credited_before(Month month, const std::string& place) {
  const std::string name = yidan::to_text(month);
  return {ErrorCode::conflict,
          {name + " 已划入过：要改请先冲正那一笔", name + " was credited before: reverse that credit first"},
          place};
}

BillChange change_of(const BillVersion& before, const BillVersion& after) {
  return {after.encounter,
          Money::fen(before.fund_total),
          Money::fen(after.fund_total),
          Money::fen(before.account),
          Money::fen(after.account),
          Money::fen(before.cash),
          Money::fen(after.cash)};
}

void add_moved(Text& text, const Text& what, Money before, Money after) {
  if (before == after) return;
  const std::string moved = " " + yidan::to_text(before) + " -> " + yidan::to_text(after);
  text.zh += (text.zh.empty() ? "" : "，") + what.zh + moved;
  text.en += (text.en.empty() ? "" : ", ") + what.en + moved;
}

Text rewritten_bill(const BillChange& change) {
  Text moved;
  add_moved(moved, {"基金支付", "funds"}, change.fund_before, change.fund_after);
  add_moved(moved, {"账户支付", "account"}, change.account_before, change.account_after);
  add_moved(moved, {"现金", "cash"}, change.cash_before, change.cash_after);
  return {change.encounter + "（" + moved.zh + "）", change.encounter + " (" + moved.en + ")"};
}

// What is kept of a bill beside what it says.
auto told_beside(const BillVersion& bill) {
  return std::tie(bill.provider, bill.care, bill.credential, bill.failed, bill.mobile_payment, bill.telemedicine);
}

Text rewritten_use(const Slot& slot) {
  const std::string day = yidan::to_text(day_of(slot.said));
  return {day + " 使用账户（" + slot.key + "）", "the use of the account on " + day + " (" + slot.key + ")"};
}

}  // namespace

Result<const policy::Pool*> pool_of(const store::Subject& file, const PolicyInUse& policy) {
  if (const policy::Pool* pool = policy.policy->find(Region(file.pool))) return pool;
  const std::string name = yidan::to_text(Region(file.pool));
  return std::unexpected(Error{
      ErrorCode::invalid_value, {"没有统筹区 " + name + " 的政策", "there is no policy for pool " + name}, "$.pool"});
}

Result<std::size_t> Entries::take(const Asked& asked, std::int64_t seq, Outcome& outcome) {
  if (!asked.said) return std::unexpected(asked.said.error());
  if (asked.kind == EventKind::reverse) return take_reversal(asked, outcome);
  if (asked.kind == EventKind::correct) return take_correction(asked, outcome);
  return take_entry(asked, seq, outcome);
}

Result<std::size_t> Entries::find_bill(const EncounterName& bill, const std::string& place) const {
  std::optional<std::size_t> found;
  bool reversed = false;
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    const auto* said = std::get_if<Encounter>(&slots_[i].said);
    if (said == nullptr || said->id != bill.id) continue;
    if (!bill.provider.empty() && said->provider.id != bill.provider) continue;
    reversed = reversed || slots_[i].reversed;
    if (slots_[i].reversed) continue;
    if (found) return std::unexpected(given_by_two(bill.id, place));
    found = i;
  }
  if (found) return *found;
  return std::unexpected(reversed ? reversed_before(bill.id, place) : no_such_bill(bill.id, place));
}

// Of the same institution; or, when it is the institution that is put right, of any.
Result<std::size_t> Entries::find_corrected(const EncounterName& bill, const std::string& place) const {
  const auto own = find_bill(bill, place);
  return own || own.error().code != ErrorCode::not_found ? own : find_bill({bill.id}, place);
}

// The last one of that number before `end`: a referral follows it.
Result<std::size_t> Entries::find_referring(const std::string& encounter, std::size_t end,
                                            const std::string& place) const {
  for (std::size_t i = end; i-- > 0;) {
    const auto* said = std::get_if<Encounter>(&slots_[i].said);
    if (said != nullptr && said->id == encounter && !slots_[i].reversed) return i;
  }
  const auto none = find_bill({encounter}, place);
  return std::unexpected(none ? no_such_bill(encounter, place) : none.error());
}

std::string Entries::free_ref(std::string ref, std::int64_t seq) const {
  ref += "#" + std::to_string(seq);
  while (std::ranges::find(slots_, ref, &Slot::ref_kept) != slots_.end()) ref += "#";
  return ref;
}

Result<std::size_t> Entries::take_entry(const Asked& asked, std::int64_t seq, Outcome& outcome) {
  std::string ref = ref_of(*asked.said);
  const auto* encounter = std::get_if<Encounter>(&*asked.said);
  bool known = false;  // the month was credited before, and that was reversed
  for (const Slot& slot : slots_) {
    if (ref.empty() || (slot.ref != ref && slot.ref_kept != ref)) continue;
    known = true;
    if (encounter != nullptr) {
      // Another institution's encounter of that number is another encounter.
      if (slot.ref == ref && std::get<Encounter>(slot.said).provider.id != encounter->provider.id) continue;
      return std::unexpected(used_before(encounter->id, asked.place + ".id"));
    }
    if (slot.reversed) continue;
    const Month month = std::get<exchange::AccountCredit>(*asked.said).month;
    return std::unexpected(credited_before(month, asked.place + ".month"));
  }
  if (encounter != nullptr && !encounter->referred_from.empty()) {
    const auto from = find_referring(encounter->referred_from, slots_.size(), asked.place + ".referred_from");
    if (!from) return std::unexpected(from.error());
  }
  outcome.ref = known ? free_ref(ref, seq) : ref;
  outcome.day = day_of(*asked.said);
  slots_.push_back({.event = seq,
                    .key = asked.key,
                    .ref = std::move(ref),
                    .ref_kept = outcome.ref,
                    .content = asked.content,
                    .said = *asked.said,
                    .policy = asked.policy});
  return slots_.size() - 1;
}

Result<std::size_t> Entries::take_correction(const Asked& asked, Outcome& outcome) {
  const auto& encounter = std::get<Encounter>(*asked.said);
  const auto found = find_corrected({encounter.id, encounter.provider.id}, asked.place + ".id");
  if (!found) return std::unexpected(found.error());
  if (!encounter.referred_from.empty()) {
    const auto from = find_referring(encounter.referred_from, *found, asked.place + ".referred_from");
    if (!from) return std::unexpected(from.error());
  }
  outcome.day = encounter.date;
  Slot& slot = slots_[*found];
  slot.said = encounter;
  slot.content = asked.content;
  slot.told_anew = true;
  return *found;
}

Result<std::size_t> Entries::find_reversed(const exchange::Reversal& reversal, const std::string& place) const {
  if (!reversal.bill.id.empty()) return find_bill(reversal.bill, place + ".encounter");
  const auto found = std::ranges::find(slots_, reversal.request, &Slot::key);
  if (found == slots_.end()) return std::unexpected(no_such_request(reversal.request, place + ".request"));
  if (found->reversed) return std::unexpected(reversed_before(reversal.request, place + ".request"));
  return static_cast<std::size_t>(found - slots_.begin());
}

Result<std::size_t> Entries::take_reversal(const Asked& asked, Outcome& outcome) {
  const auto found = find_reversed(std::get<exchange::Reversal>(*asked.said), asked.place);
  if (!found) return std::unexpected(found.error());
  slots_[*found].reversed = true;
  outcome.day = day_of(slots_[*found].said);
  return *found;
}

void Entries::begin_on(const policy::Pool& pool, const Facts& facts) {
  pool_ = &pool;
  past_ = benefit::opening_past(pool, facts.values.person, facts.values.opening);
  anew_ = true;
}

Result<void> Entries::fold_from(std::size_t first, const Facts& facts, const Asked& asked, std::int64_t seq,
                                Outcome& outcome) {
  const bool of_new_facts = std::exchange(anew_, false);
  if (!of_new_facts && first < slots_.size() && slots_[first].past_pool != nullptr) {
    past_ = slots_[first].past_before;
    pool_ = slots_[first].past_pool;
  }
  const Turn turn{facts, asked, seq, outcome};
  for (std::size_t i = first; i < slots_.size(); ++i) {
    if (auto folded = fold_slot(slots_[i], !of_new_facts && i == first, turn); !folded) return folded;
  }
  return {};
}

// What is asked now, and what stands already in the light of new facts, lies between birth and death.
Result<void> Entries::check_slot(const Slot& slot, bool is_asked, const Turn& turn) {
  const bool of_new_facts = turn.asked.kind == EventKind::facts || turn.asked.kind == EventKind::record;
  if (turn.asked.kept || (!is_asked && !of_new_facts)) return {};
  auto lived = check_life(turn.facts.values, slot.said);
  if (lived) return lived;
  Error& error = lived.error();
  error.where = is_asked ? turn.asked.place + error.where : turn.asked.place;
  if (is_asked) return lived;
  error.message.zh += "；账册中已有“" + slot.key + "”，有误的先冲正";
  error.message.en += "; the books have '" + slot.key + "' of that day: reverse it first if it is wrong";
  return lived;
}

Result<void> Entries::fold_slot(Slot& slot, bool is_asked, const Turn& turn) {
  slot.past_before = past_;
  slot.past_pool = pool_;
  if (slot.reversed) {
    if (!slot.folded) return {};
    slot.folded.reset();
    note_bill(slot, reversed_bill(slot.bill), {}, turn);
    turn.outcome.move({}, slot.booked);
    return {};
  }
  if (slot.folded && !slot.folded->credited.is_zero()) {  // money once given is taken back by a reversal only
    past_.account_balance += slot.folded->credited;
    return {};
  }
  if (auto checked = check_slot(slot, is_asked, turn); !checked) return checked;
  const auto pool = pool_of(file_, slot.policy);
  if (!pool) return std::unexpected(pool.error());
  // The packs may have other counters than those before: the past is carried over by their names.
  auto past = pool_ == nullptr ? Result<benefit::Past>(past_) : carried_over(past_, *pool_, **pool);
  if (!past) return std::unexpected(std::move(past.error()));
  std::string inputs = digest_of({turn.facts.text, amounts_text(*past, **pool), slot.content});
  auto folded = fold(**pool, turn.facts.values, std::move(*past), slot.said);
  if (!folded) {
    std::string& where = folded.error().where;
    where = is_asked ? turn.asked.place + where : turn.asked.place;
    return std::unexpected(std::move(folded.error()));
  }
  past_ = folded->past;
  pool_ = *pool;
  slot.folded = std::move(*folded);
  if (slot.folded->bill) {
    if (slot.told_anew) slot.told = payments_of(*slot.folded->bill);
    note_bill(slot,
              kept_bill(slot.folded->person, std::get<Encounter>(slot.said), *slot.folded->bill, turn.asked.engine),
              std::move(inputs), turn);
  }
  slot.told_anew = false;
  Part part = part_of(*slot.folded, slot.said, slot.told, file_.id);
  const bool is_use = std::holds_alternative<exchange::AccountAsk>(slot.said);
  if (turn.asked.of_case && is_use && part.position != slot.booked.position) {
    turn.outcome.rewritten.push_back(rewritten_use(slot));
  }
  turn.outcome.move(std::move(part), slot.booked);
  return {};
}

// A version is made when the bill, or its explanation, came out differently.
void Entries::note_bill(Slot& slot, KeptBill bill, std::string inputs, const Turn& turn) {
  if (!std::holds_alternative<Encounter>(slot.said)) return;
  if (slot.ref_kept != slot.ref) bill.version.row = row_named(slot.ref_kept);
  if (bill.core == slot.bill.core && bill.version.steps == slot.bill.version.steps) return note_place(slot, bill, turn);
  sign(bill, file_, slot.event, {turn.seq, turn.asked.key, slot.policy.digest, turn.asked.engine, std::move(inputs)});
  if (slot.event != turn.seq) {
    turn.outcome.changed.push_back(change_of(slot.bill.version, bill.version));
    const bool same_bill = bill.core == slot.bill.core;  // and another explanation
    if (turn.asked.of_case && !same_bill) turn.outcome.rewritten.push_back(rewritten_bill(turn.outcome.changed.back()));
  }
  slot.bill = bill;
  turn.outcome.bills.push_back(std::move(bill));
}

// The same bill of another provider, of care by another name, or with other paperwork: nothing is told, but it is found
// there.
void Entries::note_place(Slot& slot, const KeptBill& bill, const Turn& turn) {
  BillVersion& version = slot.bill.version;
  if (told_beside(version) == told_beside(bill.version)) return;
  version.provider = bill.version.provider;
  version.care = bill.version.care;
  version.credential = bill.version.credential;
  version.failed = bill.version.failed;
  version.mobile_payment = bill.version.mobile_payment;
  version.telemedicine = bill.version.telemedicine;
  turn.outcome.moved.push_back(version);
}

std::string Entries::past_text() const { return pool_ == nullptr ? std::string("{}") : to_text(past_, *pool_); }

}  // namespace yidan::books
