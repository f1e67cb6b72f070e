// Pay dues (缴费): {"do": "pay", "pay": {"on": "2022-03-15", "insured_year": 2022, "amount": "320.00"}}, or with
// "month" for an employee. The money is held until it pays what is owed; what is paid becomes income of the fund, by
// source.

#include "operations/request_reader.h"

namespace yidan::operations {

Result<void> read_pay(RequestMembers& members, Request& request) { return take_event(members, "pay", "pay", request); }

}  // namespace yidan::operations
