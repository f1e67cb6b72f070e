// What the books say of a person: the bills, credits and uses of a year, now or as they were known; and one bill
// explained by the same run that made its amounts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "benefit/bill.h"
#include "facts/case.h"
#include "operations/person_file.h"

namespace yidan::operations {

// Something that happened: a bill, a credit or a use of the account.
struct YearEntry {
  EventKind kind = EventKind::settle;
  Date day;
  std::string name;  // of a bill its encounter's id, else the key of the request
  bool reversed = false;
  std::optional<BillStatus> status{};       // of a bill that is not reversed
  std::optional<AccountRefusal> refusal{};  // of a use
  Money total;
  Money fund;
  Money account;  // what a bill took from it, a credit gave to it, a use took (negative)
  Money cash;
  std::string text{};  // of a bill: `yidan.settled/1`
};

struct Year {
  Region pool;
  std::string person;
  std::vector<YearEntry> entries;  // in the order in which they were settled
};

// `year` 0: all. Errors: `not_found` when the books have no such person, or had none then; those of the store.
[[nodiscard]] Result<Year> year_of(const Caller& caller, const PersonQuery& query, int year);

// `yidan.year/1` on one line, with its line end: the bills alone.
[[nodiscard]] std::string year_json(const Year& year);
// A table for people; the person's id masked.
[[nodiscard]] std::string year_text(const Year& year, Language language);

struct Explanation {
  Case facts;  // with the cover of the day; its one entry is the encounter
  benefit::Bill bill;
  std::string content{};  // the encounter as it is kept: canonical JSON
  std::string trial{};    // the digest of a trial; empty: it is settled
};

// Errors: `not_found` (no such person, no such bill); `conflict` when the bill was reversed; those of the store.
[[nodiscard]] Result<Explanation> explanation_of(const Caller& caller, const PersonQuery& query,
                                                 const EncounterName& bill);

// Of an entry of the file that is a bill and is not reversed.
[[nodiscard]] Explanation explanation_of(const books::File& file, const books::Slot& slot);

[[nodiscard]] std::string explanation_json(const Explanation& explanation, Language language);
// `yidan.explained/1`: with the encounter and the parts of each of its lines.
[[nodiscard]] std::string explained_json(const Explanation& explanation, Language language);
[[nodiscard]] std::string explanation_text(const Explanation& explanation, Language language, bool terms = false);

}  // namespace yidan::operations
