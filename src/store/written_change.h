// A change on its way through a group: what was asked, and what became of it.
#pragma once

#include <span>

#include "store/storable.h"
#include "store/store.h"

namespace yidan::store {

struct WrittenChange {
  explicit WrittenChange(const Change& asked) : change(asked), bytes(bytes_of(asked)) {}

  const Change& change;
  std::size_t bytes;
  Instant recorded = 0;  // given to it when it is first tried, and kept; 0: not yet
  Result<Written> outcome = Written::stale;
};

// Groups stay small enough for a database to take in one piece.
inline constexpr std::size_t kMostChanges = 256;

[[nodiscard]] inline bool joins(std::span<WrittenChange* const> group, const WrittenChange& next) {
  std::size_t bytes = next.bytes;
  for (const WrittenChange* member : group) bytes += member->bytes;
  return group.size() < kMostChanges && bytes <= kMostBytes;
}

}  // namespace yidan::store
