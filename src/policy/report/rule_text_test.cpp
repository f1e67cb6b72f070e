#include "policy/report/rule_text.h"

#include <gtest/gtest.h>

#include "policy/parameter_kind.h"
#include "policy/report/report.h"
#include "testing/packs.h"
#include "testing/values.h"

namespace yidan::policy {
namespace {

using testing::day;

// The rows of a rule on a day: "key: value".
std::string rows_of(int region, const std::string& id, const char* on, Language language) {
  const Pool& pool = testing::shipped_pool(region);
  std::string rows;
  for (const Rule* rule : rules_on(pool, day(on))) {
    if (rule->id != id) continue;
    rows += (rows.empty() ? "" : "; ") + key_text(*rule, language) + ": " + value_text(pool, *rule, language);
  }
  return rows;
}

std::string zh(int region, const std::string& id, const char* on = "2023-03-05") {
  return rows_of(region, id, on, Language::zh);
}

TEST(RuleText, NamesKeysAndWordsInChinese) {
  EXPECT_EQ(zh(370600, "employee-outpatient.deductible"), "机构等级=一级及以下: 500.00; 机构等级=二级、三级: 800.00");
  EXPECT_EQ(zh(370600, "account.holders").find("参保身份=在职: 建立个人账户"), 0U) << zh(370600, "account.holders");
}

TEST(RuleText, SaysInChineseHowAnAmountWasFound) {
  EXPECT_EQ(zh(370600, "large-amount.cap"), ": 全口径城镇单位就业人员年平均工资的400% = 339324.00");
}

TEST(RuleText, SaysInChineseWhatHasNoLimit) {
  EXPECT_NE(zh(370600, "catastrophic.tilt-cap").find(": 不设限额"), std::string::npos);
}

TEST(RuleText, CountsMonthsAndTimesInChinese) {
  EXPECT_EQ(zh(370800, "application.window"), ": 12 个月");
  EXPECT_EQ(zh(371700, "resident.government-limit"), ": 2 倍");
  EXPECT_NE(zh(371700, "resident.window").find(" 至 "), std::string::npos);
}

TEST(RuleText, IsInEnglishAsThePackWritesIt) {
  EXPECT_EQ(rows_of(370600, "employee-outpatient.deductible", "2023-03-05", Language::en),
            "level=1: 500.00; level=2,3: 800.00");
}

TEST(ParameterKinds, HaveWordsInBothLanguages) {
  for (const ParameterKind& kind : parameter_kinds()) {
    for (const Word& word : kind.words) {
      EXPECT_FALSE(word.zh.empty()) << kind.id << " " << word.code;
      EXPECT_FALSE(word.en.empty()) << kind.id << " " << word.code;
    }
  }
}

TEST(AssumedFigures, SayTheirBoundInBothLanguages) {
  for (const Pool& pool : testing::shipped_policy().pools) {
    for (const Rule& rule : pool.rules) {
      if (rule.basis != Basis::assumed || rule.source.en.empty()) continue;
      EXPECT_NE(rule.source.zh, rule.source.en) << to_text(rule.at) << ": write {zh: …, en: …}";
    }
  }
}

}  // namespace
}  // namespace yidan::policy
