// A visit as the calls of the national interface have made it: registered, told of, given fee lines, settled, taken
// back.
//
// Pure: a visit is a fold of its acts, and says which calls may follow. Amounts are decided elsewhere; a visit keeps
// what was settled under which numbers, so that a reversal finds it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "calendar/date.h"
#include "money/money.h"

namespace yidan::national {

struct FeeDetail {
  std::string number;  // feedetl_sn, unique in the visit
  std::string batch;   // chrg_bchno
  std::string code;    // med_list_codg
  std::string name;
  std::string line_class;      // "A", "B", "C"
  std::string self_pay_first;  // "10%" of class B; else empty
  std::string quantity;
  std::string unit_price;
  std::string limit;    // per unit; empty: there is none
  std::string returns;  // the line of which it gives something back; empty: none
  Date day;
  Money amount;
  Money outside;  // the four parts of it
  Money over_limit;
  Money first;
  Money scope;
  std::string settlement;  // by which it is settled; empty: by none
};

struct Settlement {
  std::string id;         // setl_id
  std::string encounter;  // of the books
  std::string message;    // msgid of the request: medins_setl_id
  std::string infno;      // and of which transaction it is: "2207"
  std::string key;        // of the request in the books
  std::string insurance;
  std::string text;  // the answer's output
  bool cancelled = false;
};

struct Visit {
  std::string id;      // mdtrt_id
  std::string person;  // psn_no
  std::string institution;
  std::string insurance;  // insutype
  std::string number;     // the hospital's own
  std::string care;       // med_type; empty until it is told
  std::string disease;    // dise_codg
  Date begin;
  bool is_stay = false;
  std::optional<Date> end{};  // of a stay, the day of discharge
  bool is_closed = false;     // taken back as a whole
  std::vector<FeeDetail> lines;
  std::vector<Settlement> settlements;

  // The settlement that stands; null when there is none.
  [[nodiscard]] const Settlement* settled() const;
  [[nodiscard]] bool has_open_lines() const;
};

// The calls that may come now: "2204", "2206", "2207". REQUIRES: it was registered.
[[nodiscard]] std::vector<std::string_view> calls_of(const Visit& visit);

// Errors: `not_permitted`, which names the state and the calls that may come now.
[[nodiscard]] Result<void> check_call(const Visit& visit, std::string_view infno);

// The state in words: "registered", "settled".
[[nodiscard]] Text state_of(const Visit& visit);

// As it is kept, and the same read again. Errors: `damaged`.
[[nodiscard]] std::string text_of(const Visit& visit);
[[nodiscard]] Result<Visit> read_visit(std::string_view text);

}  // namespace yidan::national
