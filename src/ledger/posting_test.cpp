#include "ledger/posting.h"

#include <algorithm>
#include <array>

#include <gtest/gtest.h>

#include "ledger/test_support.h"

namespace yidan::ledger {
namespace {

using enum LedgerAccount;

Place place(Fund fund, LedgerAccount account, std::string party) { return {fund, account, std::move(party), {}}; }

Position bill(Money amount) {
  Position position;
  position.move(kPooled, benefit_expense, "basic", provider_payable, "H1", amount);
  return position;
}

TEST(Position, StandsSortedEachPlaceOnce) {
  Position position;
  position.add(place(kPooled, provider_payable, "H2"), Money::fen(3));
  position.add(place(kPooled, benefit_expense, "basic"), Money::fen(4));
  position.add(place(kPooled, provider_payable, "H1"), Money::fen(1));
  position.add(place(kPooled, provider_payable, "H2"), Money::fen(2));
  ASSERT_EQ(position.entries().size(), 3U);
  EXPECT_TRUE(std::ranges::is_sorted(position.entries(), {}, &Entry::place));
  EXPECT_EQ(position.entries()[0], (Entry{place(kPooled, provider_payable, "H1"), Money::fen(1)}));
  EXPECT_EQ(position.entries()[1], (Entry{place(kPooled, provider_payable, "H2"), Money::fen(5)}));
}

TEST(Position, KeepsNoZero) {
  Position position;
  position.add(place(kPooled, provider_payable, "H1"), Money{});
  EXPECT_TRUE(position.empty());
  position.add(place(kPooled, provider_payable, "H1"), Money::fen(7));
  position.add(place(kPooled, provider_payable, "H1"), Money::fen(-7));
  EXPECT_TRUE(position.empty());
}

TEST(Position, MovesADebitAndACredit) {
  const Position position = bill(Money::fen(38'350));
  ASSERT_EQ(position.entries().size(), 2U);
  EXPECT_EQ(position.entries()[0], (Entry{place(kPooled, provider_payable, "H1"), Money::fen(-38'350)}));
  EXPECT_EQ(position.entries()[1], (Entry{place(kPooled, benefit_expense, "basic"), Money::fen(38'350)}));
}

TEST(Position, BooksAPassageInBothFunds) {
  Position position;
  position.pass(Route::premium_subsidy, Fund::assistance, premium_subsidy, "P1", Fund::resident_pooled,
                contribution_income, "assistance", Money::yuan(96));
  const auto way = Route::premium_subsidy;
  const std::vector<Entry> booked{
      {{Fund::resident_pooled, due_from_fund, "assistance", way}, Money::yuan(96)},
      {{Fund::resident_pooled, contribution_income, "assistance", {}}, Money::yuan(-96)},
      {{Fund::assistance, due_to_fund, "resident-pooled", way}, Money::yuan(-96)},
      {{Fund::assistance, premium_subsidy, "P1", {}}, Money::yuan(96)},
  };
  EXPECT_EQ(position.entries(), booked);
}

TEST(Position, AddsAnother) {
  Position position = bill(Money::fen(100));
  position.add(bill(Money::fen(50)));
  EXPECT_EQ(position, bill(Money::fen(150)));
  position.add(position);
  EXPECT_EQ(position, bill(Money::fen(300)));
  position.add(bill(Money::fen(-300)));
  EXPECT_TRUE(position.empty());
}

TEST(Position, DoesNotDependOnTheOrder) {
  std::array<Entry, 4> entries{{{place(kPooled, provider_payable, "H1"), Money::fen(1)},
                                {place(kPooled, provider_payable, ""), Money::fen(2)},
                                {place(Fund::assistance, provider_payable, "H1"), Money::fen(3)},
                                {place(kPooled, person_payable, "H1"), Money::fen(4)}}};
  std::ranges::sort(entries, {}, &Entry::amount);
  Position first;
  for (const Entry& entry : entries) first.add(entry.place, entry.amount);
  do {
    Position position;
    for (const Entry& entry : entries) position.add(entry.place, entry.amount);
    EXPECT_EQ(position, first);
  } while (std::ranges::next_permutation(entries, {}, &Entry::amount).found);
}

TEST(Position, ThrowsWhatDoesNotFit) {
  Position position = bill(Money::max());
  EXPECT_THROW(position.add(place(kPooled, benefit_expense, "basic"), Money::fen(1)), Overflow);
}

TEST(Difference, LeadsFromOnePositionToTheOther) {
  Position before = bill(Money::fen(100));
  before.move(Fund::assistance, benefit_expense, "assistance", provider_payable, "H1", Money::fen(30));
  Position after = bill(Money::fen(120));
  after.move(kPooled, benefit_expense, "basic", person_payable, "P1", Money::fen(5));
  Position position = before;
  position.add(difference(after, before));
  EXPECT_EQ(position, after);
}

TEST(Difference, IsNothingBetweenEquals) {
  EXPECT_TRUE(difference(bill(Money::fen(9)), bill(Money::fen(9))).empty());
  EXPECT_EQ(difference(bill(Money::fen(9)), {}), bill(Money::fen(9)));
  EXPECT_EQ(difference({}, bill(Money::fen(9))), bill(Money::fen(-9)));
}

}  // namespace
}  // namespace yidan::ledger
