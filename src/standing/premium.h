// The price of a resident's insured year: who owes which part of it on a given day (HZ-2.2-c/d, B11, P6).
#pragma once

#include <optional>

#include "standing/identities.h"

namespace yidan::standing {

// What decides a premium besides the day.
struct PremiumCase {
  int year = 0;
  bool newborn = false;  // enrolled as one, in the year of birth
  bool newborn_status = false;
};

// The standard of a year and who owes it on the charge day.
struct Charge {
  Date day;
  const policy::Cell* individual = nullptr;  // null: no standard for the year
  const policy::Cell* government = nullptr;
  const Held* subsidised = nullptr;
  const policy::Cell* subsidy_rule = nullptr;
  const policy::Cell* rest_rule = nullptr;
  const policy::Cell* late_rule = nullptr;
  const Held* at_once = nullptr;
  const policy::Cell* at_once_rule = nullptr;
  bool newborn = false;  // by birth year or by the limit
  Money subsidy;
  Money county;
  Money person;  // of the individual part
  Money government_part;
  bool person_owes_government = false;

  [[nodiscard]] Money owed_by_person() const { return person_owes_government ? person + government_part : person; }
};

class Premiums {
 public:
  Premiums(const View& view, const Identities& identities) : view_(view), identities_(identities) {}

  [[nodiscard]] Charge charge(const PremiumCase& premium, Date day) const;
  // Both parts are printed in a document.
  [[nodiscard]] bool is_cited(const Charge& charge) const;
  // Adds the dues and the subsidy of the year.
  void add_dues(const PremiumCase& premium, const Charge& charge, std::optional<Date> paid_on) const;

  // birth + the limit of months, inclusive; absent when no rule sets one.
  [[nodiscard]] std::optional<Date> newborn_limit(Date day) const;

 private:
  void subsidise(Charge& charge, Date standard_day) const;
  void add(const PremiumCase& premium, std::optional<Date> paid_on, DuePart part, Payer payer, Money amount,
           const Reasoning& why) const;

  const View& view_;
  const Identities& identities_;
};

}  // namespace yidan::standing
