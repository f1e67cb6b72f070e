// Records of events made from a stream of choices, for the properties of standings: enrolments, premiums, employment,
// retirement, service, identities and uses of the account, on days around the boundaries of the rules.
#pragma once

#include <algorithm>
#include <array>

#include "facts/record.h"
#include "testing/random_case.h"

namespace yidan::testing {

// `plain`: nothing learnt later contradicts what was known before. One relation after another, at most one payment a
// relation (which opens its payments), and no identity that replaces an earlier one.
enum class Kind : std::uint8_t { plain, any };

// First and last days of windows, half years and months.
inline Date record_day(Choices& choices) {
  struct MonthDay {
    unsigned month;
    unsigned day;
  };
  static const std::array<MonthDay, 16> boundaries{{{1, 1},
                                                    {1, 31},
                                                    {2, 28},
                                                    {3, 1},
                                                    {3, 31},
                                                    {6, 14},
                                                    {6, 30},
                                                    {7, 1},
                                                    {8, 31},
                                                    {9, 1},
                                                    {9, 30},
                                                    {10, 1},
                                                    {11, 1},
                                                    {12, 1},
                                                    {12, 15},
                                                    {12, 31}}};
  const MonthDay at = choices.of(boundaries);
  return *Date::of(static_cast<int>(2020 + choices.pick(8)), at.month, at.day);
}

inline Date plus(Date day, std::size_t days) { return Date::from_days(day.days() + static_cast<std::int32_t>(days)); }

class RecordMaker {
 public:
  RecordMaker(Choices& choices, Region pool, Kind kind) : choices_(choices), kind_(kind) { record_.pool = pool; }

  Record make() {
    start();
    for (std::size_t count = 1 + choices_.pick(14); count > 0; --count) {
      advance();
      add_event();
    }
    for (std::size_t i = 0; i < record_.events.size(); ++i) record_.events[i].place = i;
    return record_;
  }

 private:
  template <class E>
  void add(E event) {
    record_.events.push_back({day_, 0, std::move(event)});
  }

