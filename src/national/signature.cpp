#include "national/signature.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/json_canonical.h"
#include "national/message.h"

namespace yidan::national {
namespace {

constexpr std::string_view kSignature = "cainfo";
constexpr std::string_view kMethod = "SM2";

std::string value_of(const json::Value& value) {
  return value.kind == json::Kind::string || value.kind == json::Kind::number ? std::string(value.text)
                                                                              : json::canonical(value);
}

bool is_empty(const json::Value& value) {
  return value.kind == json::Kind::null || (value.kind == json::Kind::string && value.text.empty());
}

}  // namespace

std::string signed_bytes(const json::Value& message) {
  std::vector<const json::Member*> members;
  for (const json::Member& each : message.members()) {
    if (each.key != kSignature && !is_empty(each.value)) members.push_back(&each);
  }
  std::ranges::stable_sort(members, {}, [](const json::Member* each) { return std::string_view(each->key); });
  std::string bytes;
  for (const json::Member* each : members) {
    bytes += (bytes.empty() ? "" : "&") + std::string(each->key) + "=" + value_of(each->value);
  }
  return bytes;
}

Result<bool> is_signed(const json::Value& message, const operations::Signer& signer, Instant now) {
  const Reader reader(message);
  if (!reader.has(kSignature) || reader.text("signtype") != kMethod) return false;
  const auto at = parse_instant(reader.text("inf_time"));
  if (!at) {
    return std::unexpected(Error{ErrorCode::missing,
                                 {"签名的报文须有交易时间（inf_time），如 2026-11-28 10:00:00",
                                  "a signed message has its inf_time: 2026-11-28 10:00:00"},
                                 "$.inf_time"});
  }
  const auto right = operations::check_signature(signer,
                                                 {.bytes = signed_bytes(message),
                                                  .signature = std::string(reader.text(kSignature)),
                                                  .at = *at,
                                                  .place_of_signature = "$.cainfo",
                                                  .place_of_time = "$.inf_time"},
                                                 now);
  if (!right) return std::unexpected(right.error());
  return true;
}

}  // namespace yidan::national
