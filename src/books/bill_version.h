// A bill as it is kept: the contract's bill with its receipt, and the columns that other programs add up.
#pragma once

#include <string>

#include "benefit/bill.h"
#include "books/asked.h"
#include "facts/person.h"

namespace yidan::books {

// From what and by what a bill was made.
struct Receipt {
  std::int64_t event = 0;  // that made this version
  std::string key;
  std::string packs;   // digest
  std::string engine;  // version of the program
  std::string inputs;  // digest of facts, past and encounter
};

// Text and columns of a version, without its place in the file (`entry`, `version`). `person` has the cover of the day.
[[nodiscard]] store::BillVersion bill_version(const store::FileKey& file, const Person& person,
                                              const benefit::Bill& bill, const Receipt& receipt);

// The version that says that there is no such bill any more.
[[nodiscard]] store::BillVersion reversed_version(const store::FileKey& file, const store::BillVersion& last,
                                                  const Receipt& receipt);

// The bill within the text of a version: what two versions are compared by. Of no text it is empty.
[[nodiscard]] std::string_view bill_within(std::string_view text);

}  // namespace yidan::books
