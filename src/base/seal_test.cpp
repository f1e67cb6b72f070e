#include "base/seal.h"

#include <gtest/gtest.h>

namespace yidan {
namespace {

std::string counted(int from, int size) {
  std::string bytes;
  for (int i = 0; i < size; ++i) bytes += static_cast<char>(from + i);
  return bytes;
}

const SealKey& key_of_test() {
  static const SealKey key = *SealKey::parse("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
  return key;
}
constexpr std::string_view kNumber = "370602199001011234";

// Made with `openssl enc -sm4-ctr` and `openssl dgst -sm3 -mac HMAC`, as the header says.
TEST(Seal, MakesTheBytesThatItsHeaderSays) {
  const Sealer sealer(key_of_test());
  const std::string expected =
      "sealed1:a0a1a2a3a4a5a6a7a8a9aaabacadaeafc416bd2ad954924a89cdb0d82c28ed4e903a9a9241fc8121e4c2ffcd79733bbb419a";
  EXPECT_EQ(sealer.opened_text(expected, counted(0x10, 16)), kNumber);
  const std::string sealed = sealer.sealed(kNumber, counted(0x10, 16), counted(0xA0, 16));
  EXPECT_EQ(sealed.substr(0, 16), counted(0xA0, 16));
  EXPECT_EQ(static_cast<unsigned char>(sealed.back()), 0x9A);
  EXPECT_EQ(key_of_test().fingerprint(), "978a8d02d3376cea");
}

TEST(Seal, ATextComesBack) {
  const Sealer sealer(key_of_test());
  for (const std::string& text : {std::string(), std::string("x"), std::string(kNumber), std::string(100'000, 'a')}) {
    EXPECT_EQ(sealer.opened(sealer.sealed(text, "a"), "a"), text);
    EXPECT_EQ(sealer.opened_text(sealer.sealed_text(text, "a"), "a"), text);
  }
}

TEST(Seal, NoTwoAreAlike) {
  const Sealer sealer(key_of_test());
  EXPECT_NE(sealer.sealed(kNumber, "a"), sealer.sealed(kNumber, "a"));
}

TEST(Seal, EachChangedBitIsFound) {
  const Sealer sealer(key_of_test());
  const std::string sealed = sealer.sealed(kNumber, "a");
  for (std::size_t at = 0; at < sealed.size(); ++at) {
    for (unsigned bit = 1; bit < 256; bit <<= 1U) {
      std::string changed = sealed;
      changed[at] = static_cast<char>(static_cast<unsigned char>(changed[at]) ^ bit);
      EXPECT_FALSE(sealer.opened(changed, "a")) << at;
    }
  }
  for (std::size_t size = 0; size < sealed.size(); ++size) EXPECT_FALSE(sealer.opened(sealed.substr(0, size), "a"));
  EXPECT_FALSE(sealer.opened(sealed + '\0', "a"));
}

TEST(Seal, AnotherKeyOrAnotherBelongingDoesNotOpenIt) {
  const Sealer sealer(key_of_test());
  const std::string sealed = sealer.sealed(kNumber, "a");
  EXPECT_FALSE(Sealer(SealKey::random()).opened(sealed, "a"));
  EXPECT_FALSE(sealer.opened(sealed, "b"));
  EXPECT_FALSE(sealer.opened(sealed, ""));
  // The length counts: associated data and nonce are no one text.
  EXPECT_FALSE(sealer.opened(sealed.substr(1), "a" + sealed.substr(0, 1)));
}

TEST(Seal, WhatIsNoSealedTextIsNotOpened) {
  const Sealer sealer(key_of_test());
  const std::string sealed = sealer.sealed_text(kNumber, "a");
  EXPECT_FALSE(sealer.opened_text(kNumber, "a"));
  EXPECT_FALSE(sealer.opened_text("sealed1:", "a"));
  EXPECT_FALSE(sealer.opened_text("sealed1:0", "a"));
  EXPECT_FALSE(sealer.opened_text("sealed1:zz" + sealed.substr(10), "a"));
}

TEST(Seal, AKeyHas64HexadecimalDigits) {
  const std::string digits = "000102030405060708090A0B0C0D0E0F101112131415161718191a1b1c1d1e1f";
  ASSERT_TRUE(SealKey::parse(digits));
  EXPECT_EQ(SealKey::parse(digits)->raw(), counted(0, 32));
  EXPECT_FALSE(SealKey::parse(digits.substr(1)));
  EXPECT_FALSE(SealKey::parse(digits + "0"));
  EXPECT_FALSE(SealKey::parse(std::string(64, 'g')));
  EXPECT_FALSE(SealKey::parse(""));
}

}  // namespace
}  // namespace yidan
