// What an institution signs when it sends a request of HTTP: six lines, without a line end after the last.
//
//     yidan.signature/1
//     POST                                  the method
//     /v1/pools/370600/persons/…            the target as it is sent, with its query
//     K-2026-000001                         the Idempotency-Key; empty where there is none
//     1795852800                            the header Yidan-Signature-Time: seconds since 1970-01-01 00:00 UTC
//     66c7f0f462ee…                         the SM3 of the body, 64 hexadecimal digits in small letters
//
// The signature stands in the header Yidan-Signature (base/sm2.h). A message of the national interface may be signed
// so too, or within (national/signature.h).
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "calendar/instant.h"
#include "http/message.h"
#include "operations/signers.h"

namespace yidan::service {

inline constexpr std::string_view kSignatureHeader = "Yidan-Signature";
inline constexpr std::string_view kSignaturePlace = "header.Yidan-Signature";
inline constexpr std::string_view kSignatureTimeHeader = "Yidan-Signature-Time";

[[nodiscard]] std::string signed_bytes(const http::Request& request);

// Whether the request is signed, and rightly. Errors: `missing`: the time; those of the signature.
[[nodiscard]] Result<bool> is_signed(const http::Request& request, const operations::Signer& signer, Instant now);

}  // namespace yidan::service
