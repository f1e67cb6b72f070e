#include "base/sm2.h"

#include <string>

#include <gtest/gtest.h>

#include "base/digest.h"

namespace yidan {
namespace {

// GB/T 32918.5-2017, A.2: the key, the message and its signature, user id 1234567812345678.
constexpr std::string_view kX = "09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020";
constexpr std::string_view kY = "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13";
constexpr std::string_view kMessage = "message digest";
// r F5A03B0648D2C463…EEE720B3 and s B1B6AA29DF212FD8…85BBC1AA
constexpr std::string_view kRaw =
    "9aA7BkjSxGMO6sUT4buBoVlE2jgn1bdBQ6x+rO7nILOxtqop3yEv2HYxgrwNQhyhu5A4/R9/QtSEC2nEhbvBqg==";
// The same as openssl writes it.
constexpr std::string_view kDer =
    "MEYCIQD1oDsGSNLEYw7qxRPhu4GhWUTaOCfVt0FDrH6s7ucgswIhALG2qinfIS/YdjGCvA1CHKG7kDj9H39C1IQLacSFu8Gq";
constexpr std::string_view kPem =
    "-----BEGIN PUBLIC KEY-----\n"
    "MFkwEwYHKoZIzj0CAQYIKoEcz1UBgi0DQgAECfnfMR5UIaFQ3X0WHkvFxnIXn60YM/wHa7CP81bz\n"
    "UCDM6kkM4md1pS3G6nGMwapgCu0F+/NeCEpmMvYHLamtEw==\n"
    "-----END PUBLIC KEY-----\n";
// A key of the curve P-256, which is not ours.
constexpr std::string_view kOtherCurve =
    "-----BEGIN PUBLIC KEY-----\n"
    "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEbOls4++iR/agmQGdo945Di2cXIUO\n"
    "f5S4kVFDcoJbIx57rX2fZTxHl+BMdFpVZs3cK+F7rU1XVfS6HRLLveKvVQ==\n"
    "-----END PUBLIC KEY-----\n";

std::string hex() { return "04" + std::string(kX) + std::string(kY); }

TEST(Sm3, IsThatOfTheStandard) {
  EXPECT_EQ(sm3("abc"), "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
}

TEST(Sm2, ChecksTheExampleOfTheStandard) {
  const auto key = Sm2Key::parse(hex());
  ASSERT_TRUE(key);
  EXPECT_TRUE(key->has_signed(kMessage, kRaw));
  EXPECT_TRUE(key->has_signed(kMessage, kDer));
  EXPECT_FALSE(key->has_signed("message digesT", kRaw));
  EXPECT_FALSE(key->has_signed(kMessage, kRaw, "1234567812345679")) << "the user id is part of what is hashed";
}

TEST(Sm2, ReadsAKeyInEveryForm) {
  const auto key = Sm2Key::parse(hex());
  ASSERT_TRUE(key);
  for (const std::string& each : {std::string(kPem), std::string(kX) + std::string(kY), key->hex() + "\n"}) {
    const auto same = Sm2Key::parse(each);
    ASSERT_TRUE(same) << each;
    EXPECT_EQ(same->hex(), key->hex());
    EXPECT_TRUE(same->has_signed(kMessage, kRaw));
  }
}

TEST(Sm2, RefusesWhatIsNoKey) {
  std::string off_the_curve = hex();
  off_the_curve.back() = '4';
  const std::string none(130, '0');
  for (const std::string& each : {std::string(), off_the_curve, none, hex().substr(2, 100), hex() + "00", "0" + hex(),
                                  std::string(kOtherCurve), std::string(kPem).substr(0, 90)}) {
    EXPECT_FALSE(Sm2Key::parse(each)) << each;
  }
}

TEST(Sm2, RefusesWhatIsNoSignature) {
  const auto key = Sm2Key::parse(hex());
  ASSERT_TRUE(key);
  const std::string zeros = std::string(85, 'A') + "A==";
  for (const std::string& each :
       {std::string(), std::string("===="), std::string("????"), std::string(kRaw.substr(4)),
        std::string(kDer.substr(4)), std::string(kDer) + "AAAA", std::string(kRaw.substr(0, 87)), zeros, hex()}) {
    EXPECT_FALSE(key->has_signed(kMessage, each)) << each;
  }
  EXPECT_TRUE(is_signature(kRaw));
  EXPECT_TRUE(is_signature(kDer));
  EXPECT_FALSE(is_signature(std::string(kRaw.substr(4))));
}

}  // namespace
}  // namespace yidan
