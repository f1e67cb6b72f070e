// The entries of a file in the order in which they were settled, each folded on what those before it left behind.
//
// One that is reversed, corrected, or seen in the light of facts learnt late is folded again, with all that come after
// it (semantics L8). Every change of what an entry says is a move of the outcome (books/decision.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "books/bill_version.h"
#include "books/entry.h"
#include "books/facts.h"

namespace yidan::books {

// What stands in one place of the fold.
struct Slot {
  std::int64_t event = 0;
  std::string key;
  std::string ref;
  std::string ref_kept;  // that of its event: with its number behind, where another entry has the same
  std::string content;
  Content said;
  PolicyInUse policy;
  bool reversed = false;
  bool told_anew = true;  // the next bill is what the provider is told
  Payments told;
  benefit::Past past_before;
  const policy::Pool* past_pool = nullptr;  // of `past_before`
  std::optional<Folded> folded;             // absent when reversed
  KeptBill bill;                            // the last version; of an encounter
  Part booked;
};

class Entries {
 public:
  explicit Entries(store::Subject file) : file_(std::move(file)) {}

  // Takes an encounter, a credit or a use, a correction or a reversal, which is event `seq`; the place from which the
  // fold begins. Errors, with their places: `not_found`, `duplicate_id`, `conflict`.
  [[nodiscard]] Result<std::size_t> take(const Asked& asked, std::int64_t seq, Outcome& outcome);

  // Begins anew with facts that have changed, on what they say of the past.
  void begin_on(const policy::Pool& pool, const Facts& facts);

  // Folds what stands at `first` and after it. Throws Overflow.
  [[nodiscard]] Result<void> fold_from(std::size_t first, const Facts& facts, const Asked& asked, std::int64_t seq,
                                       Outcome& outcome);

  [[nodiscard]] const std::vector<Slot>& slots() const { return slots_; }
  // The slot of a bill that is not reversed. Errors, at `place`: `not_found`; `conflict` when it was reversed, or when
  // two institutions gave that number and none is named.
  [[nodiscard]] Result<std::size_t> find_bill(const EncounterName& bill, const std::string& place) const;
  // What all of them leave behind, as it is kept.
  [[nodiscard]] std::string past_text() const;

 private:
  // What one event folds with.
  struct Turn {
    const Facts& facts;
    const Asked& asked;
    std::int64_t seq;
    Outcome& outcome;
  };

  [[nodiscard]] std::string free_ref(std::string ref, std::int64_t seq) const;
  Result<std::size_t> take_entry(const Asked& asked, std::int64_t seq, Outcome& outcome);
  Result<std::size_t> take_correction(const Asked& asked, Outcome& outcome);
  Result<std::size_t> take_reversal(const Asked& asked, Outcome& outcome);
  static Result<void> check_slot(const Slot& slot, bool is_asked, const Turn& turn);
  Result<void> fold_slot(Slot& slot, bool is_asked, const Turn& turn);
  void note_bill(Slot& slot, KeptBill bill, std::string inputs, const Turn& turn);
  static void note_place(Slot& slot, const KeptBill& bill, const Turn& turn);
  [[nodiscard]] Result<std::size_t> find_corrected(const EncounterName& bill, const std::string& place) const;
  [[nodiscard]] Result<std::size_t> find_referring(const std::string& encounter, std::size_t end,
                                                   const std::string& place) const;
  [[nodiscard]] Result<std::size_t> find_reversed(const exchange::Reversal& reversal, const std::string& place) const;

  store::Subject file_;
  std::vector<Slot> slots_;
  bool anew_ = false;                   // `past_` is that of new facts
  benefit::Past past_;                  // after the last slot
  const policy::Pool* pool_ = nullptr;  // of `past_`
};

// The pool of a file by the packs in use. Errors: `invalid_value` when they have none.
[[nodiscard]] Result<const policy::Pool*> pool_of(const store::Subject& file, const PolicyInUse& policy);

}  // namespace yidan::books
