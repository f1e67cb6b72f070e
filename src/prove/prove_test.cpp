// What is proved of the shipped packs, and what of them is not so: the documents' own, or what is assumed.
#include <algorithm>

#include <gtest/gtest.h>

#include "benefit/settle.h"
#include "prove/proof.h"
#include "prove/report/report.h"
#include "testing/packs.h"
#include "testing/values.h"

namespace yidan::prove {
namespace {

using testing::day;
using testing::money;

Report proved_of(std::int32_t region, const char* on, const std::vector<Property>& properties,
                 const char* than = nullptr, const Limits& limits = {}) {
  const policy::Policy& policy = testing::shipped_policy();
  const policy::Pool& pool = testing::shipped_pool(region);
  std::optional<Target> other;
  if (than != nullptr) other.emplace(policy, pool, day(than));
  return prove({policy, pool, day(on)}, other, properties, [] { return 0; }, always, limits).value();
}

// Of the cases the last bill; the first case is the one that is worse.
std::vector<Money> paid_again(const policy::Pool& pool, const Proof& proof) {
  std::vector<Money> paid;
  for (const Shown& shown : proof.cases) paid.push_back(benefit::settle_case(pool, shown.facts).back().fund_total);
  return paid;
}

class EveryPool : public ::testing::TestWithParam<std::int32_t> {};

TEST_P(EveryPool, HoldsWhatTheListAsksFor) {
  const Report report =
      proved_of(GetParam(), "2023-06-01",
                {Property::within, Property::monotone, Property::never_free, Property::floors, Property::needy_first,
                 Property::lower_level_first, Property::referral, Property::no_layer_outside_scope});
  for (const Proof& proof : report.proofs) {
    EXPECT_EQ(code(proof.verdict), code(Verdict::proved)) << code(proof.property) << ": " << proof.text.en;
    EXPECT_GT(proof.situations, 50U) << code(proof.property);
    EXPECT_FALSE(proof.clauses.empty()) << code(proof.property);
  }
}

INSTANTIATE_TEST_SUITE_P(Shipped, EveryPool, ::testing::Values(370600, 370800, 371100, 371300, 371700));

// SD42-3-c: exact shares leave something of every bill; the fen can round it away, and up to where is said.
TEST(NeverFree, SD42_3_c_SaysUpToWhichBillRoundingLeavesNothing) {
  const Report report = proved_of(370800, "2023-06-01", {Property::never_free});
  EXPECT_EQ(report.proofs.front().clauses, std::vector<std::string>{"SD42-3-c"});
  EXPECT_NE(report.proofs.front().text.en.find("a bill up to 7.30"), std::string::npos)
      << report.proofs.front().text.en;
}

TEST(Splitting, GainsHalfTheDeductibleOfALevelThreeStay) {
  const Report report = proved_of(370800, "2023-06-01", {Property::splitting});
  const Proof& proof = report.proofs.front();
  EXPECT_EQ(proof.verdict, Verdict::refuted);
  EXPECT_EQ(proof.loss, money("382.50"));
  EXPECT_FALSE(proof.at_most) << "it is the largest";
  EXPECT_EQ(proof.basis, Basis::assumed) << "the order of admission is not a document's";
  const auto bills = benefit::settle_case(testing::shipped_pool(370800), proof.cases.front().facts);
  const Money once = paid_again(testing::shipped_pool(370800), proof).back();
  EXPECT_EQ(bills[bills.size() - 2].fund_total + bills.back().fund_total, once + money("382.50"));
}

TEST(NotWorse, HoldsAtTheTurnOfAYear) {
  const Report report = proved_of(370800, "2023-01-01", {Property::not_worse}, "2022-12-31");
  EXPECT_EQ(report.proofs.front().verdict, Verdict::proved) << report.proofs.front().text.en;
}

TEST(NotWorse, NamesWhoLosesTheMostByARiseOfAnIncome) {
  const Report report = proved_of(371100, "2023-03-01", {Property::not_worse}, "2023-02-28");
  const Proof& proof = report.proofs.front();
  EXPECT_EQ(proof.verdict, Verdict::refuted);
  EXPECT_EQ(proof.loss, money("150.00"));
  EXPECT_FALSE(proof.at_most);
  EXPECT_NE(proof.text.en.find("impoverished by illness"), std::string::npos) << proof.text.en;
  const auto paid = paid_again(testing::shipped_pool(371100), proof);
  EXPECT_EQ(paid[1] - paid[0], money("150.00"));
  EXPECT_TRUE(proof.cases[1].than);
}

TEST(NotWorse, SaysThatNobodyIsPaidAfterAPolicyHasEnded) {
  const Report report = proved_of(371300, "2026-01-01", {Property::within, Property::not_worse}, "2025-12-31",
                                  {.query_milliseconds = 300});
  ASSERT_EQ(report.remarks.size(), 1U) << "of what is not in force nothing else is proved";
  ASSERT_EQ(report.proofs.size(), 1U);
  EXPECT_EQ(report.proofs.front().verdict, Verdict::refuted);
  EXPECT_EQ(report.proofs.front().cases.front().paid, Money());
  EXPECT_NE(report.proofs.front().text.en.find("grows with the bill"), std::string::npos);
}

TEST(Prove, EndsWhenWhoWaitsSaysSo) {
  const policy::Policy& policy = testing::shipped_policy();
  const auto stop = [](std::int64_t done) -> Result<void> {
    if (done < 20) return {};
    return std::unexpected(Error{ErrorCode::unavailable, {"已中断", "interrupted"}, {}});
  };
  for (const Property property : {Property::within, Property::never_free, Property::floors, Property::referral}) {
    const auto report =
        prove({policy, testing::shipped_pool(370600), day("2023-06-01")}, {}, {property}, [] { return 0; }, stop);
    ASSERT_FALSE(report) << code(property);
    EXPECT_EQ(report.error().code, ErrorCode::unavailable);
  }
}

TEST(Prove, IsSaidInBothLanguages) {
  Report report{.pool = &testing::shipped_pool(371100), .on = day("2023-03-01"), .than = "2023-02-28"};
  report.proofs.resize(2);
  Proof& lost = report.proofs.back();
  lost.property = Property::not_worse;
  lost.verdict = Verdict::refuted;
  lost.loss = money("150.00");
  lost.cases.resize(2);
  const std::string zh = describe(report, {"a.json", "b.json"}, Language::zh);
  EXPECT_NE(zh.find("[不成立] 待遇不下降“not-worse”"), std::string::npos) << zh;
  EXPECT_NE(zh.find("b.json"), std::string::npos);
  EXPECT_NE(zh.find("共：成立 1，不成立 1，未能判定 0"), std::string::npos) << zh;
  const std::string en = describe(report, {}, Language::en);
  EXPECT_NE(en.find("amount: 150.00, the largest"), std::string::npos) << en;
}

}  // namespace
}  // namespace yidan::prove
