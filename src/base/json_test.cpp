#include "base/json.h"

#include <vector>

#include <gtest/gtest.h>

namespace yidan::json {
namespace {

TEST(Json, KnowsTheKindOfEveryValue) {
  Document document;
  const auto parsed = document.parse(R"([null, true, false, 12, "text", [], {}])");
  ASSERT_TRUE(parsed);
  const auto items = (*parsed)->items();
  ASSERT_EQ(items.size(), 7U);
  EXPECT_EQ(items[0].kind, Kind::null);
  EXPECT_EQ(items[1].kind, Kind::boolean);
  EXPECT_TRUE(items[1].truth);
  EXPECT_EQ(items[2].kind, Kind::boolean);
  EXPECT_FALSE(items[2].truth);
  EXPECT_EQ(items[3].kind, Kind::number);
  EXPECT_EQ(items[4].kind, Kind::string);
  EXPECT_EQ(items[5].kind, Kind::array);
  EXPECT_EQ(items[6].kind, Kind::object);
  EXPECT_TRUE(items[5].items().empty());
  EXPECT_TRUE(items[6].members().empty());
}

TEST(Json, HasItemsOnlyInListsAndMembersOnlyInObjects) {
  Document document;
  const auto parsed = document.parse(R"([{"a": 1}])");
  ASSERT_TRUE(parsed);
  EXPECT_TRUE((*parsed)->members().empty());
  EXPECT_TRUE((*parsed)->items()[0].items().empty());
  EXPECT_EQ((*parsed)->items()[0].members().size(), 1U);
}

TEST(Json, KeepsNumbersAsTheyAreWritten) {
  for (const std::string_view text :
       {"0", "-0", "12", "0.10", "1e3", "1.5E-07", "18446744073709551616", "123456789012345678901234567890.0"}) {
    Document document;
    const auto parsed = document.parse(text);
    ASSERT_TRUE(parsed) << text;
    EXPECT_EQ((*parsed)->kind, Kind::number);
    EXPECT_EQ((*parsed)->text, text);
  }
}

TEST(Json, KeepsMembersInOrderAndTheirDuplicates) {
  Document document;
  const auto parsed = document.parse(R"({"b": 1, "a": 2, "b": {"c": 3}})");
  ASSERT_TRUE(parsed);
  const auto members = (*parsed)->members();
  ASSERT_EQ(members.size(), 3U);
  EXPECT_EQ(members[0].key, "b");
  EXPECT_EQ(members[1].key, "a");
  EXPECT_EQ(members[2].key, "b");
  EXPECT_EQ(members[2].value.members()[0].value.text, "3");
}

TEST(Json, DecodesEscapesInTextAndKeys) {
  Document document;
  const auto parsed = document.parse(R"({"\u4e00\u5355": "\"\\\/\n\t\ud83d\ude00 一单", "": ""})");
  ASSERT_TRUE(parsed);
  const auto members = (*parsed)->members();
  EXPECT_EQ(members[0].key, "一单");
  EXPECT_EQ(members[0].value.text, "\"\\/\n\t😀 一单");
  EXPECT_EQ(members[1].key, "");
  EXPECT_EQ(members[1].value.text, "");
}

struct Mistake {
  std::string_view text;
  std::size_t line;
  std::size_t column;
};

const std::vector<Mistake> kMistakes{
    {"", 1, 1},
    {"   ", 1, 4},
    {"{", 1, 2},
    {"{\"a\": }", 1, 7},
    {"{\n  \"a\": 1,\n  b: 2\n}", 3, 3},
    {"[1,\n2,\n]", 3, 1},
    {"[1] x", 1, 5},
    {"{}\n\n{}", 3, 1},
    {"01", 1, 2},
    {"+1", 1, 1},
    {"nul", 1, 4},
    {"{'a': 1}", 1, 2},
    {"[1] // note", 1, 5},
    {"[1, 2", 1, 6},
    {"\"a\nb\"", 1, 3},
    {"\"\\x\"", 1, 3},
    {"\"\xC3(\"", 1, 2},
    {"\"\\ud800\"", 1, 8},
};

TEST(Json, SaysWhereTheTextStopsBeingJson) {
  for (const Mistake& each : kMistakes) {
    Document document;
    const auto parsed = document.parse(each.text);
    ASSERT_FALSE(parsed) << each.text;
    EXPECT_EQ(parsed.error().line, each.line) << each.text;
    EXPECT_EQ(parsed.error().column, each.column) << each.text;
    EXPECT_FALSE(parsed.error().reason.en.empty()) << each.text;
  }
}

TEST(Json, IsAtMostThirtyTwoLevelsDeep) {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  Document document;
  EXPECT_TRUE(document.parse(nested(32)));
  EXPECT_FALSE(document.parse(nested(33)));
  EXPECT_FALSE(document.parse(nested(100'000)));
}

TEST(Json, ReadsTextsLongerThanItsFirstBlock) {
  const std::string longest(100'000, 'x');
  std::string text = "[\"" + longest + "\\n" + longest + "\"";
  for (int i = 0; i < 20'000; ++i) text += ", {\"key\": \"value\"}";
  text += "]";
  Document document;
  const auto parsed = document.parse(text);
  ASSERT_TRUE(parsed);
  const auto items = (*parsed)->items();
  ASSERT_EQ(items.size(), 20'001U);
  EXPECT_EQ(items[0].text, longest + "\n" + longest);
  EXPECT_EQ(items.back().members()[0].value.text, "value");
}

TEST(Json, DocumentCanBeUsedAgainAlsoAfterAMistake) {
  Document document;
  for (int round = 0; round < 3; ++round) {
    EXPECT_FALSE(document.parse(R"({"a": ["half)"));
    const auto parsed = document.parse(R"(["whole"])");
    ASSERT_TRUE(parsed);
    ASSERT_EQ((*parsed)->items().size(), 1U);
    EXPECT_EQ((*parsed)->items()[0].text, "whole");
  }
}

}  // namespace
}  // namespace yidan::json
