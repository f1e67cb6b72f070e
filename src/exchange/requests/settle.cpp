// Settle an encounter: {"do": "settle", "encounter": {…}}; with "as_in_trial" only if nothing has changed since that
// trial. {"do": "trial", "encounter": {…}} says what it would come to, and writes nothing.

#include "exchange/request_parts.h"

namespace yidan::exchange {

void read_settle(ObjectReader& reader, Request& request) {
  if (reader.find("as_in_trial") != nullptr) request.as_in_trial = require_named(reader, "as_in_trial");
  take_member(reader, "encounter", EventKind::settle, request);
}

void read_trial(ObjectReader& reader, Request& request) {
  request.trial = true;
  take_member(reader, "encounter", EventKind::settle, request);
}

}  // namespace yidan::exchange
