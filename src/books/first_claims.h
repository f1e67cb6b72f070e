// The claims of a file of the first form, which kept none: those of its encounters that stand, in the order of their
// events.
#pragma once

#include <vector>

#include "benefit/claim.h"
#include "store/first_form.h"

namespace yidan::books {

// What cannot be read is left out: whoever reads the event next says so.
[[nodiscard]] std::vector<benefit::Claim> claims_of(const store::first_form::File& file);

}  // namespace yidan::books
