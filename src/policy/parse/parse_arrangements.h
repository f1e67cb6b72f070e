// Reads `schemes/arrangements.yaml`: what exists in a city beside its packs.
#pragma once

#include "policy/arrangement.h"
#include "policy/parse/reader.h"

namespace yidan::policy {

// Adds what the file of the region's pack says to `arrangements`.
void read_arrangements(const YamlNode& root, const FileContext& context, Region region, Arrangements& arrangements);

}  // namespace yidan::policy
