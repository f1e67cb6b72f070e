// Reads fee lines; here, once per line, prices and over-limit parts are rounded to the fen (semantics M3, F1, F2).
#pragma once

#include <span>
#include <vector>

#include "exchange/object_reader.h"
#include "facts/encounter.h"

namespace yidan::exchange {

[[nodiscard]] std::vector<FeeLine> read_lines(std::span<const json::Value> lines, const Path& path);

}  // namespace yidan::exchange
