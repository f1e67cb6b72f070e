#include "national/signature.h"

#include <string>

#include <gtest/gtest.h>

#include "base/digest.h"
#include "testing/files.h"

namespace yidan::national {
namespace {

// The vector of docs/how-to/sign.md: the key of GB/T 32918.5, a message whose members stand in another order.
constexpr const char* kKey =
    "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
    "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13";
constexpr const char* kSignature =
    "clYCXtg2Mkt2oNhhZKAsnqr96e/6GFDopwtPBSKBpqhwgPPAGYYtw2+kq2ElNFu5GXAOc04BSppy/5gtEyE2EQ==";
constexpr const char* kDigest = "cd98faef8cf61ad3f9c9867251926ec173444b8f9fc33177e2c9ce93c68ebed1";

std::string message(const std::string& signature, const std::string& name = "王某") {
  return R"({"infno": "1101", "msgid": "H37060000001202611281000000001", "mdtrtarea_admvs": "370600",
    "insuplc_admdvs": "370600", "recer_sys_code": "1", "infver": "V1.0", "opter_type": "1", "opter": "001",
    "opter_name": "张", "inf_time": "2026-11-28 10:00:00", "fixmedins_code": "H37060000001", "dev_no": null,
    "fixmedins_name": "示范医院", "sign_no": "", "signtype": "SM2", "cainfo": ")" +
         signature + R"(", "input": {"data": {"psn_name": ")" + name +
         R"(", "mdtrt_cert_type": "02", "begntime": null, "mdtrt_cert_no": "370600195003010028"}}})";
}

operations::Signer signer() {
  return {.provider = "H37060000001", .keys = {{.name = "K1", .hex = kKey, .from = *parse_date("2023-01-01")}}};
}

Instant at(const char* text) { return *parse_instant(text); }

Result<bool> checked(const std::string& text, const operations::Signer& by, const char* now) {
  json::Document document;
  return is_signed(**document.parse(text), by, at(now));
}

TEST(Signature, CoversWhatThePageSays) {
  json::Document document;
  const std::string bytes = signed_bytes(**document.parse(message(kSignature)));
  EXPECT_EQ(sm3(bytes), kDigest) << bytes;
  const std::string page = testing::read_file(testing::in_repository("docs/how-to/sign.md"));
  EXPECT_TRUE(page.contains(kDigest) && page.contains(kSignature));
}

TEST(Signature, HoldsForItsKeyAndItsTime) {
  EXPECT_TRUE(checked(message(kSignature), signer(), "2026-11-28 10:04:59").value());
  EXPECT_TRUE(checked(message(kSignature), signer(), "2026-11-28 09:55:01").value());
  EXPECT_FALSE(checked(message(""), signer(), "2026-11-28 10:00:00").value()) << "it is not signed";
  const auto late = checked(message(kSignature), signer(), "2026-11-28 10:05:01");
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().where, "$.inf_time");
}

TEST(Signature, SaysWhatWasHashedWhenItDoesNotFit) {
  const auto other = checked(message(kSignature, "王五"), signer(), "2026-11-28 10:00:00");
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().code, ErrorCode::forbidden);
  EXPECT_EQ(other.error().where, "$.cainfo");
  json::Document document;
  const std::string bytes = signed_bytes(**document.parse(message(kSignature, "王五")));
  for (const std::string& word :
       {sm3(bytes), std::to_string(bytes.size()), std::string("1234567812345678"), std::string("K1")}) {
    EXPECT_TRUE(other.error().message.zh.contains(word) && other.error().message.en.contains(word)) << word;
  }
}

TEST(Signature, IsOfNoUseByAKeyThatNoLongerHolds) {
  operations::Signer changed = signer();
  changed.keys.push_back({.name = "K2", .hex = kKey, .from = *parse_date("2023-01-01")});
  changed.keys.back().hex.back() = '4';  // no point of the curve
  changed.keys.front().revoked = at("2026-01-01");
  const auto revoked = checked(message(kSignature), changed, "2026-11-28 10:00:00");
  ASSERT_FALSE(revoked);
  EXPECT_TRUE(revoked.error().message.en.contains("K1 was revoked")) << revoked.error().message.en;
  changed.keys.clear();
  EXPECT_TRUE(
      checked(message(kSignature), changed, "2026-11-28 10:00:00").error().message.en.contains("no signing key"));
}

}  // namespace
}  // namespace yidan::national
