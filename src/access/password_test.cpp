#include "access/password.h"

#include <gtest/gtest.h>

namespace yidan::access {
namespace {

TEST(Password, IsLongEnough) {
  EXPECT_TRUE(check_password("u", "correct horse"));
  EXPECT_TRUE(check_password("u", "Abcdefgh12"));
  EXPECT_TRUE(check_password("u", "春眠不觉晓处处闻啼鸟啊呀")) << "characters, not bytes";
  EXPECT_FALSE(check_password("u", "春眠不觉晓"));
  EXPECT_FALSE(check_password("u", "abcdefgh12")) << "two kinds";
  EXPECT_FALSE(check_password("somebody.long", "somebody.long"));
  EXPECT_FALSE(check_password("u", std::string(2000, 'x')));
  EXPECT_FALSE(check_password("u", ""));
  EXPECT_FALSE(check_password("u", "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"));
}

TEST(Password, IsKnownAgainByWhatIsKept) {
  const auto kept = kept_password("correct horse");
  ASSERT_TRUE(kept);
  EXPECT_TRUE(kept->starts_with("$argon2id$")) << *kept;
  EXPECT_TRUE(is_password(*kept, "correct horse"));
  EXPECT_FALSE(is_password(*kept, "correct horsf"));
  EXPECT_FALSE(is_password("", ""));
  EXPECT_NE(*kept, *kept_password("correct horse")) << "each has its own salt";
}

TEST(Token, IsNobodysGuess) {
  const std::string token = new_token();
  EXPECT_TRUE(token.starts_with("yt_"));
  EXPECT_EQ(token.size(), 67U);
  EXPECT_NE(token, new_token());
  EXPECT_FALSE(name_of_token(token).contains(token.substr(3)));
}

}  // namespace
}  // namespace yidan::access
