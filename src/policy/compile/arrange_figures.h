// Puts the figures of the indicators one behind the other: a figure stands until the next one begins (reading B08).
#pragma once

#include <optional>

#include "policy/parse/parse_pack.h"

namespace yidan::policy {

// Figures published after `known` are not there; absent: all are. A figure without an end ends where a later one of the
// same or of a later year begins; what such a one has overtaken before it began is kept aside, it never applies. Found:
// two first figures of one year.
void arrange_figures(Packs& packs, std::optional<Date> known, Judging judging, Problems& problems);

}  // namespace yidan::policy
