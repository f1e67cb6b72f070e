#include "base/json_canonical.h"

#include <gtest/gtest.h>

namespace yidan::json {
namespace {

std::string canonical_of(std::string_view text) {
  Document document;
  const auto value = document.parse(text);
  return value ? canonical(**value) : "no JSON";
}

TEST(CanonicalJson, HasOneTextForOneMeaning) {
  EXPECT_EQ(canonical_of(R"( { "b" : [1, true , "x"], "a":{"d":"\u4e00","c":"\""} } )"),
            R"({"a":{"c":"\"","d":"一"},"b":[1,true,"x"]})");
  EXPECT_EQ(canonical_of(R"({"a":"1","b":null})"), canonical_of(R"({"a":"1"})"));
}

TEST(CanonicalJson, KeepsTheOrderOfListsAndOfRepeatedMembers) {
  EXPECT_NE(canonical_of("[1,2]"), canonical_of("[2,1]"));
  EXPECT_EQ(canonical_of(R"({"a":2,"a":1})"), R"({"a":2,"a":1})");
  EXPECT_EQ(canonical_of("[null]"), "[null]");
}

}  // namespace
}  // namespace yidan::json
