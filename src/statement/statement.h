// A bill on paper: an A4 statement of who pays what, with every item, for the person who holds it.
#pragma once

#include <span>
#include <string>

#include "benefit/bill.h"
#include "facts/encounter.h"
#include "facts/person.h"

namespace yidan::statement {

// What was settled, and what it came to. REQUIRES: the bill is not rejected; all three outlive the call.
struct Settled {
  const Person& person;
  const Encounter& encounter;
  const benefit::Bill& bill;
};

struct Options {
  Language language = Language::zh;
  bool full_id = false;  // the person's number unmasked
  bool terms = false;    // say what the words mean
};

// The bytes of a PDF: each bill begins on a page of its own and counts its own pages. The same bills make the same
// bytes: the day on which it says it was made is the last bill's. Errors: as `Canvas::finish`.
// REQUIRES: there is a bill.
[[nodiscard]] Result<std::string> draw(std::span<const Settled> bills, const Options& options);

}  // namespace yidan::statement
