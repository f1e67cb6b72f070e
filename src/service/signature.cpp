#include "service/signature.h"

#include <charconv>
#include <optional>

#include "base/digest.h"

namespace yidan::service {
namespace {

constexpr std::string_view kPlaceOfTime = "header.Yidan-Signature-Time";

std::optional<Instant> read_seconds(std::string_view text) {
  constexpr std::int64_t most = 1LL << 40U;
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc() || end != text.data() + text.size() || seconds < 0 || seconds > most) return std::nullopt;
  return seconds * 1'000'000;
}

}  // namespace

std::string signed_bytes(const http::Request& request) {
  std::string bytes = "yidan.signature/1\n";
  bytes += request.method + "\n" + request.target + "\n";
  bytes += std::string(request.header("Idempotency-Key")) + "\n";
  bytes += std::string(request.header(kSignatureTimeHeader)) + "\n";
  return bytes + sm3(request.body);
}

Result<bool> is_signed(const http::Request& request, const operations::Signer& signer, Instant now) {
  const std::string_view signature = request.header(kSignatureHeader);
  if (signature.empty()) return false;
  const auto at = read_seconds(request.header(kSignatureTimeHeader));
  if (!at) {
    return std::unexpected(Error{ErrorCode::missing,
                                 {"签名须带时间：自 1970-01-01 00:00 UTC 起的秒数",
                                  "a signature has its time: seconds since 1970-01-01 00:00 UTC"},
                                 std::string(kPlaceOfTime)});
  }
  const auto right = operations::check_signature(signer,
                                                 {.bytes = signed_bytes(request),
                                                  .signature = std::string(signature),
                                                  .at = *at,
                                                  .place_of_signature = std::string(kSignaturePlace),
                                                  .place_of_time = std::string(kPlaceOfTime)},
                                                 now);
  if (!right) return std::unexpected(right.error());
  return true;
}

}  // namespace yidan::service
