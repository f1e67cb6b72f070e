// Books as one portable file: from any store, while others write, into any empty store.
//
// The file holds one state of the whole store: the settings, the sets of packs, every event in the order of commits
// with all it brought, with the last of each subject its state and rows, and at the end a digest of all that, by which
// a file that was cut or changed is refused before anything of it counts. Identity numbers stand in it as they are; of
// sealed books the whole file is sealed, and read with their master key (store/sealed_backup.h).
#pragma once

#include <functional>
#include <iosfwd>
#include <span>

#include "base/go_on.h"
#include "store/first_form.h"
#include "store/store.h"

namespace yidan::store {

// Takes the next part of a backup.
using Sink = std::function<Result<void>(std::string_view part)>;

// What was backed up; `go_on` is told the number of subjects done, here and below. `settings` are the names of those
// that are kept with it, besides the store's own.
[[nodiscard]] Result<Counts> back_up(Store& store, std::span<const std::string_view> settings, const Sink& sink,
                                     const GoOn& go_on);

// Whether the stream is a whole backup, as it was written, by this program or by its first form. Errors: `damaged`.
[[nodiscard]] Result<void> check_backup(std::istream& backup);

// Whether the store is not one into which a backup is being restored, or was in part. Errors: `unavailable`.
[[nodiscard]] Result<void> check_restored(Store& store);

// Writes a backup into a store that has no events yet; events keep their instants and their order. Until all is there
// `check_restored` refuses the store. `upgrade` is for a backup of the first form. Errors: `conflict` (it has events),
// `damaged`, those of the store. REQUIRES: `check_backup` was content with it.
[[nodiscard]] Result<Counts> restore(Store& store, std::istream& backup, const first_form::Upgrade& upgrade,
                                     const GoOn& go_on);

}  // namespace yidan::store
