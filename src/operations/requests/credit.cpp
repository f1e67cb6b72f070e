// Credit an account (个人账户划入): {"do": "credit", "credit": {"month": "2023-02", "amount": "58.00"}}. Without an amount,
// what the rules give on the record of the person.

#include "operations/request_reader.h"

namespace yidan::operations {

Result<void> read_credit(RequestMembers& members, Request& request) {
  return take_member(members, "credit", EventKind::credit, request);
}

}  // namespace yidan::operations
