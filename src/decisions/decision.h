// A decision on values of the packs, and what became of it: a fold of the acts that were done with it.
//
// Nothing is overwritten: an act adds a move, and the state is that of the last move, now or on an earlier day.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"
#include "calendar/date.h"
#include "policy/procedure.h"
#include "terms/authority.h"
#include "terms/region.h"
#include "terms/terms.h"

namespace yidan::decisions {

// A document on whose strength somebody decides, and who issued it.
struct LegalBasis {
  std::string document;
  Body issuer = Body::province;
};

// The files of a draft by their path within the packs.
using DraftFiles = std::map<std::string, std::string, std::less<>>;

// What is said of a decision when it is registered.
struct Registration {
  std::string id;
  std::string kind;  // of the register of decisions
  std::string title;
  Region region;  // that of who decides: the city's, or a county's
  WordSet<Body> issuers;
  std::vector<std::string> parameters;  // "resident-inpatient.ratio"
  std::optional<Identity> group;        // for whose values; absent: anybody's
  std::optional<Date> issued;
  Date from;                  // on which it is wanted to hold
  std::optional<Date> until;  // the first day on which it no longer holds
  std::string document;       // its number
  std::vector<LegalBasis> basis;
  std::optional<ReformDirection> direction;
  DraftFiles draft;
};

struct FilingTold {
  std::string number;
  Body with = Body::province;
  Date filed;
  std::optional<Date> answered;
  std::optional<FilingResult> result;
};

struct Approval {
  std::string number;  // may be empty
  Body by = Body::province;
  Date asked;
  Date approved;
};

struct Activation {
  Date on;
  std::optional<Date> since;  // of packs adopted as a whole: the first day for which they count, when it is earlier
  DraftFiles draft;
};

struct Withdrawal {
  Date on;
};

using Told = std::variant<Registration, FilingTold, Approval, Activation, Withdrawal>;

// A filing or a request of the decision, as it now is.
struct Filing {
  std::string kind;  // of the register of filings: "file", "report"
  std::string number;
  Body with = Body::province;
  Date filed;  // or asked
  std::optional<Date> answered;
  std::string state;
};

// One act: what it led to, and the day that it names.
struct Move {
  DecisionAct act = DecisionAct::decide;
  std::string to;
  Date day;
};

struct Decision {
  Registration registration;
  std::vector<Filing> filings;
  std::vector<Move> moves;
  std::optional<Activation> activation;

  [[nodiscard]] std::string_view state() const { return moves.empty() ? policy::kNewEntry : moves.back().to; }
  // As it stood on a day by what was done up to then; what ends by itself has ended. `new`: there was nothing yet.
  [[nodiscard]] std::string state_on(Date day, const policy::Procedure& definition) const;
  // The filing that counts on a day: not returned, and filed by then; null when there is none.
  [[nodiscard]] const Filing* filed_by(Date day) const;
  [[nodiscard]] const Filing* approved_by(Date day) const;

  // Does an act that was permitted; `to` is where it led, `filing` the state of the filing that it brought.
  void apply(const Told& told, const std::string& to, const std::string& filing);
};

[[nodiscard]] DecisionAct act_of(const Told& told);
// Adds the parameters whose files a draft has: "resident-outpatient.ratio".
void add_touched(const DraftFiles& draft, std::vector<std::string>& parameters);

// The day that an act names: of issue (else that wanted), of filing, of approval, on which it holds, of withdrawal.
[[nodiscard]] Date day_of(const Told& told);

// The transition by which an act leads on from a state; never null. Errors: `not_permitted`, which says what is missing
// or why it cannot be done now.
[[nodiscard]] Result<const policy::Transition*> transition_of(const policy::Procedure& definition,
                                                              std::string_view kind, std::string_view state,
                                                              const Told& told);

}  // namespace yidan::decisions
