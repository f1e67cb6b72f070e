// The one way of every operation: load, decide, write once.
//
// Deciding is pure (books/file.h); what it comes to is checked (balanced, on permitted routes, not on the
// strength of a draft, as in the trial) and written as one event, or refused as a whole. A file that has changed in the
// meantime is decided again.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "books/decision.h"
#include "exchange/request.h"
#include "operations/caller.h"
#include "operations/year.h"

namespace yidan::operations {

using exchange::Request;

[[nodiscard]] inline store::Subject file_of(const Request& request) { return {request.pool.code(), request.person}; }

struct Answer {
  std::string text;         // JSON, without a line end
  bool again = false;       // given before: the request was known
  std::size_t changed = 0;  // bills settled before that are otherwise now
};

// What is written in the same change as what a request comes to: of a visit, say, its bill. Called each time that it is
// decided, with what would be answered.
using Beside = std::function<Result<std::vector<store::Part>>(const std::string& answer)>;

// Errors: of the request (`invalid_value`, …), `not_found`, `duplicate_id`; `conflict`: the key was used for something
// else, or not as in the trial; `not_permitted`: a draft, a route between funds; `unavailable`, `damaged`: the store.
// After an error nothing was written, but for `unavailable`: then `ask` tells what became of the key.
[[nodiscard]] Result<Answer> perform(const Caller& caller, Request request, const Beside& beside = {});

// A trial, explained step by step and line by line; nothing is written. REQUIRES: the request is a trial. Errors as
// those of `perform`.
[[nodiscard]] Result<Explanation> explain(const Caller& caller, Request request);

// Whether what was decided may be written: it does not rest on a draft while drafts move no money, and it is
// balanced, on
// permitted routes. Errors: `not_permitted`, those of the ledger.
[[nodiscard]] Result<void> may_be_booked(Desk& desk, const store::Subject& file, const books::Decision& decision);

// The key was used for a request with other content.
[[nodiscard]] Error key_used_for_something_else(const std::string& key);

// Says in an answer, which is a JSON object, that the books have no gate.
void mark_ungated(std::string& answer);

// The answer first given to the request with this key. Errors: `not_found`: no such request is known.
[[nodiscard]] Result<std::string> ask(const Caller& caller, std::string_view key);

}  // namespace yidan::operations
