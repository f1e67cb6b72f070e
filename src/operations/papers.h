// Electronic invoices and prescriptions that bills use up (LY-3.6-f): each is an entry of the pool's register `invoice`
// or `prescription`, and what a bill uses or frees of them is written in the same change as the bill, so that no two
// bills ever have one.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "books/file.h"
#include "operations/caller.h"
#include "operations/registers.h"

namespace yidan::operations {

// A bill as an invoice or a prescription names it.
struct PaperUse {
  std::string encounter;
  std::string provider;
  Date day;
  std::optional<Date> issued;  // of a prescription, as the bill tells it
  std::optional<Date> until;

  bool operator==(const PaperUse&) const = default;
};
// By register and id.
using PapersUsed = std::map<std::pair<std::string, std::string>, PaperUse>;

// What one encounter uses; what the bills of a file use that are not reversed.
void add_papers(const Encounter& encounter, PapersUsed& used);
[[nodiscard]] PapersUsed papers_of(const books::File& file);

// What has to be written of the registers when a file that used `before` uses `after`. Errors, at `place` (that of the
// encounter): `conflict`: another bill has it, the message says which, when and where; `not_permitted`: an invoice of
// another seller, a prescription that is not valid on the day; `not_found`: one of which nobody says when it was
// issued; those of the store.
[[nodiscard]] Result<std::vector<store::Part>> paper_parts(const Caller& caller, Region pool, const std::string& key,
                                                           const PapersUsed& before, const PapersUsed& after,
                                                           const std::string& place);

// Whether somebody may do by hand what bills do with these registers. Errors: `not_permitted`.
[[nodiscard]] Result<void> may_act_on_paper(const exchange::RegisterRequest& request);

}  // namespace yidan::operations