  void start() {
    record_.person = "P";
    day_ = record_day(choices_);
    newborn_ = choices_.one_in(4);
    const std::size_t age_in_days = newborn_ ? choices_.pick(300) : 6000 + choices_.pick(20'000);
    record_.born = Date::from_days(day_.days() - static_cast<std::int32_t>(age_in_days));
    if (!choices_.one_in(5)) record_.sex = choices_.word<Sex>();
    if (kind_ == Kind::any) record_.out_of_order = choices_.one_in(8);
    if (choices_.one_in(2)) record_.account_balance = Money::fen(static_cast<std::int64_t>(choices_.pick(100'000)));
  }

  // The same day, soon, months later, or the next boundary.
  void advance() {
    const std::size_t step = choices_.pick(4);
    if (step == 1) day_ = plus(day_, choices_.pick(40));
    if (step == 2) day_ = plus(day_, choices_.pick(250));
    if (step == 3) day_ = std::max(day_, std::min(record_day(choices_), plus(day_, 700)));
  }

  void add_event() {
    switch (choices_.pick(14)) {
      case 0:
      case 1:
        return enrol();
      case 2:
      case 3:
        return pay_premium();
      case 4:
        return add_identity();
      case 5:
        return employ();
      case 6:
        return pay_month();
      case 7:
        return leave();
      case 8:
        return retire();
      case 9:
        return add_service();
      case 10:
        return top_up_or_transfer();
      default:
        return use_account();
    }
  }

  // Into the employee scheme: a relation begins, or a retirement that was granted earlier is told.
  void enrol_as_employee() {
    const bool granted = choices_.pick(2) == 0;
    if (newborn_ || retired_ || (kind_ == Kind::plain && (open_ || Month::of(day_) <= last_month_))) return;
    retired_ = granted;
    open_ = !granted;
    opened_ = day_;
    paid_ = false;
    EnrolEvent event;
    event.scheme = Scheme::employee;
    event.status = granted ? Status::retired : choices_.of(std::array{Status::active, Status::flexible});
    add(std::move(event));
  }

  void enrol() {
    if (choices_.one_in(6)) return enrol_as_employee();
    EnrolEvent event;
    event.status = newborn_ ? Status::newborn : choices_.of(std::array{Status::adult, Status::child, Status::student});
    if (choices_.pick(2) == 0) event.insured_year = day_.year() + static_cast<int>(choices_.pick(2));
    if (choices_.one_in(8)) event.household = Region(410100);
    event.residence_permit = choices_.pick(2) == 0;
    add(std::move(event));
  }

  // Joins as a resident and pays enough for that year, soon after.
  void enrol_and_pay() {
    EnrolEvent enrolment;
    enrolment.status = newborn_ ? Status::newborn : Status::adult;
    enrolment.insured_year = day_.year();
    add(enrolment);
    if (choices_.pick(2) == 0) day_ = plus(day_, choices_.pick(20));
    PayEvent premium;
    premium.insured_year = enrolment.insured_year;
    premium.amount = Money::fen(90'000);
    add(premium);
  }

  void pay_premium() {
    static const std::array<std::int64_t, 7> amounts{32'000, 22'400, 10'000, 38'000, 58'000, 90'000, 150'000};
    PayEvent event;
    event.insured_year = std::max(record_.born.year(), day_.year() - 1 + static_cast<int>(choices_.pick(3)));
    event.amount = Money::fen(choices_.of(amounts));
    add(event);
  }

  void add_identity() {
    IdentityEvent event;
    event.category = static_cast<Identity>(1 + choices_.pick(count_of<Identity> - 1));
    event.period.from = day_;
    if (kind_ == Kind::any && choices_.one_in(3)) {
      event.period.from = std::max(record_.born, Date::from_days(day_.days() - static_cast<int>(choices_.pick(400))));
    }
    if (choices_.pick(2) == 0) event.period.to = plus(event.period.from, choices_.pick(500));
    event.exempt = choices_.one_in(3);
    if (choices_.one_in(6)) event.order = "1";
    if (kind_ == Kind::plain) {  // a second one of this day could replace the first
      if (identified_on_ == day_) return;
      identified_on_ = day_;
    }
    add(std::move(event));
  }

  void employ() {
    if (newborn_ || retired_) return;
    if (kind_ == Kind::plain && (open_ || Month::of(day_) <= last_month_)) return;
    EmployEvent event;
    event.employer = choices_.pick(2) == 0 ? "U1" : "U2";
    event.kind = choices_.word<EmployerKind>();
    if (!choices_.one_in(6)) event.monthly_wage = Money::fen(static_cast<std::int64_t>(choices_.pick(4'000'000)));
    if (choices_.one_in(10)) event.person_kind = choices_.word<PersonKind>();
    opened_ = day_;
    open_ = true;
    paid_ = false;
    add(std::move(event));
    if (choices_.pick(3) == 0) return;
    day_ = plus(day_, choices_.pick(40));
    pay_month();
  }

  void pay_month() {
    if (!open_ || (kind_ == Kind::plain && paid_)) return;
    PayEvent event;
    const Month last = Month::of(day_);
    const auto months = static_cast<std::size_t>(last.index() - Month::of(opened_).index()) + 1;
    event.month = last + -static_cast<std::int32_t>(choices_.pick(months));
    event.amount = Money::fen(54'000);
    paid_ = true;
    add(event);
  }

  void leave() {
    if (!open_ && kind_ == Kind::plain) return;
    open_ = false;
    last_month_ = Month::of(day_);
    add(LeaveEvent{});
  }

  void retire() {
    if (newborn_ || retired_) return;
    retired_ = true;
    open_ = false;
    add(RetireEvent{});
  }

  MonthsSpan random_span() {
    const Month from =
        Month::of(1995 + static_cast<int>(choices_.pick(30)), 1 + static_cast<unsigned>(choices_.pick(12)));
    return {from, from + static_cast<std::int32_t>(1 + choices_.pick(330))};
  }

  void add_service() {
    if (newborn_) return;
    DeemedEvent event;
    if (choices_.pick(2) == 0) event.span = random_span();
    if (!event.span || choices_.one_in(4)) event.months = static_cast<int>(1 + choices_.pick(360));
    if (!choices_.one_in(4)) {
      event.recognised = choices_.pick(3) == 0 ? *Date::of(2019, 12, 31) : plus(day_, choices_.pick(20));
    }
    add(event);
  }

  void top_up_or_transfer() {
    if (newborn_) return;
    if (choices_.pick(2) == 0) {
      add(TopUpEvent{.months = static_cast<int>(1 + choices_.pick(300)), .amount = {}});
      return;
    }
    TransferEvent event;
    if (choices_.pick(2) == 0) {
      event.span = random_span();
    } else {
      event.months = static_cast<int>(1 + choices_.pick(340));
    }
    event.from_pool = Region(370100);
    add(event);
  }

  void use_account() {
    AccountUseEvent event;
    event.amount = Money::fen(static_cast<std::int64_t>(1 + choices_.pick(30'000)));
    event.use = choices_.word<AccountUse>();
    event.beneficiary = choices_.word<Beneficiary>();
    add(event);
  }

  Choices& choices_;
  Kind kind_;
  Record record_;
  Date day_;
  Date opened_;
  Date identified_on_ = Date::never();
  Month last_month_;
  bool newborn_ = false;
  bool open_ = false;
  bool paid_ = false;
  bool retired_ = false;
};

inline Record random_record(Choices& choices, Region pool, Kind kind = Kind::any) {
  return RecordMaker(choices, pool, kind).make();
}

}  // namespace yidan::testing
