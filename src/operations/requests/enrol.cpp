// Enrol (参保): {"do": "enrol", "enrol": {"on": "2021-11-03", "scheme": "resident", "status": "adult", "insured_year":
// 2022}}.

#include "operations/request_reader.h"

namespace yidan::operations {

Result<void> read_enrol(RequestMembers& members, Request& request) {
  return take_event(members, "enrol", "enrol", request);
}

}  // namespace yidan::operations
