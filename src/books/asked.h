// What is asked of a file: an event to be, with the packs and the program by which it is decided.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "exchange/request.h"
#include "policy/policy.h"

namespace yidan::books {

// A set of packs as compiled, with its number in the store and its digest.
struct PolicyInUse {
  std::int64_t number = 0;
  const policy::Policy* policy = nullptr;
  std::string digest;
};
// The packs of that number; errors when they cannot be had.
using PolicyOf = std::function<Result<PolicyInUse>(std::int64_t number)>;

struct Asked {
  EventKind kind = EventKind::settle;
  std::string key;
  std::string content;             // canonical JSON
  Result<exchange::Content> said;  // the same as values, or why they are none
  std::string place;               // of the content in what was sent, for refusals
  PolicyInUse policy;
  std::string engine;
  std::string actor{};          // who asked; empty: unknown
  bool of_case = false;         // facts of a case, which change nothing that was settled; not kept with the event
  std::optional<Date> today{};  // on which it is recorded: what happens later is refused; absent: nothing is
  bool kept = false;            // an event of the books: it was judged when it was told
};

// Whether an event of that kind is an entry of the fold.
[[nodiscard]] constexpr bool is_entry(EventKind kind) {
  return kind == EventKind::settle || kind == EventKind::credit || kind == EventKind::use;
}

[[nodiscard]] inline Asked asked_by(exchange::Request request, PolicyInUse policy, std::string engine,
                                    std::string actor = {}, std::optional<Date> today = {}) {
  return {.kind = request.kind,
          .key = std::move(request.key),
          .content = std::move(request.content),
          .said = std::move(request.said),
          .place = std::move(request.place),
          .policy = std::move(policy),
          .engine = std::move(engine),
          .actor = std::move(actor),
          .of_case = request.of_case,
          .today = today};
}

}  // namespace yidan::books
