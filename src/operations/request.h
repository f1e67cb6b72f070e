// A request to the books, and its reading from JSON (`yidan.request/1`).
//
//   {"format": "yidan.request/1", "key": "…", "pool": "370600", "person": "…", "do": "settle", "encounter": {…}}
//
// `do` is one of the operations; each has a file of its own that says what it takes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "policy/policy.h"
#include "store/store.h"
#include "terms/books.h"

namespace yidan::operations {

struct Request {
  store::FileKey file;
  std::string key;
  EventKind kind = EventKind::settle;
  std::string content;      // canonical JSON
  std::string as_in_trial;  // the digest of a trial with which the settlement must agree; empty: none
  bool trial = false;       // decide, and write nothing
};

// Errors have a JSON path.
[[nodiscard]] Result<Request> read_request(const json::Value& value, const policy::Policy& policy);

// A case of the contract as requests: its facts, then its encounters in order. Their keys follow from what they say, so
// that a case posted twice is one case.
[[nodiscard]] Result<std::vector<Request>> requests_of_case(const json::Value& value, const policy::Policy& policy);

// The reversal of a bill; without a key of its own it has one that follows from person and encounter.
[[nodiscard]] Request reversal_of(const store::FileKey& file, std::string_view encounter, std::string key);

}  // namespace yidan::operations
