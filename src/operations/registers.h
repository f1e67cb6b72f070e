// Registers in the books: institutions, agreements, services, tasks, whatever the packs define. Each entry is a subject
// of its own; an act is decided by the definition and written once.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "calendar/instant.h"
#include "exchange/entry_writer.h"
#include "exchange/register_request.h"
#include "operations/perform.h"
#include "registers/check.h"

namespace yidan::operations {

// Errors: those of registers::take; `not_found`: no such register; `conflict`: the key was used before; those of the
// store. After an error nothing was written.
[[nodiscard]] Result<Answer> perform(const Caller& caller, const exchange::RegisterRequest& request);

class RegisterBook;
// What an act on an entry would write, to be written with other things in one change; whoever asks for those may do it.
// Errors: those of registers::take;
// `not_found`: no such register.
[[nodiscard]] Result<store::Part> part_of_act(const Caller& caller, RegisterBook& book,
                                              const exchange::RegisterRequest& request, const registers::Entry& entry);

// The registers of a pool as one sees them: on any day, and as they were known at any time.
class RegisterBook final : public registers::Others {
 public:
  RegisterBook(Desk& desk, Region pool, std::optional<Instant> known = {});

  // A register as the pool has it; null when there is none of that name.
  [[nodiscard]] const policy::RegisterDefinition* definition(std::string_view name);
  [[nodiscard]] registers::Rules rules(const policy::RegisterDefinition& definition);
  [[nodiscard]] Region pool() const { return pool_; }

  Result<registers::Seen> entry(const std::string& of, const std::string& id, Date on) override;
  Result<void> each(const std::string& of, const registers::Fields& with, Date on, const Visit& visit) override;
  // Bills are those of the books as they now stand, also where registers are asked for as they were known.
  Result<std::optional<registers::BillSeen>> bill(const registers::BillName& name) override;
  Result<void> each_bill(const registers::BillsAsked& asked, const VisitBill& visit) override;
  Result<bool> runs(const std::string& rule, Date on) override;

  // Which entries of a list are wanted; nothing: all that are registered.
  struct Wanted {
    std::string state{};
    std::optional<Date> due_by{};
    bool overdue = false;
    registers::Fields with{};

    // The last deadline that is wanted; absent: any, or none.
    [[nodiscard]] std::optional<Date> last_due(Date on) const;
  };
  // By due day where that was asked for, else in an order of their own.
  Result<void> list(const policy::RegisterDefinition& definition, const Wanted& wanted, Date on, const Visit& visit);
  // A part of the same list.
  struct Page {
    std::string after{};       // what the page before came with; empty: from the beginning
    std::size_t limit = 1000;  // REQUIRES: not 0
  };
  // The `after` of the next page; empty: this is the last. Errors: `invalid_value`, it is no such mark.
  Result<std::string> page(const policy::RegisterDefinition& definition, const Wanted& wanted, Date on,
                           const Page& asked, const Visit& visit);

  // The steps of an entry as they were known. Errors: `not_found`: there are none.
  struct Kept {
    registers::Entry entry;
    std::vector<exchange::RecordedStep> steps;
  };
  Result<Kept> kept(const std::string& of, const std::string& id);

 private:
  // A place in a list: which of its queries, after which row.
  struct Mark {
    std::size_t query = 0;
    std::string after{};
  };
  // Where a visit ended a list: by which query, and the same once more up to the row with which it ended.
  struct Stopped {
    std::size_t query = 0;
    std::optional<store::RowQuery> last{};  // absent: it went through to the end
  };
  static Result<Mark> read_mark(std::string_view text, std::size_t queries);
  [[nodiscard]] std::vector<store::RowQuery> queries_of(const policy::RegisterDefinition& definition,
                                                        const Wanted& wanted, Date on) const;
  Result<Stopped> go_through(std::span<const store::RowQuery> queries, const policy::RegisterDefinition& definition,
                             const Wanted& wanted, Date on, const Mark& from, const Visit& visit);
  Result<Kept> read(const std::string& of, const std::string& id);
  Result<registers::View> view_of_row(const store::FoundRow& found, const policy::RegisterDefinition& definition,
                                      Date on);

  Desk& desk_;
  Region pool_;
  std::optional<Instant> known_;
  std::map<std::string, std::optional<policy::RegisterDefinition>, std::less<>> definitions_;
};

// The registers of a pool for who may see them. Errors: `forbidden`.
[[nodiscard]] Result<std::unique_ptr<RegisterBook>> see_registers(const Caller& caller, Region pool,
                                                                  std::optional<Instant> known = {});

// No register of that name, with the one that may have been meant.
[[nodiscard]] Error no_such_register(const policy::Registers& all, const std::string& name);

struct RefusedRow {
  std::size_t row = 0;  // of the batch, from 0
  Error error;
};
struct Loaded {
  std::size_t done = 0;
  std::size_t again = 0;
  std::vector<RefusedRow> refused;
};
// Many entries opened at once, from a sheet: a batch that comes again changes nothing. Errors: those of the store: what
// was done before them stays.
[[nodiscard]] Result<Loaded> load(const Caller& caller, std::span<const exchange::RegisterRequest> rows);

}  // namespace yidan::operations
