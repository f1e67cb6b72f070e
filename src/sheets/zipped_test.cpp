#include "sheets/zipped.h"

#include <gtest/gtest.h>

namespace yidan::sheets {
namespace {

constexpr std::size_t kMost = 1U << 20U;

TEST(Zipped, ComesBackAsItWas) {
  for (const std::string& text : {std::string(), std::string("S1\tM1\t12.30\n"), std::string(300'000, 'x')}) {
    const std::string bytes = zipped("statement.txt", text);
    EXPECT_TRUE(is_zipped(bytes));
    EXPECT_EQ(unzipped(bytes, kMost).value(), text);
    EXPECT_EQ(zipped("statement.txt", text), bytes) << "the same text makes the same bytes";
  }
}

TEST(Zipped, IsNotUnpackedBeyondWhatItMayBe) {
  const std::string bomb = zipped("bomb.txt", std::string(2 * kMost, '0'));
  EXPECT_LT(bomb.size(), 10'000U);
  const auto refused = unzipped(bomb, kMost);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::invalid_value);
}

TEST(Zipped, IsRefusedWhereItIsDamaged) {
  const std::string bytes = zipped("statement.txt", "S1\tM1\n");
  for (const std::string& none :
       {std::string(), std::string("PK"), bytes.substr(0, bytes.size() / 2), std::string("S1\tM1\n")}) {
    EXPECT_FALSE(unzipped(none, kMost));
  }
  std::string changed = bytes;
  changed[45] = static_cast<char>(changed[45] ^ 1);
  EXPECT_FALSE(unzipped(changed, kMost));
}

}  // namespace
}  // namespace yidan::sheets
