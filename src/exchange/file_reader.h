// Reads what a file of the books holds: the facts of a person, an encounter, money of the account.
//
// The facts are a case of the contract without encounters. Its record is not derived when it is read: each bill asks
// for the standing of its own day (`person_on`); an as-of day of the record says nothing here.
#pragma once

#include "base/json.h"
#include "base/result.h"
#include "facts/case.h"
#include "policy/policy.h"

namespace yidan::exchange {

// The pool that an object names by `pool`. Errors also when it is no object, or says a thing twice.
[[nodiscard]] Result<Region> read_pool_of(const json::Value& value, const policy::Policy& policy);

// Refuses what names a member twice in any of its objects: for what is kept without having been read.
[[nodiscard]] Result<void> check_named_once(const json::Value& value);

[[nodiscard]] Result<Case> read_facts(const json::Value& value, const policy::Policy& policy);

// The encounter of a request, `$.encounter`.
[[nodiscard]] Result<Encounter> read_encounter_of_request(const json::Value& value, Region pool);

// Money for the account, for a month.
struct AccountCredit {
  Month month;
  std::optional<Money> amount;  // absent: what the rules give on the record
};
[[nodiscard]] Result<AccountCredit> read_credit(const json::Value& value);

// Money asked from the account.
struct AccountAsk {
  Date on;
  AccountUseEvent use;
};
[[nodiscard]] Result<AccountAsk> read_use(const json::Value& value);

// The person with the cover and identities of a day: as given, or derived from the record as of the later of the day
// and the last event. Errors: `overflow`.
[[nodiscard]] Result<Person> person_on(const policy::Pool& pool, const Case& facts, Date day);

}  // namespace yidan::exchange
