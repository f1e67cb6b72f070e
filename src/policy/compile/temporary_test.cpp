// What changes a file for a time (SD20-4.6-b): takes the place of its rows on its own days, in every pool of the pack
// that writes it, and ends by itself.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "policy/load.h"
#include "policy/report/report.h"
#include "testing/packs.h"
#include "testing/values.h"

namespace yidan::policy {
namespace {

using testing::day;

constexpr std::string_view kFileHead = R"(title: {zh: 疫情期间的费用, en: Costs of the epidemic}
unit: word
by: [cause]
ordered_by: {zh: 省政府 2022 年第 1 号令, en: "the province, order 1 of 2022"}
values:
)";
constexpr std::string_view kRow = R"(  - {cause: public-health, from: 2022-03-15, until: 2022-06-16, value: "payable",
     clauses: [SD20-4.6-b], basis: cited}
)";

std::expected<Policy, std::vector<Problem>> with(const std::string& path, std::string text) {
  Source source = testing::shipped_packs();
  source.files[path] = std::move(text);
  return load_policy(source);
}

std::string changed(std::string_view head, std::string_view rows) { return std::string(head) + std::string(rows); }

// What the funds say of a cause on a day: "never SD20-4.3-a", "payable SD20-4.6-b", "-".
std::string said(const Pool& pool, Cause cause, std::string_view on) {
  Key key;
  key.set(Dimension::cause, static_cast<std::size_t>(cause));
  const Cell* cell = pool.not_payable.find(key, day(on));
  if (cell == nullptr) return "-";
  return (cell->is(Payability::never) ? "never " : "payable ") + pool.rule(cell->rule).clauses.front();
}

std::string first_problem(const std::expected<Policy, std::vector<Problem>>& loaded) {
  return loaded ? "sound" : to_text(loaded.error().front(), Language::en);
}

TEST(TemporaryChange, SD20_4_6_b_HoldsOnItsDaysInEveryCityAndEndsByItself) {
  const auto policy = with("370000-shandong/scope/not-payable.temporary.yaml", changed(kFileHead, kRow));
  ASSERT_TRUE(policy) << first_problem(policy);
  for (const std::int32_t region : {370600, 371100}) {  // the second has a file of its own
    const Pool& pool = *policy->find(Region(region));
    EXPECT_EQ(said(pool, Cause::public_health, "2022-03-14"), "never SD20-4.3-a");
    EXPECT_EQ(said(pool, Cause::public_health, "2022-03-15"), "payable SD20-4.6-b");
    EXPECT_EQ(said(pool, Cause::public_health, "2022-06-15"), "payable SD20-4.6-b");
    EXPECT_EQ(said(pool, Cause::public_health, "2022-06-16"), "never SD20-4.3-a");
    EXPECT_EQ(said(pool, Cause::abroad, "2022-03-15"), "never SD20-4.4-a");
  }
}

TEST(TemporaryChange, OfACityIsTheCitysAlone) {
  const auto policy = with("371100-rizhao/scope/not-payable.temporary.yaml", changed(kFileHead, kRow));
  ASSERT_TRUE(policy) << first_problem(policy);
  EXPECT_EQ(said(*policy->find(Region(371100)), Cause::public_health, "2022-04-01"), "payable SD20-4.6-b");
  EXPECT_EQ(said(*policy->find(Region(370600)), Cause::public_health, "2022-04-01"), "never SD20-4.3-a");
}

TEST(TemporaryChange, SaysWhoOrderedIt) {
  const auto policy = with("370000-shandong/scope/not-payable.temporary.yaml", changed(kFileHead, kRow));
  ASSERT_TRUE(policy);
  const Pool& pool = *policy->find(Region(370600));
  const auto rule = std::ranges::find(pool.rules, "scope.not-payable.temporary", &Rule::id);
  ASSERT_NE(rule, pool.rules.end());
  EXPECT_EQ(rule->source.zh, "省政府 2022 年第 1 号令");
}

TEST(TemporaryChange, MayAddWhatNoRowSays) {
  const auto policy =
      with("370000-shandong/scope/not-payable.temporary.yaml",
           changed(kFileHead, R"(  - {cause: illness, from: 2022-03-15, until: 2022-06-16, value: "never",
     clauses: [SD20-4.6-b], basis: cited}
)"));
  ASSERT_TRUE(policy) << first_problem(policy);
  EXPECT_EQ(said(*policy->find(Region(370600)), Cause::illness, "2022-03-15"), "never SD20-4.6-b");
  EXPECT_EQ(said(*policy->find(Region(370600)), Cause::illness, "2022-06-16"), "-");
}

