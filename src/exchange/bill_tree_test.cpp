#include "exchange/bill_tree.h"

#include <gtest/gtest.h>

#include "benefit/settle.h"
#include "testing/encounters.h"
#include "testing/packs.h"
#include "testing/random_case.h"

namespace yidan::exchange {
namespace {

void expect_sums(const AmountNode& node, const std::string& of) {
  EXPECT_GE(node.amount, Money{}) << of << ": " << node.label.en;
  if (node.parts.empty()) return;
  Money sum;
  for (const AmountNode& part : node.parts) {
    sum += part.amount;
    expect_sums(part, of);
  }
  EXPECT_EQ(sum, node.amount) << of << ": " << node.label.en;
}

TEST(BillTree, HasPartsThatAddUpOnRandomBills) {
  std::size_t deep = 0;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    testing::Choices choices(seed);
    for (const policy::Pool& pool : testing::shipped_policy().pools) {
      const Case facts = testing::random_case(choices, pool.region);
      for (const auto& bill : benefit::settle_case(pool, facts)) {
        if (bill.status == BillStatus::rejected) continue;
        const auto trees = trees_of(bill);
        const std::string of = "seed " + std::to_string(seed) + ", " + pool.name.en + ", " + bill.encounter;
        for (const AmountNode& tree : trees) expect_sums(tree, of);
        EXPECT_EQ(trees.front().amount, bill.amounts.total) << of;
        EXPECT_EQ(trees[trees.size() - 2].amount, bill.amounts.total) << of;
        EXPECT_EQ(trees.back().amount, bill.account + bill.cash) << of;
        EXPECT_EQ(trees.size(), 2 + std::max<std::size_t>(bill.layers.size(), 1)) << of;
        if (bill.layers.size() > 2) ++deep;
      }
    }
  }
  EXPECT_GT(deep, 20U) << "too few bills have three layers";
}

TEST(BillTree, ShowsWhatTheRatioAndTheCapLeave) {
  Encounter encounter = testing::visit();
  encounter.lines = {{.price = Money::yuan(20'000)}};
  const Case facts = testing::case_of(testing::retired(), {encounter});
  const auto bills = benefit::settle_case(testing::shipped_pool(370600), facts);
  const auto trees = trees_of(bills.front());
  const AmountNode& scope = trees.front().parts.back();
  ASSERT_EQ(scope.term, BillTerm::policy_scope);
  std::vector<BillTerm> terms;
  for (const AmountNode& part : scope.parts) terms.push_back(part.term);
  EXPECT_EQ(terms, (std::vector{BillTerm::deductible, BillTerm::shared, BillTerm::over_cap, BillTerm::paid}));
}

}  // namespace
}  // namespace yidan::exchange
