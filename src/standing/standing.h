// A standing: what the law makes of a record of events. docs/people.md is the rule book.
//
// `derive` is a pure function of (policy, record, as-of). What it finds comes with the rules behind it and the
// arguments of a sentence; `narrate.h` writes the sentence in either language.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "facts/record.h"
#include "policy/policy.h"
#include "policy/sentence.h"
#include "standing/saying.h"

namespace yidan::standing {

// Up to five rules behind a finding; unused places hold `kNoRule`.
using Rules = std::array<policy::RuleId, 5>;
inline constexpr Rules kNoRules{policy::kNoRule, policy::kNoRule, policy::kNoRule, policy::kNoRule, policy::kNoRule};

// Why: a sentence to be, and the rules that worked.
struct Reasoning {
  Saying saying = Saying::none;
  Rules rules = kNoRules;
  std::array<policy::Argument, 4> arguments;
};

struct CoverSpan {
  Scheme scheme = Scheme::resident;
  Status status = Status::adult;
  Period period;
  Reasoning why;
};

struct Gap {
  Period period;
  CoverReason reason = CoverReason::not_enrolled;
  Reasoning why;
};

// A part of a premium (for an insured year) or of a contribution (for a month).
struct Due {
  std::optional<int> insured_year;
  Month month;  // when not for a year
  DuePart part = DuePart::individual;
  Payer payer = Payer::person;
  Money amount;
  std::optional<Date> paid_on;
  bool presumed = false;  // a month taken as paid
  Reasoning why;
};

struct Subsidy {
  int insured_year = 0;
  Identity category = Identity::none;
  Payer payer = Payer::assistance;
  Money amount;
  Reasoning why;
};

struct AccountEntry {
  enum class Kind : std::uint8_t { credit, debit, refused };
  Kind kind = Kind::credit;
  Date on;
  Month month;  // of a credit
  Money amount;
  AccountUse use = AccountUse::outpatient;
  Beneficiary beneficiary = Beneficiary::self;
  AccountRefusal refusal = AccountRefusal::not_allowed;
  Reasoning why;
};

struct Account {
  Money opening;
  Money balance;
  std::vector<AccountEntry> entries;
};

struct Years {
  int actual_months = 0;
  int deemed_months = 0;
  int topped_up_months = 0;
  std::optional<int> required_months;  // absent: sex not known, or no rule
  std::optional<int> missing_months;
  std::optional<Date> entitled_from;  // to retiree benefits
  int months_when_retired = 0;        // that counted on the day of retirement
  bool retired = false;
  Reasoning why;
};

// The identity that counts on these days.
struct CountingIdentity {
  Identity category = Identity::none;
  Period period;
  Reasoning why;
};

struct Warning {
  WarningKind kind = WarningKind::after_as_of;
  std::optional<std::size_t> event;  // its place in the list as written
  Reasoning why;                     // the saying is the warning's own
};

struct Standing {
  Date as_of;
  std::optional<Date> died;  // by the as-of day
  std::vector<CoverSpan> cover;
  std::vector<Gap> gaps;
  std::vector<Due> dues;
  std::vector<Subsidy> subsidies;
  Account account;
  Years years;
  std::vector<CountingIdentity> identities;
  std::vector<HeldIdentity> held;  // every identity, counting or not
  std::vector<Warning> warnings;
};

// What an `overflow` of a record says: of the standing, and of sums that are shown.
[[nodiscard]] const Text& sums_do_not_fit();

// The standing as of `as_of`; later events are not known yet. Errors: `overflow` when a sum of the record does not fit.
// REQUIRES: the record's pool is `pool`; its events are sorted.
[[nodiscard]] Result<Standing> derive(const policy::Pool& pool, const Record& record, Date as_of);

// The day of which a record speaks: its as-of day, else that of its last event.
[[nodiscard]] Date as_of(const Record& record);

}  // namespace yidan::standing
