// How a person stands by the books: cover, gaps, what is owed, the account as it was booked; now, as it was known, or
// as
// it would be if something more were told.
#pragma once

#include <string>
#include <vector>

#include "books/decision.h"
#include "exchange/standing_writer.h"
#include "operations/person_file.h"

namespace yidan::operations {

struct PersonStanding {
  const policy::Pool* pool = nullptr;  // by the packs in force
  Record record;                       // what was told; without events where the books have only cover
  standing::Standing standing;         // its account has the credits, uses and bills of the books
};

// As of `day`; what the books say of later days is not known yet. Errors: `not_found` when the books have no such
// person, or had none then; `overflow`; those of the store.
[[nodiscard]] Result<PersonStanding> standing_of(const Caller& caller, const PersonQuery& query, Date day);

// What would be if a request were performed; nothing of it is written.
struct Supposition {
  PersonStanding before;
  PersonStanding after;
  std::vector<books::BillChange> bills;  // those that would change
};

// Both as of `day`, or of the last day told when that is later. It is decided, and refused, as `perform` would.
// REQUIRES: the request tells events of the record.
[[nodiscard]] Result<Supposition> supposed(const Caller& caller, const PersonQuery& query, Date day,
                                           exchange::Request request);

// "pay 2023 320.00 on 2023-03-15" (an insured year, or a month of an employee), or an event of the record as JSON: as
// the request that would tell it. Errors: `syntax`, and those of reading a request.
[[nodiscard]] Result<exchange::Request> supposition(const PersonQuery& query, std::string_view written,
                                                    const policy::Policy& policy);

// `yidan.standing/1`, with its line end.
[[nodiscard]] std::string standing_json(const PersonStanding& standing, Language language);
// A page for people; the person's id masked. Errors: `overflow` when a sum that is shown does not fit.
[[nodiscard]] Result<std::string> standing_text(const PersonStanding& standing, Language language);
// What would change, for people: the lines of the page that go and come, and the bills.
[[nodiscard]] Result<std::string> supposition_text(const Supposition& supposition, Language language);

}  // namespace yidan::operations
