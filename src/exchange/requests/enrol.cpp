// Enrol (参保): {"do": "enrol", "enrol": {"on": "2021-11-03", "scheme": "resident", "status": "adult", "insured_year":
// 2022}}.

#include "exchange/request_parts.h"

namespace yidan::exchange {

void read_enrol(ObjectReader& reader, Request& request) { take_event(reader, "enrol", "enrol", request); }

}  // namespace yidan::exchange
