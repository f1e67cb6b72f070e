// A bill as it is kept: the contract's bill with its receipt, and the columns that other programs add up.
#pragma once

#include <string>
#include <string_view>

#include "benefit/bill.h"
#include "exchange/receipt.h"
#include "facts/encounter.h"
#include "facts/person.h"
#include "store/store.h"

namespace yidan::books {

using Receipt = exchange::Receipt;

// A bill as an event left it, with the amounts that other programs add up. `entry` is the event of the encounter,
// `version` the event that made this version.
//
// How the person was identified and paid is told of a bill only where an encounter says so.
struct BillVersion {
  std::int64_t entry = 0;
  std::int64_t version = 0;
  std::string encounter;
  std::string row{};  // by which it is found where another institution's bill has the encounter's id; mostly empty
  std::string provider;
  std::string care;
  std::string rule_date;      // "2023-03-05"
  std::string status;         // "settled", …, "reversed"
  std::string policy_status;  // "in-force", "draft"
  std::int64_t total = 0;     // fen, as all below
  std::int64_t policy_scope = 0;
  std::int64_t fund_total = 0;
  std::int64_t account = 0;
  std::int64_t cash = 0;
  std::string credential{};  // by which the person was identified, with all below empty where it is not told
  std::string failed{};      // the one that was tried before
  bool mobile_payment = false;
  bool telemedicine = false;
  std::string text;   // the bill of the contract, with its receipt
  std::string steps;  // its explanation, compact

  bool operator==(const BillVersion&) const = default;
};

struct KeptBill {
  std::string core;     // the bill of the contract: two versions are the same when core and steps are
  BillVersion version;  // columns and steps; text and place in the file once it is signed
};

// `person` has the cover of the day; `engine` is the version of the program that made the bill, so that one is made
// again as it was.
[[nodiscard]] KeptBill kept_bill(const Person& person, const Encounter& encounter, const benefit::Bill& bill,
                                 std::string_view engine);

// The bill that says that there is no such bill any more.
[[nodiscard]] KeptBill reversed_bill(const KeptBill& last);

// Puts the receipt to it: a version of the entry that the event `entry` made.
void sign(KeptBill& bill, const store::Subject& file, std::int64_t entry, const Receipt& receipt);

}  // namespace yidan::books
