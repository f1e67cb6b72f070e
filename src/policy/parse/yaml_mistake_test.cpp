#include "policy/parse/yaml_mistake.h"

#include <gtest/gtest.h>

#include "policy/parse/yaml.h"

namespace yidan::policy {
namespace {

Problem problem_of(const std::string& text) {
  Problems problems;
  (void)parse_yaml(text, "a.yaml", problems);
  return problems.empty() ? Problem{} : problems.sorted().front();
}

void expect(const std::string& text, int line, const std::string& zh, const std::string& en) {
  const Problem problem = problem_of(text);
  EXPECT_EQ(problem.at.line, line) << text;
  EXPECT_EQ(problem.message.zh.find("不是有效的 YAML："), 0U) << text << problem.message.zh;
  EXPECT_NE(problem.message.zh.find(zh), std::string::npos) << text << problem.message.zh;
  EXPECT_NE(problem.message.en.find(en), std::string::npos) << text << problem.message.en;
}

TEST(YamlMistake, NamesATabInTheIndentation) { expect("title: x\nvalues:\n\t- {level: 1}\n", 3, "制表符", "a tab"); }

TEST(YamlMistake, NamesAFullWidthColon) {
  expect("title: x\nunit： yuan/year\nby: []\n", 3, "在第 2 行，全角冒号“：”", "in line 2, a full-width colon");
}

TEST(YamlMistake, NamesOtherFullWidthSigns) {
  expect("by: [level]\nvalues: [1, 2］\nunit: y\n", 3, "全角方括号", "a full-width bracket");
  expect("title: “x: y\n", 1, "中文引号", "a Chinese quotation mark");
}

TEST(YamlMistake, LeavesSignsInQuotesAndCommentsAlone) {
  expect("a: \"甲：乙\"  # 注：无\nvalues: [1, 2\nunit: y\n", 3, "方括号没有闭合", "a bracket is not closed");
}

TEST(YamlMistake, SaysWhatUnevenIndentationIs) {
  expect("title: x\n  unit: y\n", 2, "一行只写一个“键: 值”", "one 'key: value' a line");
  expect("title:\n    zh: x\n  en: y\n", 3, "缩进不一致", "uneven");
}

TEST(YamlMistake, SaysWhatIsNotClosed) {
  expect("a: {zh: \"b, en: c}\nd: {zh: \"e\"}\n", 2, "在第 1 行，引号没有闭合", "in line 1, a quote is not closed");
  expect("a: {b: c\nd: e\n", 2, "花括号没有闭合", "a brace is not closed");
}

TEST(YamlMistake, HasAnAnswerForEverythingElse) {
  const Text other = yaml_mistake("", 0, "bad file");
  EXPECT_FALSE(other.zh.empty());
  EXPECT_FALSE(other.en.empty());
  EXPECT_FALSE(yaml_mistake("a", 7, "invalid tag").zh.empty());
}

}  // namespace
}  // namespace yidan::policy
