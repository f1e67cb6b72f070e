// A database behind which the numbers of persons are sealed: seals them on their way in, opens them on their way out,
// with the stand-in of the person as associated data, and the key of stand-ins likewise. Of books that are not sealed
// nothing changes.
#pragma once

#include "store/database.h"
#include "store/envelope.h"

namespace yidan::store {

// New books are sealed when there is a master key; books that are there stay as they are. Errors: `unavailable`, when
// sealed books come without their master key; nothing is written then.
[[nodiscard]] Result<std::unique_ptr<Database>> with_seal(std::unique_ptr<Database> database,
                                                          const std::optional<SealKey>& master);

// The first steps of sealing, each of which may be taken again: the wrapped data key is kept, plain numbers are
// refused, the key of stand-ins is sealed (made, where there was none). The envelope that holds from now on.
[[nodiscard]] Result<Envelope> begin_sealing(Database& database, const SealKey& master);

[[nodiscard]] std::string sealed_number(const Envelope& envelope, const StandIn& stand_in, std::string_view number);

}  // namespace yidan::store
