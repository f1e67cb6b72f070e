#include "operations/year.h"

namespace yidan::operations {
namespace {

bool is_bill(const books::Slot& slot) { return std::holds_alternative<Encounter>(slot.said); }

YearEntry bill_entry(const books::Slot& slot) {
  const auto& bill = slot.bill.version;
  return {.kind = EventKind::settle,
          .day = books::day_of(slot.said),
          .name = bill.encounter,
          .reversed = slot.reversed,
          .status = parse_word<BillStatus>(bill.status),
          .total = Money::fen(bill.total),
          .fund = Money::fen(bill.fund_total),
          .account = Money::fen(bill.account),
          .cash = Money::fen(bill.cash),
          .text = bill.text};
}

YearEntry account_entry(const books::Slot& slot) {
  const bool credit = std::holds_alternative<exchange::AccountCredit>(slot.said);
  YearEntry entry{.kind = credit ? EventKind::credit : EventKind::use,
                  .day = books::day_of(slot.said),
                  .name = slot.key,
                  .reversed = slot.reversed};
  if (!slot.folded) return entry;
  entry.account = credit ? slot.folded->credited : Money{} - slot.folded->used;
  entry.refusal = slot.folded->refusal;
  return entry;
}

}  // namespace

Result<Year> year_of(const Caller& caller, const PersonQuery& query, int year) {
  const auto file = file_of(caller, query, Deed::see_bills);
  if (!file) return std::unexpected(file.error());
  Year answer{file->facts().pool, file->facts().person.id, {}};
  for (const books::Slot& slot : file->slots()) {
    if (year != 0 && books::day_of(slot.said).year() != year) continue;
    answer.entries.push_back(is_bill(slot) ? bill_entry(slot) : account_entry(slot));
  }
  return answer;
}

Result<Explanation> explanation_of(const Caller& caller, const PersonQuery& query, const EncounterName& bill) {
  const auto file = file_of(caller, query, Deed::see_bills, bill.provider);
  if (!file) return std::unexpected(file.error());
  const auto found = file->entries().find_bill(bill, {});
  if (!found) return std::unexpected(found.error());
  return explanation_of(*file, file->slots()[*found]);
}

Explanation explanation_of(const books::File& file, const books::Slot& slot) {
  Explanation explanation{.facts = file.facts(), .bill = *slot.folded->bill, .content = slot.content};
  const auto& encounter = std::get<Encounter>(slot.said);
  explanation.facts.person = slot.folded->person;
  explanation.facts.entries.push_back({encounter.id, encounter});
  return explanation;
}

}  // namespace yidan::operations
