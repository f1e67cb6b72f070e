// A bill for people at a terminal: one sentence, then trees of amounts that add up, the items, and the steps that say
// why. 80 columns wide.
#pragma once

#include <string>

#include "benefit/bill.h"
#include "exchange/bill_writer.h"
#include "facts/case.h"

namespace yidan::exchange {

// `encounter` is what was settled; null of a bill that is rejected.
[[nodiscard]] std::string describe(const Person& person, const Encounter* encounter, const benefit::Bill& bill,
                                   const WriteOptions& options);

}  // namespace yidan::exchange
