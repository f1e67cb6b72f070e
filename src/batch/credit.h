// The monthly credit of personal accounts, person by person: `yidan credit`.
//
// The rule itself is `standing::credit_of_active` and `credit_of_retired`; a batch only reads rows and adds up.
#pragma once

#include "batch/job.h"
#include "standing/account.h"

namespace yidan::batch {

class CreditJob : public Job {
 public:
  CreditJob(const policy::Pool& pool, Month month);

  [[nodiscard]] Columns columns() const override;
  [[nodiscard]] std::span<const std::string_view> answer_columns() const override;
  [[nodiscard]] const Refusal* obstacle() const override { return obstacle_ ? &*obstacle_ : nullptr; }
  [[nodiscard]] std::optional<Refusal> answer(const Row& row, Sheet& sheet) override;
  [[nodiscard]] const Tally& tally() const override { return tally_; }
  [[nodiscard]] const Persons& persons() const override { return persons_; }

  [[nodiscard]] Month month() const { return month_; }

 private:
  [[nodiscard]] std::optional<Refusal> obstacle_for(Status status) const;
  [[nodiscard]] std::optional<Refusal> write(const standing::Credit& credit, std::string_view id, Sheet& sheet);
  [[nodiscard]] Refusal no_rule(const std::string& zh, const std::string& en) const;

  const policy::Pool& pool_;
  Month month_;
  std::string month_text_;
  Date last_day_;
  Tally tally_;
  Persons persons_;
  std::array<std::optional<Refusal>, 3> obstacles_;  // by status: active, retired, flexible
  std::optional<Refusal> obstacle_;
};

}  // namespace yidan::batch
