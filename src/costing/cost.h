// What a change of the policy costs the funds, and whom it hits: the bills of a year under the rules in force and under
// a draft, side by side (RZ-1.2.1-a, RZ-1.2.2-a, LY-2-d).
//
// Amounts only: whoever settles brings each bill twice. Pure, and added up in parts that can be put together.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "calendar/date.h"
#include "money/money.h"
#include "terms/terms.h"

namespace yidan::costing {

inline constexpr std::size_t kFunds = count_of<Fund>;
inline constexpr std::size_t kMonths = 12;

using ByFund = std::array<Money, kFunds>;

// One bill under both sets of rules. A bill that one of them does not pay has zeros there.
struct Pair {
  Date day;                        // on which its rules are looked up
  std::optional<Scheme> scheme{};  // the cover of the day by the rules in force; absent: none
  std::optional<Status> status{};
  Identity identity = Identity::none;  // of those held that day, the most favourable
  ByFund before{};
  ByFund after{};
};

struct Amounts {
  Money before;
  Money after;

  [[nodiscard]] Money difference() const { return after - before; }
  Amounts& operator+=(const Amounts& other);
};

// Packs by which bills were settled, from a day on.
struct PacksInForce {
  Date from;
  std::string digest;  // of what of them is the pool's
};

// Persons for whom the funds pay more, or less, over the year.
struct Side {
  std::int64_t persons = 0;
  Money sum;           // by how much, together
  Money largest;       // of one person
  std::string person;  // that one
};

struct GroupKey {
  std::optional<Scheme> scheme;
  std::optional<Status> status;
  Identity identity = Identity::none;
  auto operator<=>(const GroupKey&) const = default;
};
struct Group {
  Amounts paid;
  std::int64_t persons = 0;  // with a bill of the year
  std::int64_t gain = 0;     // of them, those for whom more is paid while in this group
  std::int64_t lose = 0;
};

class Cost {
 public:
  explicit Cost(int year) : year_(year) {}

  // Adds what a person's bills come to; those of other years do not count. Throws Overflow.
  void add(const std::string& person, std::span<const Pair> bills);
  // Adds another part of the same year, of other persons. Throws Overflow.
  void add(const Cost& part);

  [[nodiscard]] int year() const { return year_; }
  [[nodiscard]] std::int64_t persons() const { return persons_; }
  [[nodiscard]] std::int64_t bills() const { return bills_; }
  [[nodiscard]] Amounts total() const;
  [[nodiscard]] const Amounts& of(Fund fund) const { return funds_[static_cast<std::size_t>(fund)]; }
  // From 1.
  [[nodiscard]] const Amounts& in_month(unsigned month) const { return months_[month - 1]; }
  [[nodiscard]] const Amounts& in_month(unsigned month, Fund fund) const {
    return of_months_[month - 1][static_cast<std::size_t>(fund)];
  }
  [[nodiscard]] const std::map<GroupKey, Group>& groups() const { return groups_; }
  [[nodiscard]] const Side& gain() const { return gain_; }
  [[nodiscard]] const Side& loss() const { return loss_; }

 private:
  int year_;
  std::int64_t persons_ = 0;
  std::int64_t bills_ = 0;
  std::array<Amounts, kFunds> funds_{};
  std::array<Amounts, kMonths> months_{};
  std::array<std::array<Amounts, kFunds>, kMonths> of_months_{};
  std::map<GroupKey, Group> groups_;
  Side gain_;
  Side loss_;
};

// How long a fund lasts (LY-3.4-j): its balance over the mean outlay of the last closed months, twelve at most.
struct Capacity {
  Fund fund = Fund::employee_pooled;
  Money balance;
  Money outlay;             // of those months together
  std::int64_t months = 0;  // how many there were
  Money extra;              // of the draft, a year
  // In hundredths of a month, half up; absent: nothing was paid, or no month is closed. Below zero with the balance.
  [[nodiscard]] std::optional<std::int64_t> held() const;
  [[nodiscard]] std::optional<std::int64_t> held_after() const;
};

// One account's movement on a day, a debit positive.
struct Movement {
  Date day;
  Fund fund = Fund::employee_pooled;
  bool is_outlay = false;   // of an account of expenses
  bool is_holding = false;  // of what the fund has or owes
  Money amount;
};

// Of every fund that moved: what it holds at the end of `on`, what it spent in the closed months before. Throws
// Overflow.
[[nodiscard]] std::vector<Capacity> capacity_of(std::span<const Movement> movements, Date on, const Cost& cost);

}  // namespace yidan::costing
