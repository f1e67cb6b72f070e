#include "cli/command_line.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace yidan::cli {
namespace {

// What is said of a command line; nothing of one that is right.
std::optional<Text> said_of(std::vector<std::string> words, Language language = Language::en) {
  CLI::App app{"about", "yidan"};
  speak(app, language);
  app.require_subcommand(1);
  app.fallthrough();
  CLI::App* settle = app.add_subcommand("settle", "settles");
  std::string steps;
  unsigned threads = 1;
  bool quiet = false;
  settle->add_option("--steps", steps)->check(one_of({"full", "none"}, language))->required();
  settle->add_option("--threads", threads)->check(between(1, 16, language));
  settle->add_flag("--quiet", quiet);
  std::reverse(words.begin(), words.end());
  try {
    app.parse(words);
    return std::nullopt;
  } catch (const CLI::ParseError& error) {
    return command_line_mistake(app, error);
  }
}

TEST(CommandLine, ThatIsRightIsTaken) { EXPECT_FALSE(said_of({"settle", "--steps", "full", "--threads", "4"})); }

TEST(CommandLine, SuggestsTheCommandThatWasMeant) {
  EXPECT_EQ(said_of({"settel"})->en, "no command 'settel': did you mean 'settle'? See: yidan --help");
  EXPECT_EQ(said_of({"settel"})->zh, "没有命令“settel”：是否应为“settle”？用法见：yidan --help");
  EXPECT_EQ(said_of({})->en, "a command is needed. See: yidan --help");
}

TEST(CommandLine, SuggestsTheOptionThatWasMeant) {
  EXPECT_EQ(said_of({"settle", "--steps", "full", "--qiet"})->en,
            "no option '--qiet': did you mean '--quiet'? See: yidan settle --help");
  EXPECT_EQ(said_of({"settle", "--steps", "full", "--wat"})->zh, "没有选项“--wat”。用法见：yidan settle --help");
}

TEST(CommandLine, NamesWhatIsMissing) {
  EXPECT_EQ(said_of({"settle"})->zh, "缺少 --steps：请补上。用法见：yidan settle --help");
  EXPECT_EQ(said_of({"settle", "--steps"})->en, "--steps needs a value. See: yidan settle --help");
}

TEST(CommandLine, SaysWhichValuesThereAre) {
  EXPECT_EQ(said_of({"settle", "--steps", "some"}, Language::zh)->zh,
            "--steps: 没有“some”（可用：full, none）。用法见：yidan settle --help");
  for (const char* wrong : {"0", "17", "4x", "-1"}) {
    const auto said = said_of({"settle", "--steps", "full", "--threads=" + std::string(wrong)});
    ASSERT_TRUE(said) << wrong;
    EXPECT_NE(said->en.find("from 1 to 16"), std::string::npos) << said->en;
  }
}

TEST(CommandLine, ShowsNoByteThatATerminalWouldObey) {
  EXPECT_EQ(said_of({"\x1b[2J"})->en.find('\x1b'), std::string::npos);
}

TEST(Help, SpeaksChineseInColumns) {
  CLI::App app{"关于", "yidan"};
  speak(app, Language::zh);
  std::string pool;
  app.add_option("统筹区", pool, "统筹区代码")->required();
  const std::string help = app.help();
  EXPECT_NE(help.find("用法: yidan [选项] 统筹区"), std::string::npos) << help;
  EXPECT_NE(help.find("\n  统筹区 值 必填            统筹区代码\n"), std::string::npos) << help;
  EXPECT_EQ(help.find("Options"), std::string::npos) << help;
}

}  // namespace
}  // namespace yidan::cli
