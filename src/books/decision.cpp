#include "books/decision.h"

#include <algorithm>

#include "books/answer.h"
#include "books/change.h"
#include "books/stored_bill.h"

namespace yidan::books {

void Outcome::move(Part after, Part& before) {
  if (after.position != before.position) {
    if (posting.empty() && before.position.empty()) {
      posting = after.position;
    } else {
      posting.add(difference(after.position, before.position));
    }
    rests_on_draft = rests_on_draft || after.on_draft;
  }
  before = std::move(after);
}

Decision decided(const store::Subject& file, std::int64_t expected, const Asked& asked, Outcome outcome) {
  Decision decision{.change = begun_change(file, expected, asked),
                    .posting = std::move(outcome.posting),
                    .day = outcome.day,
                    .rests_on_draft = outcome.rests_on_draft};
  store::Part& change = decision.change;
  if (!outcome.ref.empty()) change.event.ref = std::move(outcome.ref);
  change.facts = std::move(outcome.facts);
  change.past = std::move(outcome.past);
  if (asked.kind == EventKind::settle) {
    decision.bill = std::move(outcome.bills.front().core);
  } else {
    change.event.answer = answer_text(decision, outcome, asked);
  }
  decision.changed = std::move(outcome.changed);
  for (KeptBill& bill : outcome.bills) decision.bills.push_back(std::move(bill.version));
  std::ranges::sort(decision.bills, {}, &BillVersion::entry);
  write_bills(decision.bills, change);
  for (const BillVersion& bill : outcome.moved) change.rows.push_back(row_of(bill));
  write_entries(decision);
  return decision;
}

Error sums_do_not_fit() {
  return {ErrorCode::overflow,
          {"金额合计超出 64 位分的范围：请检查金额", "a sum does not fit 64 bits of fen: check the amounts"},
          "$"};
}

Error no_file() {
  return {ErrorCode::not_found,
          {"账册中没有该人员：请先用 facts 登记", "the books have no such person: tell the facts first ('facts')"},
          "$.person"};
}

}  // namespace yidan::books
