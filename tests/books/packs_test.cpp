// Packs that change between events: a bill keeps the packs by which it was settled, whatever happens to it later.

#include "testing/packs.h"

#include <gtest/gtest.h>

#include "policy/load.h"
#include "tests/support/counter_desk.h"

namespace yidan {
namespace {

namespace fs = std::filesystem;
using operations::Desk;

// The share of the second level is 50 % instead of 60 %.
void change_share(const fs::path& root) {
  const fs::path file = root / "370600-yantai" / "employee-outpatient" / "ratio.yaml";
  std::string text = testing::read_file(file);
  const std::size_t at = text.find("60%");
  if (at == std::string::npos) throw std::runtime_error("no 60% in the ratio");
  text.replace(at, 3, "50%");
  testing::write_file(file, text);
}

void forget_outpatient_care(const fs::path& root) {
  for (const char* pack : {"370000-shandong", "370600-yantai"}) fs::remove_all(root / pack / "employee-outpatient");
}

// The repository's packs with a change.
class OtherPacks {
 public:
  explicit OtherPacks(void (*change)(const fs::path& root) = change_share) {
    fs::copy(testing::packs_folder(), root(), fs::copy_options::recursive);
    change(root());
    packs_ = policy::read_folder(root()).value();
    auto loaded = policy::load_policy(packs_);
    if (!loaded) throw std::runtime_error(to_text(loaded.error().front(), Language::en));
    policy_ = std::move(*loaded);
  }
  [[nodiscard]] fs::path root() const { return folder_.path() / "packs"; }
  [[nodiscard]] const policy::Source& packs() const { return packs_; }
  [[nodiscard]] const policy::Policy& policy() const { return policy_; }

 private:
  TemporaryFolder folder_;
  policy::Source packs_;
  policy::Policy policy_;
};

class BooksPacks : public ::testing::Test {
 protected:
  std::string ask(Desk& desk, const policy::Policy& policy, const std::string& operation, const std::string& members) {
    const std::string text = R"({"format":"yidan.request/1","key":"k)" + std::to_string(++asked_) +
                             R"(","pool":"370600","person":"P","do":")" + operation + "\"," + members + "}";
    const auto asking = operations::read_asking(text, 1, policy);
    return testing::said(operations::perform(desk, asking.requests->front())).text;
  }
  static std::string visit(const std::string& id, const std::string& amount) {
    return R"("encounter":{"id":")" + id +
           R"(","care":"outpatient","date":"2023-03-05","provider":{"id":"H","level":2,"designated":["outpatient"]},)"
           R"("lines":[{"class":"A","amount":")" +
           amount + "\"}]}";
  }
  [[nodiscard]] std::int64_t fund(const std::string& id) { return counter_.bill({370600, "P"}, id).fund_total; }

  testing::Counter counter_;
  int asked_ = 0;
};

// Deductible 800; 60 % by the first packs, 50 % by the second.
TEST_F(BooksPacks, ABillKeepsThePacksByWhichItWasSettled) {
  const OtherPacks other;
  const auto opened = Desk::open(counter_.store(), other.policy(), other.packs(), "test", Desk::Purpose::writing);
  ASSERT_TRUE(opened);
  Desk& now = **opened;
  Desk& before = counter_.desk();
  const auto& old = testing::shipped_policy();
  ASSERT_NE(before.packs().number, now.packs().number);
  ask(before, old, "facts",
      R"("facts":{"person":{"coverage":[{"scheme":"employee","status":"active","from":"2010-01-01"}]}})");
  ask(before, old, "settle", visit("E1", "500.00"));
  ask(before, old, "settle", visit("E2", "1000.00"));
  ask(now, other.policy(), "settle", visit("E3", "1000.00"));
  EXPECT_EQ(fund("E2"), 42'000);  // (1,500 - 800) × 60 %
  EXPECT_EQ(fund("E3"), 50'000);
  // By the new packs' desk: E2 is settled again by the old, E3 by the new.
  ask(now, other.policy(), "reverse", R"("encounter":"E1")");
  EXPECT_EQ(fund("E2"), 12'000);  // (1,000 - 800) × 60 %
  EXPECT_EQ(fund("E3"), 50'000);
  ask(now, other.policy(), "correct", visit("E2", "1200.00"));
  EXPECT_EQ(fund("E2"), 24'000);
  ask(now, other.policy(), "facts",
      R"("facts":{"person":{"coverage":[{"scheme":"employee","status":"retired","from":"2010-01-01"}]}})");
  EXPECT_EQ(fund("E2"), 26'000);  // five points more for who is retired
  for (Desk* desk : {&before, &now}) {
    const auto verified = operations::verify(*desk, always);
    ASSERT_TRUE(verified) << verified.error().message.en;
    EXPECT_FALSE(verified->difference) << verified->difference->what.en;
  }
}

TEST_F(BooksPacks, PacksThatHaveForgottenACounterRefuseWhomItBelongsTo) {
  const OtherPacks other(forget_outpatient_care);
  const auto now = Desk::open(counter_.store(), other.policy(), other.packs(), "test", Desk::Purpose::writing);
  ASSERT_TRUE(now);
  const auto& old = testing::shipped_policy();
  ask(counter_.desk(), old, "facts",
      R"("facts":{"person":{"coverage":[{"scheme":"employee","status":"active","from":"2010-01-01"}]}})");
  ask(counter_.desk(), old, "settle", visit("E1", "1000.00"));
  for (const char* operation : {"settle", "trial"}) {
    const std::string refused = ask(**now, other.policy(), operation, visit("E2", "1000.00"));
    EXPECT_NE(refused.find("which the packs in use no longer have"), std::string::npos) << refused;
    EXPECT_EQ(refused.find("restore from a backup"), std::string::npos) << refused;
  }
  ask(counter_.desk(), old, "settle", visit("E2", "1000.00"));
  EXPECT_EQ(fund("E2"), 60'000);
}

TEST_F(BooksPacks, ADeskThatOnlyReadsVerifiesWithThePacksThatAreKept) {
  const OtherPacks other;
  ask(counter_.desk(), testing::shipped_policy(), "facts", R"("facts":{"person":{}})");
  const auto reading = Desk::open(counter_.store(), other.policy(), other.packs(), "other", Desk::Purpose::reading);
  ASSERT_TRUE(reading);
  const auto verified = operations::verify(**reading, always);
  ASSERT_TRUE(verified);
  EXPECT_FALSE(verified->difference);
  EXPECT_EQ(verified->by_other_programs, 1);
}

TEST_F(BooksPacks, ATrialByOtherPacksIsNoTrialAnyMore) {
  const OtherPacks other;
  const auto now = Desk::open(counter_.store(), other.policy(), other.packs(), "test", Desk::Purpose::writing);
  ask(counter_.desk(), testing::shipped_policy(), "facts",
      R"("facts":{"person":{"coverage":[{"scheme":"employee","status":"active","from":"2010-01-01"}]}})");
  const std::string trial = ask(counter_.desk(), testing::shipped_policy(), "trial", visit("E1", "1000.00"));
  const std::size_t from = trial.find(R"("trial":")") + 9;
  const std::string digest = trial.substr(from, trial.find('"', from) - from);
  const std::string refused =
      ask(**now, other.policy(), "settle", visit("E1", "1000.00") + R"(,"as_in_trial":")" + digest + "\"");
  EXPECT_NE(refused.find("the packs or the program, the amounts. Then fund 120.00"), std::string::npos) << refused;
}

}  // namespace
}  // namespace yidan
