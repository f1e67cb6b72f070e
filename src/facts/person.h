// What we are told about a person: cover, identities, registered diseases, stays, filings, account balances.
//
// Facts only; nothing here is decided by a rule. Each fact holds on the days of its period. The questions below are
// the ones a settlement asks of a day.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "calendar/date.h"
#include "money/money.h"
#include "terms/region.h"
#include "terms/terms.h"

namespace yidan {

struct Cover {
  Scheme scheme = Scheme::resident;
  Status status = Status::adult;
  Period period;
};

struct HeldIdentity {
  Identity identity = Identity::none;
  Period period;
};

struct RegisteredDisease {
  Disease disease = Disease::hypertension;
  Period period;
};

struct RecordedStay {
  StayKind kind = StayKind::inpatient;
  Period period;
};

// A filing of care elsewhere: of long-term residence, of a referral, or of a trip. It counts on the days of its period,
// whenever it was filed or told; `place` is what it is filed as.
struct Filing {
  Place place = Place::remote_resident;
  Region region;
  Period period;
  std::optional<Date> filed{};
  std::optional<FilingChannel> channel{};
  FilingAnswer answer = FilingAnswer::granted;
  std::optional<Date> answered{};
};

struct FamilyAccount {
  AccountOwner owner = AccountOwner::spouse;
  Money balance;
};

// Days without cover and why, where cover was derived from a record.
struct CoverGap {
  Period period;
  CoverReason reason = CoverReason::not_enrolled;
  std::vector<std::string> clauses;
  Text text;
};

struct Person {
  std::string id;
  std::optional<Date> born;
  std::optional<Date> died;  // of a person without a record
  std::optional<Sex> sex;
  std::vector<Cover> coverage;
  std::vector<CoverGap> gaps;
  std::vector<HeldIdentity> identities;
  std::vector<RegisteredDisease> diseases;
  std::vector<RecordedStay> stays;
  std::vector<Filing> residence;
  Money account_balance;
  std::vector<FamilyAccount> accounts;
};

// The cover that counts on `day`: of two, the employee scheme's. Null when there is none.
[[nodiscard]] const Cover* cover_on(const Person& person, Date day);

// Why there is no cover on `day`, as far as the facts say. Null when they do not.
[[nodiscard]] const CoverGap* gap_on(const Person& person, Date day);

// The first day after `day` on which some cover begins; `Date::never()` when there is none.
[[nodiscard]] Date next_cover_after(const Person& person, Date day);

// Whether some cover had ended by `day`.
[[nodiscard]] bool was_covered_before(const Person& person, Date day);

[[nodiscard]] WordSet<Identity> identities_on(const Person& person, Date day);
[[nodiscard]] WordSet<Disease> diseases_on(const Person& person, Date day);

// As what care in `region` on `day` is filed and granted; an unknown region is taken as covered.
[[nodiscard]] WordSet<Place> filed_places(const Person& person, Region region, Date day);

}  // namespace yidan
