// The bad packs of tests/cases/bad/packs: each lays its files over a small sound set (tests/cases/bad/base), and the
// checker must say exactly what expected.txt holds, in English, then after a line "---" in Chinese.
#include <gtest/gtest.h>

#include "testing/files.h"
#include "testing/packs.h"

namespace yidan::testing {
namespace {

namespace fs = std::filesystem;

const std::string kNothingFound = "no problem found\n";

fs::path bad(std::string_view name) { return in_repository("tests/cases/bad") / name; }

std::vector<fs::path> examples() { return list_files(bad("packs"), ""); }

// Base and overlay together, in a folder whose name the messages begin with.
fs::path lay_out(const fs::path& example, const fs::path& folder) {
  const fs::path packs = folder / "packs";
  fs::copy(bad("base"), packs, fs::copy_options::recursive);
  for (const auto& entry : fs::recursive_directory_iterator(example)) {
    const fs::path name = entry.path().lexically_relative(example);
    if (!entry.is_regular_file() || name == "expected.txt" || name == "DELETE") continue;
    fs::create_directories((packs / name).parent_path());
    fs::copy_file(entry.path(), packs / name, fs::copy_options::overwrite_existing);
  }
  if (!fs::exists(example / "DELETE")) return packs;
  for (const std::string& name : split_lines(read_file(example / "DELETE"))) {
    if (!fs::remove(packs / name)) throw std::runtime_error("DELETE names no file: " + name);
  }
  return packs;
}

std::string messages(const std::vector<policy::Problem>& problems, Language language) {
  std::string text;
  for (const policy::Problem& problem : problems) text += to_text(problem, language) + "\n";
  return text;
}

std::string messages_of(const fs::path& example) {
  const TemporaryFolder folder;
  const auto loaded = testing::packs_in(lay_out(example, folder.path()));
  if (loaded) return kNothingFound;
  std::string text = messages(loaded.error(), Language::en) + "---\n" + messages(loaded.error(), Language::zh);
  const std::string elsewhere = folder.path().string() + "/";
  for (std::size_t at = text.find(elsewhere); at != std::string::npos; at = text.find(elsewhere)) {
    text.erase(at, elsewhere.size());
  }
  return text;
}

class BadPacks : public ::testing::TestWithParam<fs::path> {};

TEST_P(BadPacks, AreReportedWordForWord) {
  const std::string found = messages_of(GetParam());
  ASSERT_NE(found, kNothingFound) << GetParam().filename().string() << ": the checker overlooks this mistake";
  const fs::path expected = GetParam() / "expected.txt";
  if (regenerates()) write_file(expected, found);
  EXPECT_EQ(found, read_file(expected)) << GetParam().filename().string();
}

INSTANTIATE_TEST_SUITE_P(Packs, BadPacks, ::testing::ValuesIn(examples()),
                         [](const auto& example) { return test_name(example.param); });

TEST(BadPacksBase, IsSound) {
  const auto loaded = testing::packs_in(bad("base"));
  EXPECT_TRUE(loaded.has_value()) << messages(loaded ? std::vector<policy::Problem>{} : loaded.error(), Language::en);
}

// The gallery is read by people who write packs; it is made from the examples and never by hand.
std::string gallery() {
  std::string text =
      "# Every message of the policy checker, with an example\n\n"
      "Generated from the folders beside this file: the test `BadPacksGallery` writes it anew with "
      "`YIDAN_REGENERATE=1`.\nEach example lays its files over the sound set in `base/`.\n";
  for (const fs::path& example : examples()) {
    text += "\n## " + example.filename().string() + "\n\n```\n" + messages_of(example) + "```\n";
  }
  return text;
}

TEST(BadPacksGallery, ShowsEveryMessage) {
  if (regenerates()) write_file(bad("README.md"), gallery());
  EXPECT_EQ(gallery(), read_file(bad("README.md"))) << "run this test with YIDAN_REGENERATE=1 and read the difference";
}

}  // namespace
}  // namespace yidan::testing
