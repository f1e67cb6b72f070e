// A request to the books as it was read: once, into values, before anything is decided.
//
//   {"format": "yidan.request/1", "key": "…", "pool": "370600", "person": "…", "do": "settle", "encounter": {…}}
//
// `do` is one of the requests in requests/, each a file that says what it takes. What is asked of a file stands in a
// request twice: as values, from which it is decided, and as canonical text, which is kept and by which two requests
// are the same. Members named x-… are in neither.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "exchange/decision_request.h"
#include "exchange/register_request.h"
#include "exchange/statement_request.h"
#include "facts/encounter.h"
#include "facts/record.h"
#include "policy/policy.h"
#include "terms/books.h"

namespace yidan::exchange {

// Money for the account, for a month.
struct AccountCredit {
  Month month;
  std::optional<Money> amount;  // absent: what the rules give on the record
};
// Money asked from the account.
struct AccountAsk {
  Date on;
  AccountUseEvent use;
};
// The bill of an encounter, or what the request with that key did, is to be as if it never was: one of the two.
struct Reversal {
  EncounterName bill;  // the provider may be left out where no other institution gave the number
  std::string request;
  std::string reason{};  // kept, and decides nothing
};
// Events of the record. Whether they fit the person is seen when they are told (not before birth, say).
struct EventsTold {
  std::vector<Event> events;
};
// A part of a case, kept as its text: what it says of the person is read together with what was known before.
struct FactsTold {};

using Content = std::variant<Encounter, AccountCredit, AccountAsk, Reversal, EventsTold, FactsTold>;

struct Request {
  Region pool;
  std::string person;
  std::string key;
  EventKind kind = EventKind::settle;
  std::string content;      // canonical JSON
  Result<Content> said;     // the same as values, or why they are none
  std::string place;        // of the content within what was sent: "$.encounter"
  std::string as_in_trial;  // the digest of a trial with which the settlement must agree; empty: none
  bool trial = false;       // decide, and write nothing
  bool of_case = false;     // facts of a case: they add to what is known, and change nothing that was settled
};

// Errors have a JSON path: of what is no request to a file at all. What its content lacks stands in `said`.
[[nodiscard]] Result<Request> read_request(const json::Value& value, const policy::Policy& policy);

// A case of the contract as requests: its facts, then its encounters in order. Their keys follow from what they say, so
// that a case posted twice is one case.
[[nodiscard]] Result<std::vector<Request>> requests_of_case(const json::Value& value, const policy::Policy& policy);

// A roster of the contract as requests: of each person the facts, and the employment by the unit; with keys that follow
// from unit, day and person. Errors: with a fault anywhere, or a person who stands twice, there are none.
[[nodiscard]] Result<std::vector<Request>> requests_of_roster(const json::Value& value, const policy::Policy& policy);

// The reversal of a bill; without a key of its own it has one that follows from person and encounter.
[[nodiscard]] Request reversal_of(Region pool, std::string_view person, EncounterName bill, std::string key);

// What one line of input asks: the requests of a case or a roster, one request, or the reason why it is none.
struct Asking {
  Result<std::vector<Request>> requests;
  std::string key{};                            // of what could not be read as a request, where it names one
  std::optional<DecisionRequest> decision{};    // what is asked about a decision: then there are no other requests
  std::optional<RegisterRequest> entry{};       // what is asked about an entry of a register: the same
  std::optional<StatementRequest> statement{};  // what is asked about an institution's statement: the same
};

// Reads a case (`yidan.case/1`), a roster (`yidan.roster/1`) or a request (`yidan.request/1`); `first_line` is where it
// begins in its file.
[[nodiscard]] Asking read_asking(std::string_view text, std::size_t first_line, const policy::Policy& policy);
// The same of a text that was parsed.
[[nodiscard]] Asking read_asking(const json::Value& value, const policy::Policy& policy);

// The content of an event of that kind, from the canonical text in which it is kept; it was judged when it was told.
// Errors: `syntax` when it is no JSON; with the place "$" alone when it is no object.
[[nodiscard]] Result<Content> read_content(EventKind kind, std::string_view text, Region pool);

}  // namespace yidan::exchange
