// Credit an account (个人账户划入): {"do": "credit", "credit": {"month": "2023-02", "amount": "58.00"}}. Without an amount,
// what the rules give on the record of the person.

#include "exchange/request_parts.h"

namespace yidan::exchange {

void read_credit(ObjectReader& reader, Request& request) { take_member(reader, "credit", EventKind::credit, request); }

}  // namespace yidan::exchange