TEST(TemporaryChange, HasAnEndAnAuthorAndTheKeysOfItsFile) {
  const std::string path = "370000-shandong/scope/not-payable.temporary.yaml";
  const auto problem = [&path](const std::string& text) { return first_problem(with(path, text)); };
  EXPECT_THAT(problem(changed(kFileHead, R"(  - {cause: public-health, from: 2022-03-15, value: "payable",
     clauses: [SD20-4.6-b], basis: cited}
)")),
              ::testing::HasSubstr("'until'"));
  EXPECT_THAT(problem(R"(title: {zh: 一, en: one}
unit: word
by: [cause]
values:
  - {cause: public-health, from: 2022-03-15, until: 2022-06-16, value: "payable", clauses: [SD20-4.6-b], basis: cited}
)"),
              ::testing::HasSubstr("'ordered_by'"));
  EXPECT_THAT(problem(R"(title: {zh: 一, en: one}
unit: word
by: []
ordered_by: {zh: 某令, en: an order}
values:
  - {from: 2022-03-15, until: 2022-06-16, value: "payable", clauses: [SD20-4.6-b], basis: cited}
)"),
              ::testing::HasSubstr("a temporary change has the 'by' and the 'unit' of the file that it changes"));
  EXPECT_THAT(problem(changed(kFileHead, std::string(kRow) + std::string(kRow))), ::testing::HasSubstr("overlap"));
}

TEST(TemporaryChange, NeedsAFileThatItChanges) {
  const auto loaded = with("370000-shandong/pay-later/deposit.temporary.yaml", R"(title: {zh: 一, en: one}
unit: word
by: [identity]
ordered_by: {zh: 某令, en: an order}
values:
  - {identity: destitute, from: 2022-03-15, until: 2022-06-16, value: "waived", clauses: [SD20-4.6-b], basis: cited}
)");
  EXPECT_THAT(first_problem(loaded), ::testing::HasSubstr("there is no 'pay-later.deposit' to change for a time"));
}

// A rate that the province fixes for all cities from 2023 on, of which Linyi has printed its own.
Source with_uniform_rate() {
  Source source = testing::shipped_packs();
  source.files["370000-shandong/employee/flexible-rate.yaml"] =
      R"(title: {zh: 灵活就业人员缴费率, en: Rate of the flexibly employed}
unit: percent
uniform: true
by: []
values:
  - {from: 2023-01-01, value: "9%", clauses: [SD20-2.2.1.1-b], basis: cited}
)";
  // Other cities give way to nothing: they have none of their own here.
  std::erase_if(source.files, [](const auto& file) {
    return file.first.ends_with("/employee/flexible-rate.yaml") && !file.first.starts_with("370000") &&
           !file.first.starts_with("371300");
  });
  return source;
}

TEST(UniformRule, LY_4_y_TakesThePlaceOfLinyisRowFromItsOwnDay) {
  const auto policy = load_policy(with_uniform_rate());
  ASSERT_TRUE(policy) << first_problem(policy);
  const Pool& linyi = *policy->find(Region(371300));
  EXPECT_EQ(diff_text(linyi, day("2022-12-30"), day("2022-12-31"), Language::en).find("flexible-rate"),
            std::string::npos);
  const std::string changes = diff_text(linyi, day("2022-12-31"), day("2023-01-01"), Language::en);
  EXPECT_THAT(changes, ::testing::HasSubstr("employee.flexible-rate"));
  EXPECT_THAT(changes, ::testing::HasSubstr("- 8%  (2020-01-01 … 2023-01-01)"));
  EXPECT_THAT(changes, ::testing::HasSubstr("+ 9%  (2023-01-01 … )  [SD20-2.2.1.1-b]"));
  EXPECT_EQ(diff_text(linyi, day("2025-12-30"), day("2025-12-31"), Language::en).find("flexible-rate"),
            std::string::npos);
}

TEST(UniformRule, LY_4_y_IsLinyisAlone) {
  Source source = with_uniform_rate();
  std::string& pack = source.files["371300-linyi/pack.yaml"];
  const std::string yields = "yields: [LY-4-y]\n";
  pack.erase(pack.find(yields), yields.size());
  EXPECT_THAT(first_problem(load_policy(source)), ::testing::HasSubstr("a city may not set it"));
}

}  // namespace
}  // namespace yidan::policy
