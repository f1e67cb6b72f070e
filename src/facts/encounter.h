// What we are told about one encounter: who gave which care, when, where, why, and the fee lines.
//
// A line's money is already a whole number of fen: price, over-limit part and first-borne share are each rounded once,
// when the line is read (semantics M3).
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "calendar/date.h"
#include "facts/person.h"
#include "money/money.h"
#include "money/rate.h"
#include "terms/credential.h"
#include "terms/terms.h"

namespace yidan {

// How many of an item, and what one costs: times 10^4 and 10^6.
struct Units {
  Exact count = 0;
  Exact price = 0;
};

struct FeeLine {
  LineClass line_class = LineClass::a;
  Cause cause = Cause::illness;
  Rate liability = kWhole;  // of a cause that is a liability: the share of the line that others bear
  Money price;
  Money over_limit;     // the part of the price above the payment standard
  Rate self_pay_first;  // of class B
  std::string id;       // with code, name and units: as written, they decide nothing
  std::string code;
  std::string name;
  std::optional<Units> units;
};

struct Provider {
  std::string id;
  Region region;  // unknown when absent
  int level = 1;  // 1 (and below, and unrated), 2, 3
  WordSet<Designation> designated;
  // Designated, but not for what this scheme pays: only the register of institutions says so.
  std::array<WordSet<Designation>, count_of<Scheme>> withheld{};
  std::string name;  // as written, it decides nothing
};

// What an encounter is called: by a number that its institution gave it, so that equal numbers of two institutions are
// two encounters.
struct EncounterName {
  std::string id;
  std::string provider{};

  bool operator==(const EncounterName&) const = default;
};

// What was shown at the counter, and what was issued for the bill: it decides nothing of the amounts.
struct Paperwork {
  std::string invoice;                     // number of the electronic invoice
  std::string prescription;                // id of the electronic prescription that was dispensed
  std::optional<Date> prescribed;          // when it was issued
  std::optional<Date> prescription_until;  // the first day on which it is no longer valid
  bool telemedicine = false;               // a consultation at a distance
  std::optional<Credential> credential;    // by which the person was identified
  bool verified = false;                   // its token was, by who issued it
  std::optional<Credential> failed;        // the one that was tried before
  std::string failure;                     // why it failed
  bool mobile_payment = false;             // the person's part was paid by mobile

  bool operator==(const Paperwork&) const = default;
};

struct Encounter {
  std::string id;
  Care care = Care::outpatient;
  Date date;                     // day of service, of discharge, last day of an interim bill
  std::optional<Date> admitted;  // of a stay
  std::optional<Disease> disease;
  Provider provider;
  Place place = Place::local;
  Cause cause = Cause::illness;
  Rate liability = kWhole;      // as of a line: of each line that has no cause of its own
  Money enterprise_supplement;  // paid by the employer's supplementary insurance, which is no fund (SD20-1.2.3-a)
  bool use_account = false;
  bool before_admission = false;        // a visit on the day of admission, before it
  bool reimbursed_later = false;        // at a window, and not settled at once with the institution
  bool first_contact_referral = false;  // referred by the grass-roots institution of first contact
  std::string stay;                     // shared by the interim bills of one stay; empty when not an interim bill
  std::string referred_from;            // the encounter of the stay from which the person was referred here
  std::optional<Paperwork> paperwork;
  std::vector<FeeLine> lines;
};

}  // namespace yidan
