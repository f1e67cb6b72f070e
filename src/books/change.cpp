#include "books/change.h"

namespace yidan::books {

store::Part begun_change(const store::Subject& file, std::int64_t expected, const Asked& asked) {
  store::Part change;
  change.subject = file;
  change.expected = expected;
  change.event = {.seq = expected + 1,
                  .kind = std::string(code(asked.kind)),
                  .key = asked.key,
                  .ref = "#" + std::to_string(expected + 1),
                  .actor = asked.actor,
                  .content = asked.content,
                  .policy = asked.policy.number,
                  .engine = asked.engine};
  return change;
}

void write_entries(Decision& decision) {
  for (const auto& [place, amount] : decision.posting.entries()) {
    decision.change.entries.push_back({.fund = std::string(code(place.fund)),
                                       .account = std::string(code(place.account)),
                                       .party = place.party,
                                       .route = place.route ? std::string(code(*place.route)) : std::string(),
                                       .amount = amount.in_fen()});
  }
}

}  // namespace yidan::books
