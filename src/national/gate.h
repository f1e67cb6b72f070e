// The national interface as one function: the text of a message in, the text of its answer out.
//
// Every message is answered with infcode 0 or -1. A failure says in Chinese what is wrong and what to do, and beside
// it, for programs: a stable code, the place, whether the same message may succeed later, and all faults where there
// are many.
#pragma once

#include <string>
#include <string_view>

#include "calendar/instant.h"
#include "operations/caller.h"
#include "operations/signers.h"
#include "policy/policy.h"

namespace yidan::national {

struct Asked {
  const operations::Caller& caller;
  const policy::Policy& policy;
  Instant now = 0;
  std::string_view number{};  // of the transaction, in the path; empty: it stands in the message
  std::string_view text;
  const operations::Signer* signer = nullptr;  // of who asks; null: of nobody who could sign
  bool is_signed = false;                      // by the way the message came: it need not be signed within
};

struct Answered {
  std::string text;      // of a message; or the bytes of a file
  bool is_file = false;  // of 9102, when there is one
};
[[nodiscard]] Answered answer(const Asked& asked);

}  // namespace yidan::national
