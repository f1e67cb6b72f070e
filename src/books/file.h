// A file as its events have made it: facts, entries in the order in which they were settled, and what each comes to.
//
// `apply` takes the next event and says what follows: versions of bills, and one posting. The same function decides a
// new event, rebuilds a file from its events, and lets `yidan verify` compare: there is one fold and no second truth.
// An entry that is reversed, corrected, or seen in the light of facts learnt late is folded again, with all that come
// after it (semantics L8). Pure: packs come in by `PolicyOf`, nothing is read or written.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "books/bill_version.h"
#include "books/entry.h"

namespace yidan::books {

class File {
 public:
  File(store::FileKey key, PolicyOf policy_of) : key_(std::move(key)), policy_of_(std::move(policy_of)) {}

  // An error leaves the file unusable: build it again. Errors: those of reading, `not_found` (no such bill),
  // `duplicate_id`, `contradiction`, `overflow`.
  [[nodiscard]] Result<Decision> apply(const Asked& asked);

  // What stands in one place of the fold.
  struct Slot {
    std::int64_t event = 0;
    std::string key;
    std::string ref;
    std::string content;
    Content read;
    PolicyInUse policy;
    bool reversed = false;
    bool told_anew = true;  // the next bill is what the provider is told
    Payments told;
    benefit::Past past_before;
    const policy::Pool* past_pool = nullptr;  // of `past_before`
    std::optional<Folded> folded;             // absent when reversed
    store::BillVersion version;               // the last one; of an encounter
    ledger::Position booked;
  };
  [[nodiscard]] const std::vector<Slot>& slots() const { return slots_; }
  [[nodiscard]] const Case& facts() const { return facts_; }
  [[nodiscard]] const std::string& facts_text() const { return facts_text_; }
  [[nodiscard]] const std::vector<assistance::Application>& applications() const { return applications_; }
  [[nodiscard]] std::int64_t seq() const { return seq_; }

 private:
  struct Work;  // what one event gathers

  Result<void> take(const Asked& asked, Work& work);
  Result<void> take_facts(const Asked& asked, Work& work);
  Result<void> take_entry(const Asked& asked, Work& work);
  Result<void> take_correction(const Asked& asked, Work& work);
  Result<void> take_reversal(const Asked& asked, Work& work);
  Result<void> fold_from(std::size_t first, const Asked& asked, Work& work);
  Result<void> fold_slot(Slot& slot, const Asked& asked, Work& work);
  void note_bill(Slot& slot, const std::string& inputs, const Asked& asked, Work& work);
  void keep_dues(const Asked& asked, Work& work);
  Result<void> keep_applications(const Asked& asked, Work& work);
  Result<Slot*> find_live(std::string_view encounter);
  [[nodiscard]] Result<const policy::Pool*> pool_of(const PolicyInUse& policy) const;

  store::FileKey key_;
  PolicyOf policy_of_;
  std::int64_t seq_ = 0;
  std::string facts_text_;
  Case facts_;
  std::vector<Slot> slots_;
  benefit::Past past_;                  // after the last slot
  const policy::Pool* pool_ = nullptr;  // of `past_`
  ledger::Position dues_;
  ledger::Position opening_;
  std::vector<assistance::Application> applications_;
  ledger::Position assisted_;
};

}  // namespace yidan::books
