// Use an account, for oneself or for family: {"do": "use", "use": {"on": "2023-11-02", "amount": "58.00", "use":
// "pharmacy", "for": "spouse"}}. What the documents do not allow is refused, and the refusal is kept.

#include "exchange/request_parts.h"

namespace yidan::exchange {

void read_use(ObjectReader& reader, Request& request) { take_member(reader, "use", EventKind::use, request); }

}  // namespace yidan::exchange
