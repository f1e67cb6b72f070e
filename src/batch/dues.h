// What residents owe for an insured year, person by person and part by part: `yidan dues`.
//
// Every row becomes a small record, and its standing says what is owed by whom; so dues have exactly the rules of
// standings. A row that is paid is charged as of the day of payment, the others as of the day of the run.
#pragma once

#include "batch/job.h"

namespace yidan::batch {

// Persons who owe, or for whom somebody else pays.
struct PayerCount {
  std::uint64_t persons = 0;
  Money sum;
};
// What the treasury pays in a year for its heads by the standard of that year (B05); the premium of the insured year is
// of the one before.
struct FiscalPart {
  const policy::Rule* rule = nullptr;
  Money a_head;
  std::uint64_t heads = 0;  // those for whom the treasury pays
  Money sum;
};
// Persons of a group that must be insured.
struct NeedyCount {
  std::uint64_t persons = 0;
  std::uint64_t unpaid = 0;
};

class DuesJob : public Job {
 public:
  // `on`: the day as of which a row without a payment is charged.
  DuesJob(const policy::Pool& pool, int year, Date on);

  [[nodiscard]] Columns columns() const override;
  [[nodiscard]] std::span<const std::string_view> answer_columns() const override;
  [[nodiscard]] const Refusal* obstacle() const override { return obstacle_ ? &*obstacle_ : nullptr; }
  [[nodiscard]] std::optional<Refusal> answer(const Row& row, Sheet& sheet) override;
  [[nodiscard]] const Tally& tally() const override { return tally_; }
  [[nodiscard]] const Persons& persons() const override { return persons_; }

  [[nodiscard]] int year() const { return year_; }
  [[nodiscard]] Date on() const { return on_; }
  // The treasury's part of the year itself, by the standard that is printed for it; absent where none is known.
  [[nodiscard]] std::optional<FiscalPart> fiscal_part() const;
  [[nodiscard]] const std::array<PayerCount, count_of<Payer>>& payers() const { return payers_; }
  [[nodiscard]] const std::array<NeedyCount, count_of<Identity>>& needy() const { return needy_; }
  // Who has not paid, and what they still owe themselves.
  [[nodiscard]] const PayerCount& unpaid() const { return unpaid_; }

 private:
  struct Person;

  [[nodiscard]] std::optional<Refusal> read(const Row& row, Person& person) const;
  [[nodiscard]] Date last_payable(const Person& person) const;
  void make_record(const Person& person);
  void count(const Person& person, std::span<const standing::Due> dues);

  const policy::Pool& pool_;
  int year_;
  Date on_;
  Date first_day_;  // of the year before: from when a category is held that has no day
  Date opens_;      // of the collection window
  Date last_day_;   // of the insured year
  Record record_;
  Tally tally_;
  Persons persons_;
  std::array<PayerCount, count_of<Payer>> payers_{};
  std::array<NeedyCount, count_of<Identity>> needy_{};
  PayerCount unpaid_;
  std::optional<Refusal> obstacle_;
};

}  // namespace yidan::batch
