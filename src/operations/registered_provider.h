// Settlement takes level, region and designation of an institution from the registers of the pool, when its books have
// one of institutions (decision 0090).
#pragma once

#include "books/asked.h"
#include "operations/desk.h"

namespace yidan::operations {

// Completes an encounter that is to be settled, corrected or tried: what it does not say of its institution is filled
// from the registers, as they stand on its day, and kept with it; books without a register of institutions change
// nothing. `state` is the file's. Errors: `contradiction`: the encounter says otherwise than the registers do (the
// message has what they say and since when); those of the store.
[[nodiscard]] Result<void> complete(Desk& desk, const store::Subject& file, const store::State& state,
                                    books::Asked& asked);

}  // namespace yidan::operations
