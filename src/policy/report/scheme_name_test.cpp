#include "policy/report/scheme_name.h"

#include <gtest/gtest.h>

#include "testing/packs.h"
#include "testing/values.h"

namespace yidan::policy {
namespace {

using testing::day;

std::string said(std::int32_t pool, const char* name, const char* on, Language language = Language::en) {
  const Pool& of = testing::shipped_pool(pool);
  const auto found = find_scheme(of, name, day(on));
  return found ? describe(*found, of, day(on), language) : found.error().message.in(language);
}

TEST(SchemeName, IsCanonical) {
  EXPECT_EQ(said(370600, "职工大额医疗费用补助", "2023-03-05"),
            "职工大额医疗费用补助 (Yantai, 2023-03-05): large-amount, the canonical name (SD20-1.2.1-a)\n");
}

// RZ-T-08, RZ-3.2-k: the names that Rizhao's plan calls old may be used until the end of 2022.
TEST(SchemeName, OfRizhaoIsAnAliasUntilItsDay) {
  const std::string alias = said(371100, "职工大额救助金", "2022-06-01");
  EXPECT_NE(alias.find("large-amount, an older name of 职工大额医疗费用补助, to be used until 2022-12-31 (RZ-T-08)"),
            std::string::npos)
      << alias;
  const std::string former = said(371100, "职工大额救助金", "2023-02-01");
  EXPECT_NE(former.find("a former name of 职工大额医疗费用补助, given up on 2022-12-31: write"), std::string::npos)
      << former;
  EXPECT_NE(said(371100, "市级职工大病保险", "2023-02-01").find("RZ-3.2-k"), std::string::npos);
  EXPECT_NE(said(371100, "职工大额救助金", "2022-01-01").find("to be used until 2022-12-31"), std::string::npos);
}

TEST(SchemeName, IsOfItsCity) {
  EXPECT_NE(said(370600, "职工大额救助金", "2022-06-01").find("no scheme is called"), std::string::npos);
  EXPECT_NE(said(371300, "大额医疗费用补助金", "2022-06-01").find("an older name"), std::string::npos);
}

TEST(SchemeName, ThatIsMisspeltIsCorrected) {
  EXPECT_NE(said(371100, "职工大额医疗费用补贴", "2022-06-01").find("did you mean '职工大额医疗费用补助'?"),
            std::string::npos);
}

TEST(SchemeName, IsSaidToPrograms) {
  const Pool& rizhao = testing::shipped_pool(371100);
  const auto found = find_scheme(rizhao, "职工大额救助金", day("2023-02-01"));
  ASSERT_TRUE(found.has_value());
  const std::string json = scheme_json(*found, rizhao, day("2023-02-01"));
  for (const char* part : {R"("scheme": "large-amount")", R"("kind": "former")", R"("until": "2022-12-31")",
                           R"("canonical": "职工大额医疗费用补助")"}) {
    EXPECT_NE(json.find(part), std::string::npos) << json;
  }
}

}  // namespace
}  // namespace yidan::policy
