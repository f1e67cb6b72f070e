#include "policy/find_pool.h"

#include <gtest/gtest.h>

namespace yidan::policy {
namespace {

const Policy& two_pools() {
  static const Policy policy = [] {
    Policy made;
    made.pools.resize(2);
    made.pools[0].region = Region(370600);
    made.pools[0].folder = "yantai";
    made.pools[0].name = {"烟台市", "Yantai"};
    made.pools[1].region = Region(371700);
    made.pools[1].folder = "heze";
    made.pools[1].name = {"菏泽市", "Heze"};
    return made;
  }();
  return policy;
}

TEST(FindPool, KnowsAPoolByCodeFolderAndName) {
  for (const char* name : {"370600", "yantai", "烟台市", "烟台", "Yantai"}) {
    const auto found = find_pool(two_pools(), name);
    ASSERT_TRUE(found) << name;
    EXPECT_EQ((*found)->region, Region(370600)) << name;
  }
}

TEST(FindPool, ANameThatIsMisspeltGetsASuggestionAndTheListOfPools) {
  const auto found = find_pool(two_pools(), "Yantaj");
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, ErrorCode::not_found);
  EXPECT_EQ(found.error().message.en,
            "no pool 'Yantaj': did you mean 'Yantai'? (there are: 370600 Yantai 371700 Heze)");
  EXPECT_NE(found.error().message.zh.find("是否应为“Yantai”？"), std::string::npos);
}

}  // namespace
}  // namespace yidan::policy
