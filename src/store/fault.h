// Errors of a store, each made in one place: what happened, to which database, and what to do.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace yidan::store {

// `database` is named as the user named it, without a password.
[[nodiscard]] Error no_books(std::string_view database);
[[nodiscard]] Error not_ours(std::string_view database);
[[nodiscard]] Error too_new(std::string_view database, int version, int known);
[[nodiscard]] Error too_old_to_read(std::string_view database, int version, int needed);
// Books of the program's first form, before 0.4.0.
[[nodiscard]] Error of_first_form(std::string_view database);
[[nodiscard]] Error read_only(std::string_view database);
[[nodiscard]] Error no_policy(std::string_view database, std::int64_t number);
[[nodiscard]] Error sums_overflow(std::string_view database);
// `reason` is the database's own sentence.
[[nodiscard]] Error unavailable(std::string_view database, std::string_view reason);
[[nodiscard]] Error disk_full(std::string_view database, std::string_view reason);
[[nodiscard]] Error no_right_to_read_beside_others(std::string_view database);
[[nodiscard]] Error locked(std::string_view database, std::string_view reason);
[[nodiscard]] Error damaged(std::string_view database, std::string_view reason);
[[nodiscard]] Error refused(std::string_view database, std::string_view reason);
// Of a backup.
[[nodiscard]] Error damaged_backup();

// Of sealed books. Fingerprints tell master keys apart.
[[nodiscard]] Error key_needed(std::string_view database, std::string_view fingerprint);
[[nodiscard]] Error other_key(std::string_view database, std::string_view fingerprint, std::string_view given);
[[nodiscard]] Error sealed_meanwhile(std::string_view database);
[[nodiscard]] Error not_sealed(std::string_view database);
// `fingerprint`: of the master key that another gave it.
[[nodiscard]] Error rotated_meanwhile(std::string_view database, std::string_view fingerprint);

}  // namespace yidan::store
