// What the handlers of all transactions work with: who asks, with which envelope, and the visits in the books.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "calendar/instant.h"
#include "national/message.h"
#include "national/visit.h"
#include "operations/caller.h"
#include "policy/policy.h"

namespace yidan::national {

// Subjects whose events keep the whole state as the document "state" (operations/verify.h).
inline constexpr std::string_view kVisitKind = "national/visit";
inline constexpr std::string_view kMessageKind = "national/message";
inline constexpr std::string_view kMessageTable = "message";

struct Turn {
  const operations::Caller& caller;
  const policy::Policy& policy;
  Instant now = 0;
  const Envelope& envelope;
  std::string content;  // canonical text of what is asked
  std::string key;      // of the request in the books: institution, msgid and a digest of the content
};

// The person of a psn_no, which is a pseudonym. Errors, at `place`: `not_found`.
[[nodiscard]] Result<store::Subject> person_of(const Turn& turn, std::string_view number, const std::string& place);

// A visit with its place in the store.
struct KeptVisit {
  store::Subject subject;
  std::int64_t seq = 0;
  Visit visit;
};
// The visit of a mdtrt_id, which is of this institution and of this person. Errors: `not_found`; `forbidden`;
// `contradiction`: it is of another person.
[[nodiscard]] Result<KeptVisit> visit_of(const Turn& turn, std::string_view id, const std::string& person_number);

// What an act leaves of a visit: the state, a row for the institution, one for the message. `output` is what is
// answered, again when the message comes again; `more` are rows beside those.
[[nodiscard]] store::Part visit_part(const Turn& turn, const KeptVisit& kept, std::string_view did, std::string output,
                                     std::vector<store::Row> more = {});

// The visits of a person at an institution, found by both: `provider` of their rows.
inline constexpr std::string_view kVisitedTable = "visited";
[[nodiscard]] std::string visited_provider(std::string_view institution, std::string_view person_number);

// Where an own code of the institution that asks is kept with the national code that it stands for.
[[nodiscard]] store::Subject mapping_subject(const Turn& turn, std::string_view own);

// The pool of a division, which may be that of a county in it; null when there is none.
[[nodiscard]] const policy::Pool* pool_of_division(const policy::Policy& policy, std::string_view division);

// What became of a message: it counts, was reversed by 2601, or what it settled was taken back by 2208.
inline constexpr std::string_view kDone = "done";
inline constexpr std::string_view kReversed = "reversed";
inline constexpr std::string_view kCancelled = "cancelled";

// Its row is one of the visit, so that the visit's next act can replace it.
struct Message {
  std::string id;  // msgid
  std::string infno;
  std::string person;  // psn_no
  std::string key{};
  std::string_view state = kDone;
};
[[nodiscard]] store::Row message_row(const Turn& turn, const Message& message, std::string_view visit);

// That a settlement came, or was reversed before it came: both are written to the same subject, so that of two at the
// same time one is `stale`.
[[nodiscard]] store::Part message_part(const Turn& turn, std::int32_t pool, const Message& message,
                                       std::string_view did);

[[nodiscard]] Error busy_visit();

// Changes a visit and writes it. `change` is called anew when somebody else was quicker; what it gives is the output.
// A message that is known is answered as it was. Errors: those of `change`; `conflict`; of the store.
using ChangeVisit = std::function<Result<std::string>(Visit& visit)>;
[[nodiscard]] Result<std::string> change_visit(const Turn& turn, std::string_view id, const std::string& person_number,
                                               std::string_view did, const ChangeVisit& change);

// What was answered to this very message before; absent: it is new. Errors: `conflict`: the msgid was used for another
// content of the same transaction and person, or the message was reversed, before it came or afterwards, or what
// it settled was taken back.
[[nodiscard]] Result<std::optional<std::string>> earlier_output(const Turn& turn, const std::string& person_number);

// What was answered to this very message meanwhile: whoever fails to do what a second copy of it has done at the same
// moment answers the same. Absent: it is not known, or counts no more.
[[nodiscard]] Result<std::optional<std::string>> answered_meanwhile(const Turn& turn);

// Rows of messages that this institution sent under a msgid.
[[nodiscard]] Result<std::vector<store::FoundRow>> messages_of(const Turn& turn, std::string_view msgid);

// "M" or "S" and digits that follow from the key: the same message gets the same number.
[[nodiscard]] std::string number_of(char letter, const Turn& turn);

}  // namespace yidan::national
