// How the rules of one register see the entries of others, and of itself; the bills of the books, and what they settle
// by.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "registers/bill_seen.h"
#include "registers/entry.h"

namespace yidan::registers {

struct Seen {
  std::string id;
  View view;
};

class Others {
 public:
  Others() = default;
  Others(const Others&) = delete;
  Others& operator=(const Others&) = delete;
  virtual ~Others() = default;

  // As it stands on the day; its state is `new` where there is none. Errors: those of the store.
  [[nodiscard]] virtual Result<Seen> entry(const std::string& of, const std::string& id, Date on) = 0;
  // Calls `visit` for each entry of the pool's register that has all of the values, until it says that it has seen
  // enough (false). Errors: those of the store.
  using Visit = std::function<bool(const Seen&)>;
  [[nodiscard]] virtual Result<void> each(const std::string& of, const Fields& with, Date on, const Visit& visit) = 0;

  // A bill that was not reversed; absent: there is none. Errors: `conflict`: two persons have one of that name; those
  // of the store.
  [[nodiscard]] virtual Result<std::optional<BillSeen>> bill(const BillName& name) = 0;
  // Calls `visit` for each bill that was not reversed, by day. Errors: those of the store.
  using VisitBill = std::function<void(const BillSeen&)>;
  [[nodiscard]] virtual Result<void> each_bill(const BillsAsked& asked, const VisitBill& visit) = 0;
  // Whether the pool's own rules of that day have one of that parameter ("employee-outpatient", "resident.window") or
  // by that clause. Errors: those of the store.
  [[nodiscard]] virtual Result<bool> runs(const std::string& rule, Date on) = 0;
};

// What rules are judged by.
struct Rules {
  const policy::RegisterDefinition& definition;
  const policy::WorkCalendar& calendar;
  Region pool;
  Others& others;
};

}  // namespace yidan::registers
