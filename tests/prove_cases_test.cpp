// The packs of tests/cases/prove: each wrong one is refuted by the property that names the wrong, on a bill that the
// reference path settles so; each right one is proved.
#include <algorithm>
#include <optional>

#include <gtest/gtest.h>

#include "benefit/settle.h"
#include "prove/proof.h"
#include "tests/support/audit_case.h"

namespace yidan::testing {
namespace {

struct ProveCase {
  std::string name;
  std::string title;
  std::string pool;
  Property property = Property::within;
  std::string clause;
  std::optional<Money> loss;
  const policy::YamlNode* changes = nullptr;
  bool right = false;
};

const std::vector<ProveCase>& prove_cases() {
  static policy::Problems problems;
  static const auto path = in_repository("tests/cases/prove/wrong-packs.yaml");
  static const policy::YamlNode root = policy::parse_yaml(read_file(path), "wrong-packs.yaml", problems);
  static const std::vector<ProveCase> all = [] {
    if (!problems.empty()) throw std::runtime_error(to_text(problems.sorted().front(), Language::en));
    std::vector<ProveCase> list;
    for (const char* part : {"packs", "right"}) {
      for (const policy::YamlNode& item : root.find(part)->items) {
        ProveCase each{.name = text_at(item, "name"), .title = text_at(item, "title"), .pool = text_at(item, "pool")};
        each.property = parse_word<Property>(text_at(item, "property")).value();
        each.clause = text_at(item, "clause");
        const std::string loss = text_at(item, "loss");
        if (!loss.empty()) each.loss = parse_money(loss).value();
        each.changes = item.find("changes");
        each.right = std::string_view(part) == "right";
        list.push_back(std::move(each));
      }
    }
    return list;
  }();
  return all;
}

policy::Policy packs_of(const ProveCase& each) {
  policy::Source packs = shipped_packs();
  for (const policy::YamlNode& change : each.changes->items) lay_over(packs, change);
  auto compiled = policy::load_policy(packs);
  if (!compiled) throw std::runtime_error(each.name + ": " + to_text(compiled.error().front(), Language::en));
  return std::move(*compiled);
}

class ProveCases : public ::testing::TestWithParam<ProveCase> {};

// What the funds pay of the case's last bills, by its own packs.
Money settled_again(const policy::Pool& pool, const prove::Shown& shown) {
  Money scope;
  Money paid;
  const auto bills = benefit::settle_case(pool, shown.facts);
  for (auto bill = bills.rbegin(); bill != bills.rend() && scope < shown.scope; ++bill) {
    scope += bill->amounts.policy_scope;
    paid += bill->fund_total;
  }
  return paid;
}

TEST_P(ProveCases, AreDecided) {
  const ProveCase& each = GetParam();
  SCOPED_TRACE(each.title);
  const policy::Policy policy = packs_of(each);
  const Region region(std::stoi(each.pool));
  const Date on = parse_date("2023-06-01").value();
  std::optional<prove::Target> than;
  if (each.property == Property::not_worse) than.emplace(shipped_policy(), *shipped_policy().find(region), on);
  const auto report = prove::prove({policy, *policy.find(region), on}, than, {each.property}, [] { return 0; }, always);
  ASSERT_TRUE(report);
  ASSERT_EQ(report->proofs.size(), 1U);
  const prove::Proof& proof = report->proofs.front();
  ASSERT_EQ(code(proof.verdict), code(each.right ? Verdict::proved : Verdict::refuted)) << proof.text.en;
  if (each.right) return;
  ASSERT_FALSE(proof.cases.empty());
  for (const prove::Shown& shown : proof.cases) {
    const policy::Policy& by = shown.than ? shipped_policy() : policy;
    EXPECT_EQ(settled_again(*by.find(region), shown), shown.paid) << shown.text.en;
  }
  if (each.loss) {
    EXPECT_EQ(proof.loss, each.loss) << proof.text.en;
    EXPECT_FALSE(proof.at_most) << "it is the largest";
  }
  if (!each.clause.empty()) {
    EXPECT_NE(std::ranges::find(proof.clauses, each.clause), proof.clauses.end());
  }
}

INSTANTIATE_TEST_SUITE_P(All, ProveCases, ::testing::ValuesIn(prove_cases()),
                         [](const auto& named) { return test_name(named.param.name + "."); });

TEST(ProveCases, AreThirtyWrongPacksAtLeast) {
  EXPECT_GE(std::ranges::count(prove_cases(), false, &ProveCase::right), 30);
}

}  // namespace
}  // namespace yidan::testing
