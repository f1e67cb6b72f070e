// Correct an encounter: {"do": "correct", "encounter": {…}}, the encounter of that id as it really was. It keeps its
// place; later bills are settled again.

#include "operations/request_reader.h"

namespace yidan::operations {

Result<void> read_correct(RequestMembers& members, Request& request) {
  return take_member(members, "encounter", EventKind::correct, request);
}

}  // namespace yidan::operations
