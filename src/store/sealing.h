// Sealing books that are there, and another master key for sealed ones.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/go_on.h"
#include "base/result.h"
#include "base/seal.h"
#include "store/store.h"

namespace yidan::store {

struct SealStatus {
  bool sealed = false;      // plain numbers are refused
  bool finished = false;    // and none are left
  std::string fingerprint;  // of the master key
  std::int64_t plain = 0;   // persons whose number is plain
};

// Needs no key.
[[nodiscard]] Result<SealStatus> seal_status(std::string_view url);

// Seals what is plain, how far it may have come before; `go_on` is told the number of persons done. Others may have the
// books open: from here on they are told to open them again wherever they meet a number, and a new person is refused
// to them. At the end what was there before is written over, and waits for nobody: `unavailable` when others are in the
// way, and then all is done but that. Errors: those of the database and the key.
[[nodiscard]] Result<SealStatus> seal(std::string_view url, const SealKey& master, const GoOn& go_on);

// One row: the data key wrapped by `next`. Who has the books open goes on; whoever opens them needs `next`. Errors:
// `conflict`, when they are not sealed, or somebody else has rotated it meanwhile: then nothing was done; those of the
// database and the key.
[[nodiscard]] Result<SealStatus> rotate_master_key(std::string_view url, const std::optional<SealKey>& master,
                                                   const SealKey& next);

}  // namespace yidan::store
