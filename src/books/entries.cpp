#include "books/entries.h"

#include <algorithm>
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

}  // namespace

namespace {

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

Result<Slot*> Entries::find_live(std::string_view encounter, const std::string& place) {
  for (Slot& slot : slots_) {
    const auto* said = std::get_if<Encounter>(&slot.said);
    if (said == nullptr || said->id != encounter) continue;
    if (slot.reversed) return std::unexpected(reversed_before(encounter, place));
    return &slot;
  }
  return std::unexpected(no_such_bill(encounter, place));
}

Result<std::size_t> Entries::take_entry(const Asked& asked, std::int64_t seq, Outcome& outcome) {
  std::string ref = ref_of(*asked.said);
  const auto* encounter = std::get_if<Encounter>(&*asked.said);
  bool known = false;  // the month was credited before, and that was reversed
  for (const Slot& slot : slots_) {
    if (ref.empty() || slot.ref != ref) continue;
    known = true;
    if (encounter != nullptr) return std::unexpected(used_before(encounter->id, asked.place + ".id"));
    if (slot.reversed) continue;
    const Month month = std::get<exchange::AccountCredit>(*asked.said).month;
    return std::unexpected(credited_before(month, asked.place + ".month"));
  }
  if (encounter != nullptr && !encounter->referred_from.empty()) {
    const auto from = find_live(encounter->referred_from, asked.place + ".referred_from");
    if (!from) return std::unexpected(from.error());
  }
  outcome.ref = known ? ref + "#" + std::to_string(seq) : ref;
  outcome.day = day_of(*asked.said);
  slots_.push_back({.event = seq,
                    .key = asked.key,
                    .ref = std::move(ref),
                    .content = asked.content,
                    .said = *asked.said,
                    .policy = asked.policy});
  return slots_.size() - 1;
}

Result<std::size_t> Entries::take_correction(const Asked& asked, Outcome& outcome) {
  const auto& encounter = std::get<Encounter>(*asked.said);
  const auto slot = find_live(encounter.id, asked.place + ".id");
  if (!slot) return std::unexpected(slot.error());
  if (const std::string& referring = encounter.referred_from; !referring.empty()) {
    const std::string place = asked.place + ".referred_from";
    const auto from = find_live(referring, place);
    if (!from) return std::unexpected(from.error());
    if (*from >= *slot) return std::unexpected(no_such_bill(referring, place));  // only an earlier one
  }
  outcome.day = encounter.date;
  (*slot)->said = encounter;
  (*slot)->content = asked.content;
  (*slot)->told_anew = true;
  return static_cast<std::size_t>(*slot - slots_.data());
}

Result<std::size_t> Entries::take_reversal(const Asked& asked, Outcome& outcome) {
  const auto& [encounter, request] = std::get<exchange::Reversal>(*asked.said);
  Slot* target = nullptr;
  if (!encounter.empty()) {
    const auto slot = find_live(encounter, asked.place + ".encounter");
    if (!slot) return std::unexpected(slot.error());
    target = *slot;
  } else {
    const std::string place = asked.place + ".request";
    const auto found = std::ranges::find(slots_, request, &Slot::key);
    if (found == slots_.end()) return std::unexpected(no_such_request(request, place));
    if (found->reversed) return std::unexpected(reversed_before(request, place));
    target = &*found;
  }
  target->reversed = true;
  outcome.day = day_of(target->said);
  return static_cast<std::size_t>(target - slots_.data());
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
  std::string inputs = digest_of({turn.facts.text, to_text(*past, **pool), slot.content});
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

// The same bill of another provider, or of care by another name: nothing is told, but it is found there.
void Entries::note_place(Slot& slot, const KeptBill& bill, const Turn& turn) {
  BillVersion& version = slot.bill.version;
  if (version.provider == bill.version.provider && version.care == bill.version.care) return;
  version.provider = bill.version.provider;
  version.care = bill.version.care;
  turn.outcome.moved.push_back(version);
}

std::string Entries::past_text() const { return pool_ == nullptr ? std::string("{}") : to_text(past_, *pool_); }

}  // namespace yidan::books
