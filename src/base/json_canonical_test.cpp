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

TEST(CanonicalJson, ATreeReadsAsItIsWritten) {
  Document document;
  const auto value = document.parse(R"({"b":{"x-1":0,"d":null,"c":[{"x-2":1,"z":2}]},"a":[],"x-3":{}})");
  const CanonicalTree tree(**value, "x-");
  ASSERT_EQ(tree.root().size, 2U);
  EXPECT_EQ(tree.root().members()[0].key, "a");
  EXPECT_EQ(find(*find(tree.root(), "b"), "d"), nullptr);
  std::string text;
  append_as_it_stands(text, tree.root());
  EXPECT_EQ(text, R"({"a":[],"b":{"c":[{"z":2}]}})");
}

}  // namespace
}  // namespace yidan::json
