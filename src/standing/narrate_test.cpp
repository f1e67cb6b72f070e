#include "standing/narrate.h"

#include <set>

#include <gtest/gtest.h>

#include "standing/test_support.h"

namespace yidan::standing {
namespace {

using policy::Count;

// A finding whose four arguments can be told apart in a sentence.
template <class Finding>
std::string told(Finding finding, Language language) {
  finding.why.arguments = {Count{1111}, Count{2222}, Count{3333}, Count{4444}};
  if constexpr (std::is_same_v<Finding, Warning>)
    return narrate(finding, language);
  else
    return narrate(finding.why, language);
}
std::set<char> slots_of(const std::string& sentence) {
  std::set<char> slots;
  for (const char slot : {'1', '2', '3', '4'}) {
    if (sentence.find(std::string(4, slot)) != std::string::npos) slots.insert(slot);
  }
  return slots;
}

struct Said {
  Reasoning why;
};

TEST(Narration, HasASentenceOfEverySayingInBothLanguagesWithTheSameArguments) {
  std::set<std::string> sentences;
  for (std::size_t i = 1; i + 1 < kSayings; ++i) {  // but for none and the warning's own
    Said said;
    said.why.saying = static_cast<Saying>(i);
    const std::string zh = told(said, Language::zh);
    const std::string en = told(said, Language::en);
    EXPECT_FALSE(zh.empty() || en.empty()) << i;
    EXPECT_TRUE(sentences.insert(en).second) << en;
    EXPECT_EQ(slots_of(zh), slots_of(en)) << zh << " / " << en;
  }
  EXPECT_EQ(narrate(Reasoning{}, Language::zh), "");
}

TEST(Narration, HasASentenceOfEveryWarning) {
  std::set<std::string> sentences;
  for (std::size_t i = 0; i < count_of<WarningKind>; ++i) {
    Warning warning;
    warning.kind = static_cast<WarningKind>(i);
    const std::string zh = told(warning, Language::zh);
    const std::string en = told(warning, Language::en);
    EXPECT_FALSE(zh.empty() || en.empty()) << code(warning.kind);
    EXPECT_TRUE(sentences.insert(en).second) << en;
    EXPECT_EQ(slots_of(zh), slots_of(en)) << zh << " / " << en;
  }
}

TEST(Narration, WritesDaysMoneyAndNumbersAsPeopleReadThem) {
  const Reasoning why =
      because(Saying::cover_late, {}, {testing::day("2022-03-15"), testing::day("2022-02-28"), Count{1}});
  EXPECT_EQ(narrate(why, Language::en),
            "paid on 2022-03-15, after the window ended on 2022-02-28: 1 month(s) of waiting");
  EXPECT_EQ(narrate(why, Language::zh), "2022-03-15 缴费，晚于缴费期（2022-02-28 止）：待遇等待期 1 个月");
  const Reasoning due = because(Saying::due_individual_rest, {}, {testing::money("320.00"), testing::money("96.00")});
  EXPECT_EQ(narrate(due, Language::en), "individual part 320.00, subsidised by 96.00; the person pays the rest");
}

// A pool of three rules: cited and in force, assumed, a draft.
policy::Pool three_rules() {
  policy::Pool pool;
  pool.rules.resize(3);
  pool.rules[0].clauses = {"A-1", "A-2"};
  pool.rules[1].clauses = {"A-2", "A-3"};
  pool.rules[1].basis = Basis::assumed;
  pool.rules[2].clauses = {"A-1"};
  pool.rules[2].status = PolicyStatus::draft;
  return pool;
}
Reasoning resting_on(std::initializer_list<policy::RuleId> rules) {
  Reasoning why;
  std::ranges::copy(rules, why.rules.begin());
  return why;
}

TEST(Reasons, CiteEachClauseOnce) {
  const auto clauses = [](std::initializer_list<policy::RuleId> rules) {
    const policy::Pool pool = three_rules();
    std::string text;
    for (const std::string_view clause : clauses_of(resting_on(rules), pool)) text += std::string(clause) + " ";
    return text;
  };
  EXPECT_EQ(clauses({}), "");
  EXPECT_EQ(clauses({0, 1, 2}), "A-1 A-2 A-3 ");
  EXPECT_EQ(clauses({1, 0}), "A-2 A-3 A-1 ");
}

TEST(Reasons, AreAsWeakAsTheWeakestRule) {
  const policy::Pool pool = three_rules();
  EXPECT_EQ(basis_of(resting_on({0}), pool), Basis::cited);
  EXPECT_EQ(basis_of(resting_on({0, 1}), pool), Basis::assumed);
  EXPECT_EQ(policy_status_of(resting_on({0, 1}), pool), PolicyStatus::in_force);
  EXPECT_EQ(policy_status_of(resting_on({2, 0}), pool), PolicyStatus::draft);
}

}  // namespace
}  // namespace yidan::standing
