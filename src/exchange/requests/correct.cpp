// Correct an encounter: {"do": "correct", "encounter": {…}}, the encounter of that id as it really was. It keeps its
// place; later bills are settled again.

#include "exchange/request_parts.h"

namespace yidan::exchange {

void read_correct(ObjectReader& reader, Request& request) {
  take_member(reader, "encounter", EventKind::correct, request);
}

}  // namespace yidan::exchange
