// Reads a file of the folder `bounds`: its bounds, and what the list knows.
#pragma once

#include "policy/bound.h"
#include "policy/parse/parse_pack.h"
#include "policy/parse/reader.h"

namespace yidan::policy {

// Adds what the file says to `bounds`.
void read_bounds(const YamlNode& root, const FileContext& context, Groups& groups, Bounds& bounds);

}  // namespace yidan::policy
