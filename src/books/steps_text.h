// The steps of a bill, compact and in no language: what is kept beside the bill. The sentences are made again from the
// same run (benefit/explain.h); that they belong to this bill is seen by the steps being equal.
#pragma once

#include <string>

#include "benefit/bill.h"

namespace yidan::books {

// One array a step: rule id, output in fen, then the inputs: numbers as they are, words by their codes.
[[nodiscard]] std::string steps_text(const benefit::Bill& bill);

}  // namespace yidan::books
