// Pay dues (缴费): {"do": "pay", "pay": {"on": "2022-03-15", "insured_year": 2022, "amount": "320.00"}}, or with
// "month" for an employee. The money is held until it pays what is owed; what is paid becomes income of the fund, by
// source.

#include "exchange/request_parts.h"

namespace yidan::exchange {

void read_pay(ObjectReader& reader, Request& request) { take_event(reader, "pay", "pay", request); }

}  // namespace yidan::exchange
