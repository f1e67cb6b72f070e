// The columns of events, bills and entries in the order in which they are read, and the values made of them.
#pragma once

#include "store/postgres/values.h"
#include "store/store.h"

namespace yidan::store::postgres {

#define YIDAN_EVENT_COLUMNS                                                                                            \
  "event.pool, event.person, event.seq, event.kind, event.key, event.ref, event.content, event.answer, event.policy, " \
  "event.engine, event.recorded"
#define YIDAN_BILL_COLUMNS                                                                                  \
  "bill.entry, bill.version, bill.encounter, bill.rule_date, bill.status, bill.policy_status, bill.total, " \
  "bill.policy_scope, bill.fund_total, bill.account, bill.cash, bill.text, bill.steps"
#define YIDAN_ENTRY_COLUMNS "entry.fund, entry.account, entry.party, entry.route, entry.amount"

// `first` is the first of the columns.
[[nodiscard]] inline Found read_found(const Rows& rows, int row, int first) {
  return {.file = {.pool = static_cast<std::int32_t>(rows.integer(row, first)), .person = rows.text(row, first + 1)},
          .event = {.seq = rows.integer(row, first + 2),
                    .kind = rows.text(row, first + 3),
                    .key = rows.text(row, first + 4),
                    .ref = rows.text(row, first + 5),
                    .content = rows.text(row, first + 6),
                    .answer = rows.text(row, first + 7),
                    .policy = rows.integer(row, first + 8),
                    .engine = rows.text(row, first + 9),
                    .recorded = rows.integer(row, first + 10)}};
}

[[nodiscard]] inline BillVersion read_bill(const Rows& rows, int row, int first) {
  return {.entry = rows.integer(row, first),
          .version = rows.integer(row, first + 1),
          .encounter = rows.text(row, first + 2),
          .rule_date = rows.text(row, first + 3),
          .status = rows.text(row, first + 4),
          .policy_status = rows.text(row, first + 5),
          .total = rows.integer(row, first + 6),
          .policy_scope = rows.integer(row, first + 7),
          .fund_total = rows.integer(row, first + 8),
          .account = rows.integer(row, first + 9),
          .cash = rows.integer(row, first + 10),
          .text = rows.text(row, first + 11),
          .steps = rows.text(row, first + 12)};
}

[[nodiscard]] inline Entry read_entry(const Rows& rows, int row, int first) {
  return {.fund = rows.text(row, first),
          .account = rows.text(row, first + 1),
          .party = rows.text(row, first + 2),
          .route = rows.text(row, first + 3),
          .amount = rows.integer(row, first + 4)};
}

}  // namespace yidan::store::postgres
