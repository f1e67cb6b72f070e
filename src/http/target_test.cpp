#include "http/target.h"

#include <gtest/gtest.h>

namespace yidan::http {
namespace {

TEST(Target, IsTakenApartAndDecoded) {
  const auto target = read_target("/v1/pools/%E7%83%9F%E5%8F%B0%2F1?on=2023-03-05&name=a+b&empty&=x");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->segments, (std::vector<std::string>{"v1", "pools", "烟台/1"}));
  const std::vector<std::pair<std::string, std::string>> query{
      {"on", "2023-03-05"}, {"name", "a b"}, {"empty", ""}, {"", "x"}};
  EXPECT_EQ(target->query, query);
}

TEST(Target, OfTheRootHasNoSegments) {
  EXPECT_TRUE(read_target("/")->segments.empty());
  EXPECT_TRUE(read_target("/?a=1")->segments.empty());
  EXPECT_EQ(read_target("/a/")->segments.size(), 2U) << "an empty segment is one";
}

TEST(Target, RefusesWhatIsNone) {
  for (const char* wrong : {"", "*", "http://host/", "v1", "/%", "/%4", "/%zz", "/%-1", "/%ff", "/a?b=%00", "/%+1"}) {
    EXPECT_FALSE(read_target(wrong)) << wrong;
  }
}

TEST(Target, AnEncodedSegmentIsReadAsItWas) {
  const std::string any = "370600/P 1/结算?&%+";
  EXPECT_EQ(read_target("/" + encoded(any))->segments, std::vector<std::string>{any});
}

}  // namespace
}  // namespace yidan::http
