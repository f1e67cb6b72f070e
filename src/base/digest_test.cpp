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

}  // namespace
}  // namespace yidan
