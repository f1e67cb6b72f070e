#include "benefit/account.h"

#include <gtest/gtest.h>

#include "testing/values.h"

namespace yidan::benefit {
namespace {

using policy::Cell;
using policy::Dimension;
using policy::Table;

using testing::day;
const Date kWidened = day("2022-06-14");

class Account : public ::testing::Test {
 protected:
  // As in Yantai: until 2022-06-14 the in-scope part alone and no family, then the whole personal part.
  Account() {
    pool_.rules.resize(3);
    const auto in_scope = static_cast<std::int64_t>(policy::AccountScope::in_scope);
    const auto personal_part = static_cast<std::int64_t>(policy::AccountScope::personal_part);
    pool_.account_scope = Table({}, {day("2000-01-01"), kWidened},
                                {{in_scope, 0, Cell::Kind::word}, {personal_part, 1, Cell::Kind::word}});
    const Cell allowed{0, 2, Cell::Kind::word};
    pool_.account_family = Table({Dimension::owner}, {kWidened}, {Cell{}, allowed, allowed, allowed});
    situation_.day = day("2023-03-05");
    situation_.cover = &cover_;
    encounter_.use_account = true;
    encounter_.provider.designated = {Designation::outpatient};
    bill_.amounts = {.total = Money::yuan(1500),
                     .not_payable = Money::yuan(100),
                     .outside_catalogue = Money::yuan(200),
                     .over_limit = {},
                     .self_pay_first = {},
                     .policy_scope = Money::yuan(1200)};
    bill_.fund_total = Money::yuan(400);
    past_.account_balance = Money::yuan(5000);
  }
  // What the accounts paid.
  Money pay() {
    Recorder recorder(&steps_);
    pay_from_accounts(pool_, situation_, encounter_, bill_, past_, recorder);
    return bill_.account;
  }
  [[nodiscard]] Money paid_by(AccountOwner owner) const {
    return bill_.account_by_owner[static_cast<std::size_t>(owner)];
  }

  policy::Pool pool_;
  Cover cover_{Scheme::employee, Status::retired, {}};
  Situation situation_;
  Encounter encounter_;
  Bill bill_;
  Past past_;
  Steps steps_;
};

TEST_F(Account, PaysTheWholePersonalPartButNeverWhatNoFundMayPay) {
  EXPECT_EQ(pay(), Money::yuan(1000));
  EXPECT_EQ(past_.account_balance, Money::yuan(4000));
  ASSERT_EQ(steps_.size(), 1U);
  EXPECT_EQ(steps_[0].kind, StepKind::account);
  EXPECT_EQ(steps_[0].rules[0], 1);
}

TEST_F(Account, PaidTheInScopePartAloneBeforeItsScopeWidened) {
  situation_.day = Date::from_days(kWidened.days() - 1);
  EXPECT_EQ(pay(), Money::yuan(800));
}

TEST_F(Account, PaysWhatItHolds) {
  past_.account_balance = Money::fen(1);
  EXPECT_EQ(pay(), Money::fen(1));
  EXPECT_EQ(past_.account_balance, Money{});
}

TEST_F(Account, OfNothingLeavesNoStep) {
  past_.account_balance = {};
  EXPECT_EQ(pay(), Money{});
  EXPECT_TRUE(steps_.empty());
}

TEST_F(Account, PaysOnlyWhenAsked) {
  encounter_.use_account = false;
  EXPECT_EQ(pay(), Money{});
}

TEST_F(Account, PaysOnlyAtDesignatedInstitutions) {
  encounter_.provider.designated = {};
  EXPECT_EQ(pay(), Money{});
}

TEST_F(Account, PaysWhereNoBenefitDoes) {
  bill_.status = BillStatus::no_benefit;
  bill_.fund_total = {};
  EXPECT_EQ(pay(), Money::yuan(1400));
}

TEST_F(Account, PaysNoBillThatIsNotCoveredOrNotPayable) {
  for (const BillStatus status : {BillStatus::rejected, BillStatus::not_covered, BillStatus::not_payable}) {
    bill_.status = status;
    EXPECT_EQ(pay(), Money{}) << code(status);
  }
}

// D04: the forbidden list always wins, also over a cause that a fund may pay.
TEST_F(Account, NeverPaysForACauseOnItsForbiddenList) {
  std::vector<Cell> causes(count_of<Cause>);
  causes[static_cast<std::size_t>(Cause::wellness)] = {0, 2, Cell::Kind::word};
  pool_.account_forbidden = Table({Dimension::cause}, {day("2000-01-01")}, causes);
  encounter_.cause = Cause::wellness;
  EXPECT_EQ(pay(), Money{});
}

TEST_F(Account, IsUnknownBeforeAnyRule) {
  situation_.day = day("1999-12-31");
  EXPECT_EQ(pay(), Money{});
}

TEST_F(Account, OfTheFamilyPaysAfterThePersonsOwnInItsOrder) {
  past_.account_balance = Money::yuan(100);
  past_.accounts = {{AccountOwner::spouse, Money::yuan(200)},
                    {AccountOwner::parent, Money::yuan(300)},
                    {AccountOwner::parent, Money::yuan(50)},
                    {AccountOwner::child, Money::yuan(1000)}};
  EXPECT_EQ(pay(), Money::yuan(1000));
  EXPECT_EQ(paid_by(AccountOwner::self), Money::yuan(100));
  EXPECT_EQ(paid_by(AccountOwner::spouse), Money::yuan(200));
  EXPECT_EQ(paid_by(AccountOwner::parent), Money::yuan(350));
  EXPECT_EQ(paid_by(AccountOwner::child), Money::yuan(350));
  EXPECT_EQ(past_.accounts[3].balance, Money::yuan(650));
  EXPECT_EQ(steps_.size(), 5U);
}

TEST_F(Account, OfTheFamilyPaysFromItsFirstDay) {
  past_.account_balance = {};
  past_.accounts = {{AccountOwner::spouse, Money::yuan(200)}};
  situation_.day = Date::from_days(kWidened.days() - 1);
  EXPECT_EQ(pay(), Money{});
  situation_.day = kWidened;
  EXPECT_EQ(pay(), Money::yuan(200));
}

TEST_F(Account, OfAResidentIsTheFamilysAlone) {
  cover_.scheme = Scheme::resident;
  past_.accounts = {{AccountOwner::child, Money::yuan(200)}};
  EXPECT_EQ(pay(), Money::yuan(200));
  EXPECT_EQ(paid_by(AccountOwner::self), Money{});
  EXPECT_EQ(past_.account_balance, Money::yuan(5000));
}

}  // namespace
}  // namespace yidan::benefit
