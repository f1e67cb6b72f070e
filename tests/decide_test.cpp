// `yidan policy decide`, `file`, `activate`, `sheet`, `decisions`, and `yidan init`, as a user sees them.
#include <gtest/gtest.h>

#include "testing/files.h"
#include "tests/support/run_yidan.h"

namespace yidan::testing {
namespace {

class DecideCommand : public ::testing::Test {
 protected:
  Ran policy(const std::string& words) { return yidan_run("policy " + words + " --lang en" + db_); }
  // Heze's residents' outpatient ratio at 45 %.
  std::string draft() {
    const auto file = folder_.path() / "draft/371700-heze/resident-outpatient/ratio.yaml";
    std::filesystem::create_directories(file.parent_path());
    write_file(file,
               "title: {zh: 居民门诊支付比例, en: Ratio}\nunit: percent\nby: []\nvalues:\n"
               "  - {from: 2021-01-01, value: \"45%\", clauses: [HZ-2.1-b], basis: cited}\n");
    return (folder_.path() / "draft").string();
  }

  TemporaryFolder folder_;
  std::string db_ = " --db '" + (folder_.path() / "books.db").string() + "'";
};

TEST_F(DecideCommand, RZ_3_4_b_TheGateIsAskedWithoutBooks) {
  const std::string folder = draft();
  const Ran before = yidan_run("policy activate Heze --draft '" + folder + "' --on 2023-12-31 --lang en");
  EXPECT_EQ(before.status, 0) << before.err;
  EXPECT_TRUE(has(before.out, "warning: SD20-2.3.3.3-a")) << before.out;
  EXPECT_TRUE(has(before.out, "nothing was written"));
  // The folder itself in the place of the pool.
  const Ran after = yidan_run("policy activate '" + folder + "' --on 2024-01-01 --lang en");
  EXPECT_EQ(after.status, 1);
  EXPECT_TRUE(has(after.err, "Heze is not put into force")) << after.err;
  EXPECT_TRUE(has(after.err, "measured 45%, to be at least 50%")) << after.err;
  EXPECT_TRUE(has(after.err, "RZ-3.4-b")) << after.err;
}

TEST_F(DecideCommand, InitPutsThePacksIntoForceOrSaysWhyNot) {
  const Ran none = yidan_run("init --no-activate --lang en" + db_);
  EXPECT_EQ(none.status, 0) << none.err;
  const Ran refused = yidan_run("post --lang en --as text examples/heze.json" + db_);
  EXPECT_EQ(refused.status, 1);
  EXPECT_TRUE(has(refused.out, "run yidan init")) << refused.out;
  const Ran made = yidan_run("init --on 2024-01-01 --lang en" + db_);
  EXPECT_EQ(made.status, 0) << made.err;
  EXPECT_TRUE(has(made.out, "Heze: audited and put into force (gate of 2024-01-01)")) << made.out;
  EXPECT_EQ(yidan_run("post --lang en --as text examples/heze.json" + db_).status, 0);
  const Ran verified = yidan_run("verify --lang en" + db_);
  EXPECT_TRUE(has(verified.out, "decisions and filings: 5")) << verified.out << verified.err;
}

TEST_F(DecideCommand, ADecisionFromItsRegistrationToItsBeingInForce) {
  ASSERT_EQ(yidan_run("init" + db_).status, 0);
  const std::string act = "--issuers bureau,finance --parameters resident-inpatient/ratio --issued 2022-11-20";
  EXPECT_EQ(policy("decide 371300 linyi-1 " + act + " --from 2023-01-01").status, 0);
  const Ran early = policy("activate 371300 linyi-1 --on 2023-01-01");
  EXPECT_EQ(early.status, 1);
  EXPECT_TRUE(has(early.err, "LY-3.3-e")) << early.err;
  EXPECT_EQ(policy("file 371300 linyi-1 --number N1 --filed 2023-01-10").status, 0);
  const Ran sheet = policy("sheet 371300 linyi-1 --on 2023-01-05 --as text");
  EXPECT_TRUE(has(sheet.out, "earliest lawful day: 2023-01-10")) << sheet.out << sheet.err;
  EXPECT_EQ(policy("activate 371300 linyi-1 --on 2023-01-10").status, 0);
  const Ran list = policy("decisions 371300 --on 2023-01-10 --as csv");
  EXPECT_TRUE(has(list.out, "371300,linyi-1,adjustment of benefits or financing")) << list.out;
  EXPECT_TRUE(has(list.out, "in force,2023-01-10,N1 2023-01-10")) << list.out;
  const Ran county = policy("decide 371102 x " + act + " --from 2023-01-01");
  EXPECT_EQ(county.status, 1);
  EXPECT_TRUE(has(county.err, "RZ-2.1-b")) << county.err;
}

TEST_F(DecideCommand, BooksWithoutAGateSayItEverywhere) {
  const Ran made = yidan_run("init --ungated --lang en" + db_);
  EXPECT_EQ(made.status, 0) << made.err;
  const Ran posted = yidan_run("post --as json --lang en examples/heze.json" + db_);
  EXPECT_TRUE(has(posted.out, R"("ungated":true)")) << posted.out;
  const Ran balance = yidan_run("balance --as json --lang en" + db_);
  EXPECT_TRUE(has(balance.out, R"("ungated":true)")) << balance.out;
  EXPECT_TRUE(has(balance.err, "these books have no gate")) << balance.err;
}

// Whose the values of the packs were to decide, and what the gate of the day says.
TEST_F(DecideCommand, SD20_2_3_4_3_b_TheSheetOfThePacks) {
  const Ran jining = yidan_run("policy sheet Jining --on 2023-06-01 --as text --lang en");
  EXPECT_EQ(jining.status, 0) << jining.err;
  EXPECT_TRUE(has(jining.out, "SD20-2.3.4.3-b")) << jining.out;
  EXPECT_TRUE(has(jining.out, "re-assistance/ratio.yaml")) << jining.out;
  const Ran heze = yidan_run("policy sheet Heze --on 2022-06-01 --as text --lang en");
  EXPECT_FALSE(has(heze.out, "beyond authority")) << heze.out;
}

}  // namespace
}  // namespace yidan::testing
