// Persons and sums by the rules that worked: what a summary shows. Sums are exact.
#pragma once

#include <cstdint>
#include <optional>

#include "batch/row.h"
#include "standing/standing.h"

namespace yidan::batch {

// What is owed or credited by the same rules, in the same part and by the same payer.
struct Group {
  standing::Rules rules{};
  DuePart part = DuePart::individual;
  Payer payer = Payer::person;
  std::string rule;                  // the one that gives the amount: "account.credit-active[age_from=35]"
  std::optional<int> standard_year;  // of residents' financing (B05)
  std::vector<std::string> with;     // the other rules: "employee.base-floor"
  std::vector<std::string_view> clauses;
  Basis basis = Basis::cited;  // the weakest of the rules
  PolicyStatus status = PolicyStatus::in_force;
  std::uint64_t persons = 0;
  Money sum;
};

class Tally {
 public:
  explicit Tally(const policy::Pool& pool) : pool_(pool) {}

  // The group of these rules; made when it is first asked for. Valid until the next call.
  [[nodiscard]] Group& group(const standing::Reasoning& why, DuePart part = DuePart::individual,
                             Payer payer = Payer::person);

  // Counts an amount of one person. Throws Overflow when the sum of all does not fit, and counts nothing then.
  void count(Group& group, Money amount) {
    total_ += amount;
    group.sum += amount;  // no more than the total
    ++group.persons;
  }
  // Faults with Overflow when `count` would.
  void require_room_for(Money amount) const { (void)(total_ + amount); }

  // By rule; those of one rule by their other rules.
  [[nodiscard]] std::vector<Group> groups() const;
  [[nodiscard]] Money total() const { return total_; }
  [[nodiscard]] const policy::Pool& pool() const { return pool_; }

 private:
  [[nodiscard]] Group made_for(const standing::Reasoning& why, DuePart part, Payer payer) const;

  const policy::Pool& pool_;
  std::vector<Group> groups_;
  Money total_;
};

}  // namespace yidan::batch
