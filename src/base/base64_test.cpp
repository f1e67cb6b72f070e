#include "base/base64.h"

#include <gtest/gtest.h>

namespace yidan {
namespace {

// RFC 4648, section 10.
TEST(Base64, WritesAndReadsTheVectorsOfTheStandard) {
  const std::pair<std::string, std::string> vectors[] = {{"", ""},
                                                         {"f", "Zg=="},
                                                         {"fo", "Zm8="},
                                                         {"foo", "Zm9v"},
                                                         {"foob", "Zm9vYg=="},
                                                         {"fooba", "Zm9vYmE="},
                                                         {"foobar", "Zm9vYmFy"}};
  for (const auto& [bytes, text] : vectors) {
    EXPECT_EQ(to_base64(bytes), text);
    EXPECT_EQ(from_base64(text), bytes);
  }
}

TEST(Base64, KeepsEveryByte) {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  EXPECT_EQ(from_base64(to_base64(bytes)), bytes);
}

TEST(Base64, PassesOverLineEndsAndNothingElse) {
  EXPECT_EQ(from_base64("Zm9v\r\nYmFy"), "foobar");
  for (const char* none : {"Zg", "Zg=", "Zm9v!mFy", "=Zg=", "Zg==Zg==", "Zh==", "Zm 9v"}) {
    EXPECT_FALSE(from_base64(none)) << none;
  }
}

}  // namespace
}  // namespace yidan
