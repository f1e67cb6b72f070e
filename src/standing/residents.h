// Residents: enrolment, the premium of each insured year, and from when it gives cover.
#pragma once

#include <optional>
#include <vector>

#include "standing/employment.h"
#include "standing/premium.h"

namespace yidan::standing {

// One insured year of a resident.
struct InsuredYear {
  int year = 0;
  Status status = Status::adult;
  Period enrolled;   // until the employee scheme took a person who had not paid
  bool owed = true;  // not when it did
  std::optional<Date> paid_on;
  std::optional<Date> cover_from;  // within the year; absent when not paid, or paid too late for it
  Reasoning cover_why;
  bool waits = false;  // a waiting rule delays the cover
  Reasoning gap_why;   // of its days without cover
};

class Residents {
 public:
  Residents(const View& view, const Identities& identities, const Employment& employment);

  [[nodiscard]] const std::vector<InsuredYear>& years() const { return years_; }
  // The first insured year for which the person is enrolled on `day` and which has not begun.
  [[nodiscard]] std::optional<int> enrolled_for_later(Date day) const;

 private:
  struct Enrolment {
    const Event* event = nullptr;
    Date since;
    int year = 0;
    Status status = Status::adult;
    Date taken = Date::never();  // by the employee scheme
  };
  struct Window {
    Date opens;
    Date closes;
    const policy::Cell* rule = nullptr;
  };

  struct Payment {
    Date day;  // from which it counts
    Money amount;
    const Event* event = nullptr;
  };

  // Payments for a year, and the day on which they reached what the person owed.
  struct Settled {
    std::vector<Payment> payments;
    std::optional<Date> paid_on;
  };

  void read_enrolments();
  [[nodiscard]] bool may_enrol(const Event& event, const EnrolEvent& enrol) const;
  [[nodiscard]] int insured_year_of(const Event& event, const EnrolEvent& enrol) const;
  [[nodiscard]] bool is_bound(const Relation& relation, Date day) const;
  [[nodiscard]] Date taken_on(const Event& enrolment) const;
  [[nodiscard]] bool stands_in(int year, const Enrolment& enrolment) const;
  [[nodiscard]] std::optional<Window> window_of(int year) const;
  void assess_years();
  void assess(int year);
  void charge(int year, const Enrolment& enrolment);
  [[nodiscard]] PremiumCase premium_of(int year, const Enrolment& enrolment) const;
  [[nodiscard]] Settled settle_payments(const PremiumCase& premium, const Enrolment& enrolment) const;
  void check_amount(const PremiumCase& premium, const Charge& charge, const Settled& settled) const;
  [[nodiscard]] Date last_payable(const PremiumCase& premium) const;
  [[nodiscard]] std::vector<Payment> payments_for(const PremiumCase& premium, Date enrolled) const;
  void warn_of_late_payments(const PremiumCase& premium, Date enrolled) const;
  [[nodiscard]] std::vector<Date> days_of_change(const std::vector<Payment>& payments, Date ready) const;
  void start_cover(const PremiumCase& premium, const Charge& charge, InsuredYear& year) const;
  void choose_start(const PremiumCase& premium, const Charge& charge, InsuredYear& year) const;
  [[nodiscard]] NewbornTiming timing_of(const PremiumCase& premium, Date paid) const;
  bool start_newborn(const Charge& charge, NewbornTiming timing, InsuredYear& year) const;
  [[nodiscard]] bool after_employee(int year, Date paid, Date& last_day, const policy::Cell*& rule) const;
  [[nodiscard]] std::optional<Date> last_contributed_day(Date day) const;
  void explain_gap(InsuredYear& year) const;
  void warn_of_unmatched_payments() const;

  const View& view_;
  const Identities& identities_;
  const Employment& employment_;
  Premiums premiums_;
  std::vector<Enrolment> enrolments_;
  std::vector<InsuredYear> years_;
};

}  // namespace yidan::standing
