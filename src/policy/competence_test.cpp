#include "policy/competence.h"

#include <gtest/gtest.h>

#include "policy/asked_group.h"
#include "policy/report/competence_report.h"
#include "testing/packs.h"
#include "testing/values.h"

namespace yidan::policy {
namespace {

using testing::day;

const Competences& matrix() {
  static const Competences all = read_competences(testing::shipped_packs());
  return all;
}

std::string said(std::int32_t pool, const std::string& parameter, const char* on = "2023-06-01",
                 const std::string& group = "") {
  const Pool& of = testing::shipped_pool(pool);
  const AskedGroup named = group.empty() ? AskedGroup{} : group_named(testing::shipped_packs(), of, group).value();
  return who_text(competences_for(matrix(), parameter, of.region, day(on), named.members),
                  {of, parameter, day(on), named}, Language::en);
}

void expect_says(const std::string& text, std::initializer_list<const char*> parts) {
  for (const char* part : parts) EXPECT_NE(text.find(part), std::string::npos) << part << " in:\n" << text;
}

// SD20-2.3.2.2-c, LY-3.3-e: the province says who, the city how.
TEST(Competence, OfLargeAmountsIsThePoolingAreasForNow) {
  expect_says(said(371300, "large-amount.ratio"),
              {"the pooling area, for now", "SD20-2.3.2.2-c", "is filed before it holds", "LY-3.3-e"});
  EXPECT_EQ(said(371300, "large-amount.ratio", "2026-06-01").find("LY-3.3-e"), std::string::npos);
}

// SD20-2.3.4.2-i: of those who are neither destitute nor on the minimum allowance.
TEST(Competence, OfTheAssistanceRatioDependsOnTheGroup) {
  expect_says(said(370800, "assistance.ratio", "2023-06-01", "minimum-living-margin"),
              {"the pooling area", "SD20-2.3.4.2-i"});
  expect_says(said(370800, "assistance.ratio", "2023-06-01", "destitute"), {"no document says who decides"});
  expect_says(said(370800, "re-assistance.ratio"), {"the province", "SD20-2.3.4.3-b"});
  expect_says(said(370800, "assistance.deductible"), {"the city's agency", "JN-4.3-f", "of a draft"});
}

// A group of the packs: a row that is for some of it says for whom. Of a group of a city only in that city.
TEST(Competence, OfAGroupIsThatOfItsMembers) {
  const std::string low_income = said(370800, "assistance.ratio", "2023-06-01", "low-income");
  expect_says(low_income, {"Members of low-income families", "the pooling area", "SD20-2.3.4.2-i"});
  EXPECT_EQ(low_income.find(", of margin"), std::string::npos) << "the row is for all of them";
  expect_says(said(370800, "assistance.ratio", "2023-06-01", "needy"),
              {"Needy groups", "SD20-2.3.4.2-i), of returned to poverty"});
  EXPECT_EQ(said(370800, "assistance.ratio", "2023-06-01", "低收入家庭成员"), low_income);
  EXPECT_EQ(said(370800, "assistance.ratio", "2023-06-01", "低保边缘家庭成员"),
            said(370800, "assistance.ratio", "2023-06-01", "minimum-living-margin"));
  expect_says(said(371700, "catastrophic.ratio", "2023-06-01", "hardship"), {"the province", "SD20-2.3.3.2-b"});
  const auto elsewhere = group_named(testing::shipped_packs(), testing::shipped_pool(370800), "hardship");
  ASSERT_FALSE(elsewhere);
  expect_says(elsewhere.error().message.en, {"no category or group 'hardship'", "low-income, needy"});
  const auto misspelt = group_named(testing::shipped_packs(), testing::shipped_pool(370800), "low-incom");
  ASSERT_FALSE(misspelt);
  expect_says(misspelt.error().message.en, {"did you mean 'low-income'?"});
}

// SD20-2.3.3.2-b, SD20-2.3.0-a, SD20-2.1.2.2-b, SD20-2.2.3.3-c, YT-2.1.6-c, LY-3.2.2-e, RZ-2.2-a, RZ-2.2-c.
TEST(Competence, OfTheOtherValuesIsAsTheClausesSay) {
  expect_says(said(371700, "catastrophic.ratio"), {"the province", "SD20-2.3.3.2-b"});
  expect_says(said(371700, "resident-inpatient.ratio"), {"the pooling area", "SD20-2.3.0-a"});
  expect_says(said(371700, "resident.subsidy"), {"the city's government", "SD20-2.1.2.2-b"});
  expect_says(said(371300, "resident.individual"), {"SD20-2.2.3.3-c", "finance and tax", "LY-3.2.2-e"});
  expect_says(said(370600, "employee-outpatient.ratio"), {"the city's healthcare security bureau", "YT-2.1.6-c"});
  expect_says(said(371100, "resident-inpatient.ratio"), {"is filed", "RZ-2.2-a", "RZ-2.2-c", "RZ-2.1-b"});
  EXPECT_EQ(said(371100, "resident-inpatient.ratio", "2022-02-27").find("RZ-2.2-a"), std::string::npos);
}

TEST(Competence, OfAGroupIsSaidToPrograms) {
  const Pool& jining = testing::shipped_pool(370800);
  const AskedGroup needy = group_named(testing::shipped_packs(), jining, "needy").value();
  const auto rows = competences_for(matrix(), "assistance.ratio", jining.region, day("2023-06-01"), needy.members);
  expect_says(who_json(rows, {jining, "assistance.ratio", day("2023-06-01"), needy}),
              {R"("group": "needy")", R"("identities": [
        "returned-to-poverty"
      ])"});
}

TEST(Competence, IsSaidToPrograms) {
  const Pool& linyi = testing::shipped_pool(371300);
  const auto rows = competences_for(matrix(), "large-amount.ratio", linyi.region, day("2023-01-01"), {});
  ASSERT_EQ(rows.size(), 2U);
  const std::string json = who_json(rows, {linyi, "large-amount.ratio", day("2023-01-01"), {}});
  EXPECT_EQ(json.find("identities"), std::string::npos);
  expect_says(json, {R"("decides": "pooling-area")", R"("for_now": true)", R"("filing": "file-then-implement")"});
}

}  // namespace
}  // namespace yidan::policy
