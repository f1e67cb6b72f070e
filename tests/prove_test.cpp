// `yidan prove` as a user sees it: forms of the answer, cases that settle again, days and folders, exit statuses.
#include <gtest/gtest.h>

#include "testing/files.h"
#include "tests/support/run_yidan.h"

namespace yidan::testing {
namespace {

namespace fs = std::filesystem;

TEST(ProveCommand, SaysWhatIsProvedOfEverySituation) {
  const Ran ran = yidan_run("prove 济宁市 --on 2023-06-01 --property needy-first --property within --lang zh");
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(has(ran.out, "济宁市的证明，2023-06-01：对所有人员、情形、累计和金额")) << ran.out;
  EXPECT_TRUE(has(ran.out, "[成立] 困难群众不多付“needy-first”  情形 "));
  EXPECT_TRUE(has(ran.out, "共：成立 2，不成立 0，未能判定 0"));
  EXPECT_LT(ran.out.find("within"), ran.out.find("needy-first")) << "in the order of the properties";
}

TEST(ProveCommand, WritesTheCasesOfARefutationWhichSettleToTheFen) {
  const TemporaryFolder folder;
  const Ran ran = yidan_run("prove 371100 --on 2023-03-01 --than 2023-02-28 --property not-worse --lang en --cases '" +
                            folder.path().string() + "/new'");
  EXPECT_EQ(ran.status, 1) << ran.err;
  EXPECT_TRUE(has(ran.out, "amount: 150.00, the largest")) << ran.out;
  const auto files = list_files(folder.path() / "new", ".json");
  ASSERT_EQ(files.size(), 2U);
  EXPECT_EQ(files.front().filename(), "prove-371100-2023-03-01-not-worse-1.json");
  for (const fs::path& file : files) {
    const Ran settled = yidan_run("settle --lang en '" + file.string() + "'");
    EXPECT_EQ(settled.status, 0) << settled.err;
    EXPECT_TRUE(has(ran.out, file.string())) << "the page names the file";
  }
}

TEST(ProveCommand, IsAnObjectOfOnePoolAndAListOfSeveralDays) {
  const Ran one = yidan_run("prove 370600 --on 2023-06-01 --property monotone --as json");
  EXPECT_EQ(one.status, 0) << one.err;
  EXPECT_TRUE(one.out.starts_with("{")) << one.out;
  EXPECT_TRUE(has(one.out, "\"format\": \"yidan.proof/1\""));
  EXPECT_TRUE(has(one.out, "\"verdict\": \"proved\""));
  const Ran days = yidan_run("prove 370600 --from 2022-06-30 --to 2022-07-01 --property monotone --as json");
  EXPECT_EQ(days.status, 0) << days.err;
  EXPECT_TRUE(days.out.starts_with("["));
  EXPECT_TRUE(has(days.out, "\"on\": \"2022-06-30\"") && has(days.out, "\"on\": \"2022-07-01\""));
}

TEST(ProveCommand, TakesAFolderOfPacksOrOfOnePack) {
  const TemporaryFolder folder;
  fs::copy(in_repository("packs"), folder.path() / "packs", fs::copy_options::recursive);
  const std::string cap = (folder.path() / "packs/370600-yantai/employee-outpatient/cap.yaml").string();
  std::string text = read_file(cap);
  text.replace(text.find("\"1800.00\""), 9, "\"1700.00\"");
  write_file(cap, text);
  const std::string pack = (folder.path() / "packs/370600-yantai").string();
  const Ran one = yidan_run("prove '" + pack + "' --on 2023-06-01 --than packs --property not-worse --lang en");
  EXPECT_EQ(one.status, 1) << one.err;
  EXPECT_TRUE(has(one.out, "amount: 100.00, the largest")) << one.out;
  EXPECT_FALSE(has(one.out, "Jining"));
  const Ran all = yidan_run("prove '" + (folder.path() / "packs").string() +
                            "' --on 2023-06-01 --property no-layer-outside-scope --lang en");
  EXPECT_EQ(all.status, 0) << all.err;
  EXPECT_TRUE(has(all.out, "Yantai: proofs of 2023-06-01") && has(all.out, "Heze: proofs of 2023-06-01"));
}

TEST(ProveCommand, RefusesWhatItCannotProve) {
  const auto refused = [](const std::string& arguments, std::string_view why) {
    const Ran ran = yidan_run("prove " + arguments + " --lang en");
    EXPECT_EQ(ran.status, 2) << arguments;
    EXPECT_TRUE(ran.out.empty()) << arguments;
    EXPECT_TRUE(has(ran.err, why)) << arguments << ": " << ran.err;
  };
  refused("370600 --property montone", "did you mean 'monotone'?");
  refused("370600 --property x", "they are within, monotone");
  refused("370600 --property not-worse", "give --than, a day or a folder");
  refused("370600 --on 2023-02-30", "2023-02-30");
  refused("370600 --than nowhere", "neither a folder nor a day");
  refused("370600 --from 2023-01-01", "both --from and --to");
  refused("370600 --from 2023-02-01 --to 2023-01-01", "--to is before --from");
  refused("Nowhere --on 2023-06-01", "Nowhere");
  const TemporaryFolder folder;
  fs::copy(in_repository("packs"), folder.path() / "packs", fs::copy_options::recursive);
  write_file(folder.path() / "packs/370600-yantai/employee-outpatient/cap.yaml", "title: [\n");
  const std::string broken = (folder.path() / "packs").string();
  const std::string cases = (folder.path() / "cases").string();
  refused("'" + broken + "' --on 2023-06-01 --cases '" + cases + "'", "cap.yaml");
  EXPECT_FALSE(fs::exists(cases)) << "nothing is written";
}

}  // namespace
}  // namespace yidan::testing
