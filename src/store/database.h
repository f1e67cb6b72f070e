// What a database does for the store: the same as `Store`, with stand-ins in the place of identity numbers.
//
// Between the two stands store/identified_store.cpp, the only caller. A database knows a number from its table of
// subjects, and gives it back there; it never meets one in a text.
#pragma once

#include "base/seal.h"
#include "store/packed.h"
#include "store/stand_in.h"
#include "store/store.h"

namespace yidan::store {

// The setting that keeps the key of all stand-ins.
inline constexpr std::string_view kIdentitySetting = "identity";

// A person's number as the table of subjects has it: plain or sealed.
struct KeptNumber {
  StandIn stand_in;
  std::string number;
};

// The number of a subject on its way from a database: a sealed one has the letters of its stand-in behind it, without
// which it cannot be opened.
template <class Letters>
[[nodiscard]] std::string number_from(std::string number, const Letters& letters) {
  if (is_sealed_text(number)) number += letters();
  return number;
}

// What is written of one event.
struct StoredPart {
  Subject subject;
  StandIn stand_in;
  StandIn key;
  std::int64_t expected = 0;
  Event event;
  std::optional<std::string> facts;
  std::string past;
  std::vector<Row> rows;
  Packed packed;
  Instant recorded = 0;  // given to it when it is first tried, and kept; 0: not yet
};

// A change on its way through a group: what was asked, and what became of it.
struct StoredChange {
  std::vector<StoredPart> parts;
  std::size_t bytes = 0;
  Result<Written> outcome = Written::stale;
};
using Group = std::span<StoredChange* const>;

// Groups stay small enough for a database to take in one piece.
inline constexpr std::size_t kMostChanges = 256;
inline constexpr std::size_t kMostGroupBytes = std::size_t{64} << 20U;

[[nodiscard]] inline bool is_small_enough(Group group, const StoredChange& next) {
  std::size_t bytes = next.bytes;
  for (const StoredChange* member : group) bytes += member->bytes;
  return group.size() < kMostChanges && bytes <= kMostGroupBytes;
}

class Database {
 public:
  Database() = default;
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  virtual ~Database() = default;

  [[nodiscard]] virtual std::string name() const = 0;
  // Whether the store may write.
  [[nodiscard]] virtual bool writes() const = 0;

  [[nodiscard]] virtual Result<std::optional<Subject>> subject(const StandIn& stand_in) = 0;
  [[nodiscard]] virtual Result<State> load(const StandIn& subject) = 0;
  [[nodiscard]] virtual Result<std::optional<Found>> find(const StandIn& key) = 0;
  [[nodiscard]] virtual Result<std::vector<Event>> events(const StandIn& subject) = 0;
  [[nodiscard]] virtual Result<std::vector<Recorded>> history(const StandIn& subject) = 0;
  [[nodiscard]] virtual Result<std::vector<Row>> rows(const StandIn& subject) = 0;
  [[nodiscard]] virtual Result<RowPage> rows(const RowQuery& query) = 0;

  // Together with what other threads write.
  virtual void write(StoredChange& change) = 0;
  // One transaction for all, in their order; each change gets its own outcome. REQUIRES: each `joins` those before it.
  virtual void write_group(Group group) = 0;
  [[nodiscard]] virtual bool joins(Group group, const StoredChange& next) const = 0;

  [[nodiscard]] virtual Result<std::int64_t> put_policy(std::string_view digest, std::string_view archive) = 0;
  [[nodiscard]] virtual Result<Store::PolicyArchive> policy(std::int64_t number) = 0;
  [[nodiscard]] virtual Result<std::optional<std::string>> setting(std::string_view name) = 0;
  [[nodiscard]] virtual Result<void> set(std::string_view name, std::string_view value) = 0;
  // The value of a setting, which becomes `candidate` when it was never set.
  [[nodiscard]] virtual Result<std::string> set_once(std::string_view name, std::string_view candidate) = 0;
  // The value of a setting afterwards, which becomes `value` where it was `before`: of two who replace the same one
  // alone does.
  [[nodiscard]] virtual Result<std::string> replace(std::string_view name, std::string_view before,
                                                    std::string_view value) = 0;

  [[nodiscard]] virtual Result<std::vector<Committed>> events_after(std::int64_t position, std::size_t limit) = 0;
  [[nodiscard]] virtual Result<void> each_subject(const Visitor<SubjectContents>& visit) = 0;
  [[nodiscard]] virtual Result<void> each_posting(const Visitor<Found>& visit) = 0;
  [[nodiscard]] virtual Result<void> each_backed_up(const Visitor<BackedUp>& visit) = 0;
  [[nodiscard]] virtual Result<Counts> counts() = 0;
  [[nodiscard]] virtual Result<std::vector<Balance>> balances(const BalanceQuery& query) = 0;
  [[nodiscard]] virtual Result<std::vector<DayBalance>> day_balances() = 0;
  [[nodiscard]] virtual Result<void> sum_up() = 0;
  [[nodiscard]] virtual Result<void> check() = 0;

  // Of sealed books (store/sealed_database.h); null of all others.
  [[nodiscard]] virtual Result<std::shared_ptr<const Envelope>> envelope() { return std::shared_ptr<const Envelope>(); }
  // What sealing needs (store/sealed_database.h). Whether numbers can be kept sealed here at all.
  [[nodiscard]] virtual bool outlives_the_program() const = 0;
  // From here on the database itself refuses a plain number of a person, whoever writes; again, it changes nothing.
  [[nodiscard]] virtual Result<void> refuse_plain_numbers() = 0;
  // Persons whose number is plain, at most so many.
  [[nodiscard]] virtual Result<std::vector<KeptNumber>> plain_numbers(std::size_t limit) = 0;
  [[nodiscard]] virtual Result<std::int64_t> count_plain_numbers() = 0;
  // Other numbers for these persons, in one transaction.
  [[nodiscard]] virtual Result<void> put_numbers(std::span<const KeptNumber> numbers) = 0;
  // Writes anew where earlier content may lie unused. Errors: `unavailable`, when others are in the way.
  [[nodiscard]] virtual Result<void> forget_earlier_content() = 0;
};

}  // namespace yidan::store
