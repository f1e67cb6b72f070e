#include "policy/source.h"

#include <fstream>

#include <gtest/gtest.h>

#include "base/temporary_folder.h"
#include "policy/load.h"
#include "testing/packs.h"

namespace yidan::policy {
namespace {

namespace fs = std::filesystem;

class Folder : public ::testing::Test {
 protected:
  void write(const std::string& path, const std::string& text) {
    fs::create_directories((root() / path).parent_path());
    std::ofstream(root() / path, std::ios::binary) << text;
  }
  [[nodiscard]] fs::path root() const { return folder_.path() / "rules"; }

 private:
  TemporaryFolder folder_;
};

TEST_F(Folder, IsReadWithEveryFileButHiddenOnes) {
  write("a/pack.yaml", "region: 1");
  write("a/b/c.yaml", "");
  write("README.md", "\xff\n\0x");
  write(".git/config", "x");
  write("a/.cap.yaml.swp", "x");
  const Source source = read_folder(root()).value();
  EXPECT_EQ(source.files, (Source::Files{{"README.md", "\xff\n"}, {"a/b/c.yaml", ""}, {"a/pack.yaml", "region: 1"}}));
  EXPECT_EQ(source.label("a/pack.yaml"), "rules/a/pack.yaml");
  EXPECT_EQ(read_folder(root() / "").value().label("a"), "rules/a");
}

TEST_F(Folder, OfLinksIsReadThroughThem) {
  write("../elsewhere/pack.yaml", "region: 1");
  write("own/pack.yaml", "region: 2");
  fs::create_directory_symlink(root() / "../elsewhere", root() / "linked");
  EXPECT_TRUE(read_folder(root()).value().files.contains("linked/pack.yaml"));
}

TEST_F(Folder, WithoutPacksIsNotRead) {
  write("a/b/pack.yaml", "region: 1");
  EXPECT_TRUE(read_folder(root()).value().files.empty());
  const auto loaded = load_policy(root());
  ASSERT_FALSE(loaded);
  EXPECT_EQ(to_text(loaded.error().front().at), root().generic_string());
}

TEST_F(Folder, ThatIsNotThereIsAProblemOfThePathAsGiven) {
  const auto source = read_folder(root() / "x" / "");
  ASSERT_FALSE(source);
  EXPECT_EQ(to_text(source.error().at), (root() / "x" / "").generic_string());
}

TEST_F(Folder, GoingInCirclesIsAProblem) {
  write("a/pack.yaml", "region: 1");
  fs::create_directory_symlink(root(), root() / "a" / "again");
  EXPECT_FALSE(read_folder(root()));
}

TEST(Archive, HoldsPathLengthAndBytesOfEachFileInOrder) {
  const Source source{{{"b/c", "two\nlines"}, {"b-a", ""}, {"a b", "x"}}};
  EXPECT_EQ(archive_of(source), "a b 1\nxb-a 0\nb/c 9\ntwo\nlines");
  EXPECT_EQ(read_archive(archive_of(source)).value().files, source.files);
  EXPECT_TRUE(read_archive("").value().files.empty());
}

TEST(Archive, ThatIsCutOrTornIsDamaged) {
  for (const char* text : {"a 2\nx", "a\nx", "a x\nx", "a 1", "a -1\nx", "a 99999999999999999999\nx"}) {
    const auto read = read_archive(text);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.error().code, ErrorCode::damaged);
  }
}

// What the books keep of packs compiles as the folder did, without a file being written.
TEST(Archive, OfTheShippedPacksCompilesToTheSameRules) {
  const Policy kept = load_policy(read_archive(archive_of(testing::shipped_packs())).value()).value();
  const Policy& policy = testing::shipped_policy();
  ASSERT_EQ(kept.pools.size(), policy.pools.size());
  for (std::size_t i = 0; i < policy.pools.size(); ++i) {
    const std::vector<Rule>& rules = policy.pools[i].rules;
    ASSERT_EQ(kept.pools[i].rules.size(), rules.size());
    for (std::size_t j = 0; j < rules.size(); ++j) {
      EXPECT_EQ(kept.pools[i].rules[j].id, rules[j].id);
      EXPECT_EQ(kept.pools[i].rules[j].value, rules[j].value);
      EXPECT_EQ(kept.pools[i].rules[j].at, rules[j].at);
    }
  }
}

}  // namespace
}  // namespace yidan::policy
