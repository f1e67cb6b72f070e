// The columns of events, bills and entries in the order in which they are read, and the values made of them.
#pragma once

#include "store/sqlite/connection.h"
#include "store/store.h"

namespace yidan::store::sqlite {

#define YIDAN_EVENT_COLUMNS \
  "event.seq, event.kind, event.key, event.ref, event.content, event.answer, event.policy, event.engine, event.recorded"
#define YIDAN_BILL_COLUMNS                                                                   \
  "bill.entry, event.seq, bill.encounter, bill.rule_date, bill.status, bill.policy_status, " \
  "bill.total, bill.policy_scope, bill.fund_total, bill.account, bill.cash, bill.text, bill.steps"
#define YIDAN_ENTRY_COLUMNS "entry.fund, entry.account, entry.party, entry.route, entry.amount"
// Bills and entries of an event stand together.
#define YIDAN_BILL_OF_EVENT "bill.id between event.id << 20 and (event.id << 20) + 1048575"
#define YIDAN_ENTRY_OF_EVENT "entry.id between event.id << 20 and (event.id << 20) + 1048575"

// `first` is the first of the columns.
[[nodiscard]] inline Event read_event(const Rows& rows, int first = 0) {
  return {.seq = rows.integer(first),
          .kind = rows.text(first + 1),
          .key = rows.text(first + 2),
          .ref = rows.text(first + 3),
          .content = rows.text(first + 4),
          .answer = rows.text(first + 5),
          .policy = rows.integer(first + 6),
          .engine = rows.text(first + 7),
          .recorded = rows.integer(first + 8)};
}

[[nodiscard]] inline BillVersion read_bill(const Rows& rows) {
  return {.entry = rows.integer(0),
          .version = rows.integer(1),
          .encounter = rows.text(2),
          .rule_date = rows.text(3),
          .status = rows.text(4),
          .policy_status = rows.text(5),
          .total = rows.integer(6),
          .policy_scope = rows.integer(7),
          .fund_total = rows.integer(8),
          .account = rows.integer(9),
          .cash = rows.integer(10),
          .text = rows.text(11),
          .steps = rows.text(12)};
}

[[nodiscard]] inline Entry read_entry(const Rows& rows) {
  return {.fund = rows.text(0),
          .account = rows.text(1),
          .party = rows.text(2),
          .route = rows.text(3),
          .amount = rows.integer(4)};
}

// All rows of a statement, each made a value by `read`.
template <class Read, class... Values>
[[nodiscard]] auto read_all(Statement& statement, const Read& read, const Values&... values)
    -> Result<std::vector<decltype(read(std::declval<const Rows&>()))>> {
  Rows rows(statement, values...);
  std::vector<decltype(read(std::declval<const Rows&>()))> all;
  while (true) {
    const auto more = rows.next();
    if (!more) return std::unexpected(more.error());
    if (!*more) return all;
    all.push_back(read(rows));
  }
}

}  // namespace yidan::store::sqlite
