// A bill for people at a terminal: the waterfall from total to cash, and the steps that say why.
#pragma once

#include <string>

#include "benefit/bill.h"
#include "exchange/bill_writer.h"
#include "facts/case.h"

namespace yidan::exchange {

[[nodiscard]] std::string describe(const Case& facts, const benefit::Bill& bill, const WriteOptions& options);

}  // namespace yidan::exchange
