#include "base/digest.h"

#include <gtest/gtest.h>

namespace yidan {
namespace {

TEST(Digest, IsTheOneOfTheStandard) {
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Digest, KeepsItsPartsApart) {
  EXPECT_NE(digest_of({"ab", "c"}), digest_of({"a", "bc"}));
  EXPECT_NE(digest_of({"ab"}), digest_of({"ab", ""}));
  EXPECT_EQ(digest_of({"ab", "c"}), digest_of({"ab", "c"}));
}

// As `openssl dgst -sha256 -mac HMAC` has it, of the text with its length in front.
TEST(KeyedDigest, IsTheFirstHalfOfAnHmac) {
  const auto bytes = KeyedDigest("key").of({"abc"});
  std::string hex;
  for (const char byte : bytes) {
    hex += "0123456789abcdef"[static_cast<unsigned char>(byte) >> 4U];
    hex += "0123456789abcdef"[static_cast<unsigned char>(byte) & 15U];
  }
  EXPECT_EQ(hex, "9c267848c2cf2c5c983ffccda2465bde");
}

TEST(KeyedDigest, DependsOnTheKeyAndOnEachPart) {
  const KeyedDigest digest("key");
  EXPECT_EQ(digest.of({"ab", "c"}), digest.of({"ab", "c"}));
  EXPECT_NE(digest.of({"ab", "c"}), digest.of({"a", "bc"}));
  EXPECT_NE(digest.of({"ab"}), KeyedDigest("other").of({"ab"}));
}

TEST(KeyedDigest, NoTwoKeysAreTheSame) {
  EXPECT_EQ(random_key().size(), 64U);
  EXPECT_NE(random_key(), random_key());
}

// The two examples of the standard.
TEST(Sm3, IsThatOfTheStandard) {
  EXPECT_EQ(sm3("abc"), "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
  std::string long_text;
  for (int i = 0; i < 16; ++i) long_text += "abcd";
  EXPECT_EQ(sm3(long_text), "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
}

}  // namespace
}  // namespace yidan
