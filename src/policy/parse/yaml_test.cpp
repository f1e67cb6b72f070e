#include "policy/parse/yaml.h"

#include <vector>

#include <gtest/gtest.h>

namespace yidan::policy {
namespace {

class Yaml : public ::testing::Test {
 protected:
  YamlNode parse(const std::string& text) { return parse_yaml(text, "a.yaml", problems_); }
  [[nodiscard]] std::vector<Problem> found() const { return problems_.sorted(); }

  Problems problems_;
};

TEST_F(Yaml, KeepsFiguresAsTheyAreWritten) {
  const YamlNode root = parse("region: 007\nrate: 2.150%\namount: \"500.00\"\nday: 2022-07-01\nflag: yes\n");
  ASSERT_TRUE(problems_.empty());
  EXPECT_EQ(root.find("region")->text, "007");
  EXPECT_EQ(root.find("rate")->text, "2.150%");
  EXPECT_EQ(root.find("amount")->text, "500.00");
  EXPECT_EQ(root.find("day")->text, "2022-07-01");
  EXPECT_EQ(root.find("flag")->text, "yes");
  EXPECT_EQ(root.find("none"), nullptr);
}

TEST_F(Yaml, KnowsTheLineAndColumnOfEveryNode) {
  const YamlNode root = parse("# note\ntitle: x\nvalues:\n  - {level: 1, value: \"500.00\"}\n");
  EXPECT_EQ(root.kind, YamlNode::Kind::map);
  EXPECT_EQ(root.line, 2);
  EXPECT_EQ(root.column, 1);
  const YamlNode& row = root.find("values")->items.at(0);
  EXPECT_EQ(row.line, 4);
  EXPECT_EQ(row.column, 5);
  EXPECT_EQ(row.find("value")->line, 4);
  EXPECT_EQ(row.find("value")->column, 23);
  EXPECT_EQ(row.entries[0].key.text, "level");
  EXPECT_EQ(row.entries[0].key.column, 6);
}

TEST_F(Yaml, KeepsTheOrderOfKeysAndTheirDuplicates) {
  const YamlNode root = parse("b: 1\na: 2\nb: 3\n");
  EXPECT_TRUE(problems_.empty());
  ASSERT_EQ(root.entries.size(), 3U);
  EXPECT_EQ(root.entries[0].key.text, "b");
  EXPECT_EQ(root.entries[1].key.text, "a");
  EXPECT_EQ(root.entries[2].value.text, "3");
  EXPECT_EQ(root.find("b")->text, "1");
}

TEST_F(Yaml, ReadsNestedListsAndMaps) {
  const YamlNode root = parse("by: [level, order]\nof: {share: \"4%\", list: [[1], []]}\nempty:\n");
  EXPECT_EQ(root.find("by")->kind, YamlNode::Kind::list);
  EXPECT_EQ(root.find("by")->items.at(1).text, "order");
  EXPECT_EQ(root.find("of")->find("list")->items.at(0).items.at(0).text, "1");
  EXPECT_TRUE(root.find("of")->find("list")->items.at(1).items.empty());
  EXPECT_EQ(root.find("empty")->kind, YamlNode::Kind::null);
}

TEST_F(Yaml, OfNothingIsEmpty) {
  EXPECT_EQ(parse("").kind, YamlNode::Kind::null);
  EXPECT_EQ(parse("# only a note\n").kind, YamlNode::Kind::null);
  EXPECT_TRUE(problems_.empty());
}

TEST_F(Yaml, MistakeIsAProblemAtItsPlace) {
  const YamlNode root = parse("title: x\nvalues: [1, 2\nunit: y\n");
  EXPECT_EQ(root.kind, YamlNode::Kind::null);
  ASSERT_EQ(found().size(), 1U);
  EXPECT_EQ(found()[0].at.file, "a.yaml");
  EXPECT_GT(found()[0].at.line, 1);
  EXPECT_NE(found()[0].message.en.find("not valid YAML"), std::string::npos);
  EXPECT_FALSE(found()[0].message.zh.empty());
}

TEST_F(Yaml, RefusesAliases) {
  (void)parse("a: 500\nb: *figure\n");
  ASSERT_FALSE(found().empty());
  EXPECT_EQ(found()[0].at.line, 2);
}

TEST_F(Yaml, RefusesAnchors) {
  (void)parse("a: &figure 500\nb: 600\n");
  EXPECT_FALSE(found().empty());
}

TEST_F(Yaml, RefusesASecondDocumentInsteadOfLosingIt) {
  (void)parse("a: 1\n---\nb: 2\n");
  EXPECT_FALSE(found().empty());
}

TEST_F(Yaml, RefusesWhatIsNestedTooDeeply) {
  for (const std::size_t depth : {17U, 1000U}) {
    Problems problems;
    (void)parse_yaml(std::string(depth, '[') + std::string(depth, ']'), "a.yaml", problems);
    EXPECT_FALSE(problems.empty()) << depth;
  }
  (void)parse(std::string(16, '[') + std::string(16, ']'));
  EXPECT_TRUE(problems_.empty());
}

}  // namespace
}  // namespace yidan::policy
