#include "cli/output_file.h"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>
#include <unistd.h>

namespace yidan::cli {
namespace {

namespace fs = std::filesystem;

class Output : public ::testing::Test {
 protected:
  Output() { fs::create_directories(folder_); }
  ~Output() override { fs::remove_all(folder_); }

  [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }
  [[nodiscard]] std::string text_of(const std::string& name) const {
    std::ifstream stream(folder_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }
  void write(const std::string& name, const std::string& text) const { std::ofstream(folder_ / name) << text; }

  const fs::path folder_ = fs::temp_directory_path() / ("yidan-output-" + std::to_string(::getpid()));
};

TEST_F(Output, TakesItsNameWhenItIsWhole) {
  write("a", "answers: old");
  OutputFile file(path("a"));
  ASSERT_TRUE(file.open());
  ASSERT_TRUE(file.write("answers: "));
  ASSERT_TRUE(file.write("new"));
  EXPECT_EQ(text_of("a"), "answers: old");
  ASSERT_TRUE(file.commit());
  EXPECT_EQ(text_of("a"), "answers: new");
  EXPECT_FALSE(fs::exists(path("a.part")));
}

TEST_F(Output, ThatIsNotCommittedLeavesNothingBehind) {
  write("a", "old");
  {
    OutputFile file(path("a"), true);
    ASSERT_TRUE(file.open());
    ASSERT_TRUE(file.write("half"));
  }
  EXPECT_EQ(text_of("a"), "old");
  EXPECT_FALSE(fs::exists(path("a.part")));
}

TEST_F(Output, ReplacesAnotherKindOfFileOnlyWhenToldTo) {
  write("notes", "what I must not forget");
  for (const char* text : {"answers: new", ""}) {
    OutputFile file(path("notes"));
    ASSERT_TRUE(file.open());
    EXPECT_FALSE(file.write(text) && file.commit());
    EXPECT_EQ(file.error(), EEXIST);
    EXPECT_NE(cannot_write(file).message.en.find("--force"), std::string::npos);
  }
  EXPECT_EQ(text_of("notes"), "what I must not forget");
  EXPECT_FALSE(fs::exists(path("notes.part")));
  OutputFile forced(path("notes"), true);
  ASSERT_TRUE(forced.open() && forced.write("answers: new") && forced.commit());
  EXPECT_EQ(text_of("notes"), "answers: new");
}

TEST_F(Output, ReplacesAnEmptyFile) {
  write("a", "");
  OutputFile file(path("a"));
  ASSERT_TRUE(file.open() && file.write("new") && file.commit());
}

TEST_F(Output, FollowsALinkToTheFileItNames) {
  write("a", "old");
  fs::create_symlink(path("a"), path("link"));
  OutputFile file(path("link"), true);
  ASSERT_TRUE(file.open() && file.write("new") && file.commit());
  EXPECT_TRUE(fs::is_symlink(path("link")));
  EXPECT_EQ(text_of("a"), "new");
}

TEST_F(Output, SaysWhyItCannotBeWritten) {
  OutputFile nowhere(path("no/where"));
  EXPECT_FALSE(nowhere.open());
  EXPECT_EQ(nowhere.error(), ENOENT);
  OutputFile full("/dev/full");
  ASSERT_TRUE(full.open());
  EXPECT_FALSE(full.write("x"));
  EXPECT_EQ(full.error(), ENOSPC);
  EXPECT_TRUE(fs::exists("/dev/full"));
}

}  // namespace
}  // namespace yidan::cli
