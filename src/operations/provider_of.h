// Of which institution something is that is asked or was done.
#pragma once

#include <string>

#include "exchange/request.h"
#include "store/store.h"

namespace yidan::operations {

// Of an encounter, or of the bill that is reversed; empty: of none, or it is not named.
[[nodiscard]] std::string provider_of(const exchange::Content& content);
[[nodiscard]] std::string provider_of(const store::Subject& subject, const store::Event& event);

}  // namespace yidan::operations
