// What an institution signs within a message of the national interface (signtype SM2, the signature in cainfo): the
// members of the message but cainfo, those that are null or empty left out, sorted by name, as "name=value" with "&"
// between; of an object or a list the value is its JSON without blanks, members sorted by name, those that are null
// left out, numbers as they are sent.
//
//     fixmedins_code=H37…&fixmedins_name=…&inf_time=2026-11-28 10:00:00&infno=2207&input={"data":{…}}&…&signtype=SM2
//
// It is the way in which online payment and electronic prescriptions are signed, without their secret. When it was
// signed says inf_time.
#pragma once

#include <string>

#include "base/json.h"
#include "base/result.h"
#include "calendar/instant.h"
#include "operations/signers.h"

namespace yidan::national {

[[nodiscard]] std::string signed_bytes(const json::Value& message);

// Whether the message has a signature, and it is right. Errors: those of the signature; `missing`: inf_time.
[[nodiscard]] Result<bool> is_signed(const json::Value& message, const operations::Signer& signer, Instant now);

}  // namespace yidan::national
