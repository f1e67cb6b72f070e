#include "ledger/check.h"

#include <gtest/gtest.h>

namespace yidan::ledger {
namespace {

using enum LedgerAccount;

constexpr Passage kSubsidy{Route::premium_subsidy, Fund::assistance, Fund::resident_pooled};

Routes permitting(std::initializer_list<Passage> passages) {
  Routes routes;
  for (const Passage& passage : passages) routes.permit(passage);
  return routes;
}

Position passing(const Passage& passage, Money amount) {
  Position posting;
  posting.pass(passage.route, passage.payer, premium_subsidy, "P1", passage.receiver, contribution_income, "assistance",
               amount);
  return posting;
}

bool passes(const Position& posting, const Routes& routes) { return check(posting, routes).has_value(); }

// The entry booked once more with another amount: what remains is a posting that no caller of ours makes.
Position with(Position posting, const Place& place, Money amount) {
  posting.add(place, amount);
  return posting;
}

Place due_to(Fund fund, std::string other) { return {fund, due_to_fund, std::move(other), Route::premium_subsidy}; }

TEST(Routes, PermitWhatTheyWereTold) {
  const Passage credit{Route::account_credit, Fund::employee_pooled, Fund::personal_account};
  const Routes routes = permitting({credit, kSubsidy, kSubsidy});
  EXPECT_TRUE(routes.permits(kSubsidy));
  EXPECT_TRUE(routes.permits(credit));
  EXPECT_FALSE(routes.permits({Route::account_credit, Fund::assistance, Fund::resident_pooled}));
  EXPECT_FALSE(routes.permits({Route::premium_subsidy, Fund::resident_pooled, Fund::assistance}));
  EXPECT_FALSE(Routes().permits(kSubsidy));
}

TEST(Check, TakesWhatStaysInItsFund) {
  Position posting;
  EXPECT_TRUE(passes(posting, {}));
  posting.move(Fund::employee_pooled, benefit_expense, "basic", provider_payable, "H1", Money::fen(38'350));
  posting.move(Fund::assistance, benefit_expense, "assistance", provider_payable, "H1", Money::fen(1));
  EXPECT_TRUE(passes(posting, {}));
}

TEST(Check, TakesAPermittedPassageAndTheSameTakenBack) {
  const Routes routes = permitting({kSubsidy});
  EXPECT_TRUE(passes(passing(kSubsidy, Money::yuan(96)), routes));
  EXPECT_TRUE(passes(passing(kSubsidy, Money::yuan(-96)), routes));
}

TEST(Check, RefusesAPassageThatIsNotPermitted) {
  const Passage backwards{Route::premium_subsidy, Fund::resident_pooled, Fund::assistance};
  for (const Money amount : {Money::yuan(96), Money::yuan(-96)}) {
    const Result<void> refused = check(passing(backwards, amount), permitting({kSubsidy}));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::not_permitted);
    EXPECT_EQ(refused.error().where, "premium-subsidy: resident-pooled → assistance");
    EXPECT_EQ(refused.error().message.en,
              "the resident pooled fund may not pay the medical assistance fund by the route 'subsidy of a premium': "
              "funds are kept apart, each for its own purpose (LY-3.4-c); where a document permits it, add it to "
              "funds/routes.yaml of the pack, with clause and day");
    EXPECT_EQ(refused.error().message.zh,
              "不得经“资助参保”由居民医保统筹基金付给医疗救助基金：各项基金分账核算、专款专用，不得相互挤占"
              "（LY-3.4-c）；文件确有规定的，请在政策包 funds/routes.yaml 中写明条款和日期");
  }
}

TEST(Check, RefusesAPermittedRouteOfOtherFunds) {
  const Passage other{Route::premium_subsidy, Fund::assistance, Fund::employee_pooled};
  EXPECT_FALSE(passes(passing(other, Money::yuan(1)), permitting({kSubsidy})));
  Position both = passing(kSubsidy, Money::yuan(1));
  both.add(passing(other, Money::yuan(1)));
  EXPECT_FALSE(passes(both, permitting({kSubsidy})));
  EXPECT_TRUE(passes(both, permitting({kSubsidy, other})));
}

TEST(Check, RefusesAnEntryThatTheSumsOfTheBooksCouldNotHold) {
  const auto of = [](Money amount) {
    Position posting;
    posting.move(Fund::employee_pooled, benefit_expense, "H", provider_payable, "H", amount);
    return check(posting, {});
  };
  EXPECT_TRUE(of(kLargestEntry));
  EXPECT_EQ(of(kLargestEntry + Money::fen(1)).error().code, ErrorCode::overflow);
  EXPECT_EQ(of(Money::max()).error().code, ErrorCode::overflow);
}

TEST(CheckDeath, OfAFundThatDoesNotSumToZero) {
  const Place expense{Fund::employee_pooled, benefit_expense, "basic", {}};
  EXPECT_DEATH((void)passes(with({}, expense, Money::fen(1)), {}), "K1");
  // Balanced as a whole, yet not in each fund.
  const Position one = with({}, expense, Money::fen(1));
  const Place payable{Fund::assistance, provider_payable, "H1", {}};
  EXPECT_DEATH((void)passes(with(one, payable, Money::fen(-1)), {}), "K1");
}

TEST(CheckDeath, OfAFundThatBooksWhatTheOtherDoesNot) {
  const Routes routes = permitting({kSubsidy});
  Position posting;
  posting.move(Fund::assistance, premium_subsidy, "P1", provider_payable, "H1", Money::yuan(96));
  posting.add(due_to(Fund::assistance, "resident-pooled"), Money::yuan(-96));
  posting.add({Fund::assistance, provider_payable, "H1", {}}, Money::yuan(96));
  EXPECT_DEATH((void)passes(posting, routes), "K2: what one fund books");
  // Both funds balance, and what they book about each other differs by a fen.
  Position differing = passing(kSubsidy, Money::yuan(96));
  differing.add(due_to(Fund::assistance, "resident-pooled"), Money::fen(-1));
  differing.add({Fund::assistance, premium_subsidy, "P1", {}}, Money::fen(1));
  EXPECT_DEATH((void)passes(differing, routes), "K2: what one fund books");
}

TEST(CheckDeath, OfAnEntryAboutAFundWithoutARouteAndOfARouteElsewhere) {
  Position posting;
  posting.move(Fund::assistance, premium_subsidy, "P1", due_to_fund, "resident-pooled", Money::yuan(96));
  EXPECT_DEATH((void)passes(posting, {}), "K2: money between funds has a route");
  Position routed;
  routed.add({Fund::assistance, premium_subsidy, "P1", Route::premium_subsidy}, Money::fen(1));
  routed.add({Fund::assistance, provider_payable, "H1", {}}, Money::fen(-1));
  EXPECT_DEATH((void)passes(routed, {}), "K2: money between funds has a route");
}

TEST(CheckDeath, OfARouteThatLeadsToNoOtherFund) {
  for (const char* party : {"", "residents", "assistance"}) {
    Position posting;
    posting.add(due_to(Fund::assistance, party), Money::fen(-1));
    posting.add({Fund::assistance, premium_subsidy, "P1", {}}, Money::fen(1));
    EXPECT_DEATH((void)passes(posting, {}), "K2: an entry with a route names another fund");
  }
}

}  // namespace
}  // namespace yidan::ledger
