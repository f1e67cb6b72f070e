// A bill as it is kept: the contract's bill with its receipt, and the columns that other programs add up.
#pragma once

#include <string>

#include "benefit/bill.h"
#include "facts/person.h"
#include "store/store.h"

namespace yidan::books {

// From what and by what a bill was made.
struct Receipt {
  std::int64_t event = 0;  // that made this version
  std::string key;
  std::string packs;   // digest
  std::string engine;  // version of the program
  std::string inputs;  // digest of facts, past and encounter
};

struct KeptBill {
  std::string core;            // the bill of the contract: two versions are the same when core and steps are
  store::BillVersion version;  // columns and steps; text and place in the file once it is signed
};

// `person` has the cover of the day.
[[nodiscard]] KeptBill kept_bill(const Person& person, const benefit::Bill& bill);

// The bill that says that there is no such bill any more.
[[nodiscard]] KeptBill reversed_bill(const KeptBill& last);

// Puts the receipt to it: a version of the entry that the event `entry` made.
void sign(KeptBill& bill, const store::FileKey& file, std::int64_t entry, const Receipt& receipt);

}  // namespace yidan::books
