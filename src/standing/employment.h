// Relations with the employee scheme: their contributory months, what was paid, and the cover that follows.
#pragma once

#include <optional>
#include <vector>

#include "standing/owed.h"

namespace yidan::standing {

struct Wage {
  Month from;
  std::optional<Money> monthly;
};

// One contract, or one enrolment of a flexibly employed person.
struct Relation {
  std::string employer;
  EmployerKind kind = EmployerKind::enterprise;
  PersonKind person_kind = PersonKind::ordinary;
  const Event* event = nullptr;
  Date opened;
  Date ended = Date::never();  // the first day on which it is no longer open
  bool by_retirement = false;
  bool by_enrolment = false;  // no employer has been named yet
  std::vector<Wage> wages;
  std::optional<Date> first_payment;  // that reached what was owed
  std::optional<Month> first_paid;
  std::optional<Date> cover_from;  // absent without a payment
  Date cover_until = Date::never();
  std::vector<Period> covered;  // in order
  const policy::Cell* cover_rule = nullptr;
  bool is_first = false;  // the person's first with a payment

  [[nodiscard]] bool is_flexible() const;
  [[nodiscard]] Status status() const { return is_flexible() ? Status::flexible : Status::active; }
  [[nodiscard]] bool open_on(Date day) const { return opened <= day && day < ended; }
  [[nodiscard]] bool covers(Date day) const;
  [[nodiscard]] std::optional<Money> wage_in(Month month) const;
  // The last month with a contribution. A relation still open has none that is known.
  [[nodiscard]] Month last_month() const;
};

// A month in which a relation contributes.
struct Contribution {
  Month month;
  std::size_t relation = 0;
  MonthlyOwed owed;
  bool paid = false;      // what the person owes was reached, or is taken as reached
  bool presumed = false;  // taken as paid
  std::optional<Date> paid_on;
  std::optional<Date> whole_on;   // the employer's part was reached, too
  Money amount;                   // of the payments listed
  const Event* listed = nullptr;  // the last of them
};

class Employment {
 public:
  // A relation that opens on or after `closed_from`, when the person enjoys retiree benefits already, is none.
  explicit Employment(const View& view, Date closed_from = Date::never());

  [[nodiscard]] const std::vector<Relation>& relations() const { return relations_; }
  [[nodiscard]] const std::vector<Contribution>& contributions() const { return contributions_; }
  // The day of retirement: asked for, or granted when the record begins.
  [[nodiscard]] std::optional<Date> retired_on() const { return retired_on_; }
  [[nodiscard]] std::optional<Date> granted_on() const { return granted_on_; }

 private:
  void read_events();
  void open(const Event& event, EmployerKind kind, const EmployEvent* employ);
  [[nodiscard]] Relation* known_already(EmployerKind kind, const EmployEvent* employ);
  void leave(const Event& event, const LeaveEvent& leave);
  void retire(Date day);
  void list_months();
  void match_payments();
  void presume_payments();
  void start_cover(std::size_t index);
  void cover_months(std::size_t index);
  [[nodiscard]] Month horizon(const Relation& relation) const;

  const View& view_;
  Date closed_from_;
  std::vector<Relation> relations_;
  std::vector<Contribution> contributions_;  // by month
  std::optional<Date> retired_on_;
  std::optional<Date> granted_on_;
};

}  // namespace yidan::standing
