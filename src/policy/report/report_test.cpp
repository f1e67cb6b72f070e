#include "policy/report/report.h"

#include <algorithm>
#include <map>

#include <gtest/gtest.h>

#include "base/json.h"
#include "testing/packs.h"
#include "testing/values.h"

namespace yidan::policy {
namespace {

using testing::day;

const Pool& yantai() { return testing::shipped_pool(370600); }
const Pool& linyi() { return testing::shipped_pool(371300); }

bool says(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(RulesOnADay, AreThoseThatHoldThen) {
  const auto rules = rules_on(yantai(), day("2022-12-31"));
  ASSERT_FALSE(rules.empty());
  for (const Rule* rule : rules) EXPECT_TRUE(rule->period.contains(day("2022-12-31"))) << rule->id;
  const auto cap = std::ranges::find(rules, "employee-outpatient.cap", &Rule::id);
  ASSERT_NE(cap, rules.end());
  EXPECT_EQ((*cap)->value.money(), Money::yuan(900));
}

TEST(RulesOnADay, ComeById) {
  const auto rules = rules_on(yantai(), day("2023-03-05"));
  EXPECT_TRUE(std::ranges::is_sorted(rules, {}, &Rule::id));
}

TEST(RulesOnADay, AreNoneWhereNoPolicyIsInForce) {
  EXPECT_FALSE(rules_on(linyi(), day("2025-12-31")).empty());
  EXPECT_TRUE(rules_on(linyi(), day("2026-01-01")).empty());
  EXPECT_TRUE(rules_on(yantai(), day("2019-12-31")).empty());
}

TEST(ShowText, NamesRuleValueDaysClauseAndGist) {
  const std::string text = show_text(testing::shipped_policy(), yantai(), day("2023-03-05"), Language::en);
  EXPECT_TRUE(says(text, "Yantai 370600 · 2023-03-05"));
  EXPECT_TRUE(says(text, "employee-outpatient.cap  Yearly cap of employee general outpatient care  ‹370600-yantai›"));
  EXPECT_TRUE(says(text, "1800.00  (2023-01-01 … )  [YT-2.1.3-a SD20-2.3.0-b]  cited"));
  EXPECT_TRUE(says(text, "level=1  500.00"));
  EXPECT_TRUE(says(text, testing::shipped_policy().clauses.find("YT-2.1.3-a")->second.gist.en));
  EXPECT_FALSE(says(text, "900.00  (2022-07-01"));
}

TEST(ShowText, SpeaksChineseToo) {
  const std::string text = show_text(testing::shipped_policy(), yantai(), day("2023-03-05"), Language::zh);
  EXPECT_TRUE(says(text, "烟台市 370600"));
  EXPECT_TRUE(says(text, "文件明定"));
  EXPECT_FALSE(says(text, "  cited"));
}

TEST(ShowText, MarksDraftsAndTheBoundOfWhatIsAssumed) {
  const std::string text =
      show_text(testing::shipped_policy(), testing::shipped_pool(370800), day("2023-03-05"), Language::en);
  EXPECT_TRUE(says(text, "cited · draft"));
  EXPECT_TRUE(says(text, "assumed · SD20-2.3.2.1-a: at most 3 % of the average wage"));
}

TEST(ShowText, SaysThatNothingIsInForce) {
  EXPECT_TRUE(
      says(show_text(testing::shipped_policy(), linyi(), day("2026-01-01"), Language::en), "no policy is in force"));
  EXPECT_TRUE(says(show_text(testing::shipped_policy(), linyi(), day("2026-01-01"), Language::zh), "没有有效政策"));
}

TEST(ShowJson, IsJsonWithEveryRuleOfTheDay) {
  json::Document document;
  const std::string text = show_json(yantai(), day("2023-03-05"), Language::en);
  const auto parsed = document.parse(text);
  ASSERT_TRUE(parsed);
  const auto members = (*parsed)->members();
  ASSERT_EQ(members.size(), 4U);
  EXPECT_EQ(members[0].value.text, "yidan.policy/1");
  EXPECT_EQ(members[1].value.text, "370600");
  EXPECT_EQ(members[2].value.text, "2023-03-05");
  EXPECT_EQ(members[3].key, "rules");
  EXPECT_EQ(members[3].value.items().size(), rules_on(yantai(), day("2023-03-05")).size());
  EXPECT_TRUE(text.ends_with("}\n"));
}

TEST(ShowJson, OfADayWithoutPolicyHasNoRules) {
  EXPECT_TRUE(says(show_json(linyi(), day("2026-01-01"), Language::en), "\"rules\": []"));
}

TEST(Diff, ShowsWhatEndedAndWhatBegan) {
  const std::string changes = diff_text(yantai(), day("2022-12-31"), day("2023-01-01"), Language::en);
  const std::string cap = "employee-outpatient.cap  Yearly cap of employee general outpatient care\n  - 900.00  (";
  EXPECT_TRUE(says(changes, cap));
  EXPECT_TRUE(says(changes.substr(changes.find(cap)), "\n  + 1800.00  ("));
  EXPECT_FALSE(says(changes, "employee-outpatient.ratio"));
}

TEST(Diff, SpeaksChineseToo) {
  const std::string changes = diff_text(yantai(), day("2022-12-31"), day("2023-01-01"), Language::zh);
  EXPECT_TRUE(says(changes, "employee-outpatient.cap  职工普通门诊年度最高支付限额\n  - 900.00")) << changes;
}

TEST(Diff, IsEmptyWhereNothingChanged) {
  EXPECT_EQ(diff_text(yantai(), day("2023-04-01"), day("2023-12-31"), Language::en), "");
}

TEST(Diff, BackwardsIsTheSameWithTheSignsTurned) {
  std::string forwards = diff_text(yantai(), day("2022-12-31"), day("2023-01-01"), Language::en);
  const std::string backwards = diff_text(yantai(), day("2023-01-01"), day("2022-12-31"), Language::en);
  EXPECT_EQ(std::ranges::count(forwards, '\n'), std::ranges::count(backwards, '\n'));
  EXPECT_TRUE(says(backwards, "\n  + 900.00  ("));
}

TEST(ShowText, SaysWhenceWhatIsFollowedByAnalogy) {
  const auto& policy = testing::shipped_policy();
  const std::string heze = show_text(policy, testing::shipped_pool(371700), day("2023-03-05"), Language::en);
  EXPECT_TRUE(says(heze, "[YT-2.2.2-b]  by analogy"));
  EXPECT_TRUE(says(heze, policy.clauses.at("YT-2.2.2-b").gist.en + "  (Yantai)"));
  const std::string before = show_text(policy, yantai(), day("2021-03-05"), Language::zh);
  EXPECT_TRUE(says(before, policy.clauses.at("YT-2.2.2-e").gist.zh + "  (自 2022-06-14)"));
}

TEST(ShowText, SaysOfWhichYearAStandardIs) {
  const auto& policy = testing::shipped_policy();
  const Pool& heze = testing::shipped_pool(371700);
  const std::string text = show_text(policy, heze, day("2022-01-01"), Language::en);
  EXPECT_TRUE(says(text,
                   "320.00  (2022-01-01 … 2023-01-01)  [HZ-1-c HZ-1-a SD42-1-b SD20-2.2.1.2-a]  cited · "
                   "standard of 2021 (insured year: assumed)"));
  EXPECT_TRUE(says(show_json(heze, day("2022-01-01"), Language::en), "\"standard_year\": 2021"));
}

const std::vector<Citation>& cited() {
  static const auto all = citations(testing::shipped_policy(), testing::shipped_packs());
  return all;
}

TEST(DocumentsText, ShowsNumberIssuerDayValidityAndStatus) {
  const std::string en = documents_text(testing::shipped_policy(), cited(), Language::en);
  EXPECT_TRUE(says(en,
                   "LY  临政办字〔2019〕136号  Implementing opinions on municipal pooling of basic medical insurance\n"
                   "    issuer: General Office of the Linyi Municipal People's Government\n"
                   "    issued: 2019-12-28\n"
                   "    mark of publication: none is printed\n"
                   "    valid: 2020-01-01 to 2025-12-31\n"
                   "    status: in force\n"
                   "    clauses: 79 registered, "));
  EXPECT_TRUE(says(en, "JN  (no number)"));
  EXPECT_TRUE(says(en, "issued: not known"));
  const std::string zh = documents_text(testing::shipped_policy(), cited(), Language::zh);
  EXPECT_TRUE(says(zh, "    有效期：自 2021-09-10 起，未载终止日\n"));
  EXPECT_TRUE(says(zh, "    制定机关：济宁市（未署名）\n"));
}

// RZ-0-b, SD42-0-b, YT-0-b: the mark as printed; no other document bears one.
TEST(DocumentsText, RZ_0_b_SD42_0_b_YT_0_b_MarksOfPublicationAsPrinted) {
  std::map<std::string, std::string> marks;
  for (const Document& each : testing::shipped_policy().documents)
    if (!each.publication.empty()) marks[each.id] = each.publication;
  const std::map<std::string, std::string> printed{{"RZ", "主动公开"}, {"SD42", "主动公开"}, {"YT", "公开发布"}};
  EXPECT_EQ(marks, printed);
  EXPECT_TRUE(says(documents_text(testing::shipped_policy(), cited(), Language::zh), "    公开标注：公开发布\n"));
  EXPECT_TRUE(says(documents_json(testing::shipped_policy(), cited(), Language::zh), "\"publication\": \"主动公开\""));
}

TEST(DocumentsJson, HasTheSame) {
  const std::string json = documents_json(testing::shipped_policy(), cited(), Language::zh);
  EXPECT_TRUE(says(json, "\"format\": \"yidan.documents/1\""));
  EXPECT_TRUE(says(json, "\"number\": \"烟政办发〔2022〕17号\""));
  EXPECT_TRUE(says(json, "\"policy_status\": \"draft\""));
}

}  // namespace
}  // namespace yidan::policy
