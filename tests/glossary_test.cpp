// The glossary and the closed words hold the same: every table of src/terms has its section in
// docs/glossary.md, every word its row there, and no section has a word more. Both are read as text, so that a new
// table is seen, too.

#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "testing/files.h"

namespace {

// By the enum's heading, "险种 · scheme (`Scheme`)": the rows of its table, "| 居民 | resident | `resident` |".
using Sections = std::map<std::string, std::set<std::string>>;

// The words as src/terms declares them: `struct Terms<Name>`, its two names, its list of {code, zh, en}.
Sections declared() {
  std::string text;
  for (const auto& header : yidan::testing::list_files(yidan::testing::in_repository("src/terms"), ".h")) {
    text += yidan::testing::read_file(header);
  }
  const std::regex part(
      "struct Terms<(\\w+)>"
      "|zh = \"([^\"]*)\", en = \"([^\"]*)\""
      "|\\{\"([^\"]*)\", \"([^\"]*)\", \"([^\"]*)\"\\}");
  Sections sections;
  std::string name;
  std::string heading;
  for (std::sregex_iterator found(text.begin(), text.end(), part), end; found != end; ++found) {
    const std::smatch& match = *found;
    if (match[1].matched) {
      name = match[1];
    } else if (match[2].matched) {
      heading = match.str(2) + " · " + match.str(3) + " (`" + name + "`)";
      sections[heading];
    } else {
      sections[heading].insert("| " + match.str(5) + " | " + match.str(6) + " | `" + match.str(4) + "` |");
    }
  }
  return sections;
}

// The third part of the glossary: a heading an enum, a row a word.
Sections written() {
  const std::string text = yidan::testing::read_file(yidan::testing::in_repository("docs/glossary.md"));
  const std::regex line("(?:^|\n)(?:### (.*)|(\\| .* \\| .* \\| `.*` \\|))(?=\n)");
  const std::size_t start = text.find("\n## 3.");
  EXPECT_NE(start, std::string::npos) << "docs/glossary.md has no third part";
  Sections sections;
  std::string heading;
  for (std::sregex_iterator found(text.begin() + static_cast<std::ptrdiff_t>(start), text.end(), line), end;
       found != end; ++found) {
    if ((*found)[1].matched) {
      heading = (*found)[1];
      sections[heading];
    } else {
      sections[heading].insert((*found)[2]);
    }
  }
  return sections;
}

std::size_t words_in(const Sections& sections) {
  std::size_t count = 0;
  for (const auto& [heading, rows] : sections) count += rows.size();
  return count;
}

TEST(Glossary, HasASectionForEveryClosedConcept) {
  const Sections glossary = written();
  for (const auto& [heading, rows] : declared()) {
    EXPECT_TRUE(glossary.contains(heading)) << "docs/glossary.md: add the section \"### " << heading << "\"";
  }
}

TEST(Glossary, HasARowForEveryClosedWord) {
  Sections glossary = written();
  for (const auto& [heading, rows] : declared()) {
    for (const std::string& row : rows) {
      EXPECT_TRUE(glossary[heading].contains(row)) << "docs/glossary.md, " << heading << ": add " << row;
    }
  }
}

TEST(Glossary, HasNoClosedWordThatTheTermsDoNotHave) {
  Sections terms = declared();
  for (const auto& [heading, rows] : written()) {
    for (const std::string& row : rows) {
      EXPECT_TRUE(terms[heading].contains(row)) << "docs/glossary.md, " << heading << ": remove " << row;
    }
  }
}

// Elsewhere neither this test nor that of the tables would see them.
TEST(Glossary, KnowsAllClosedWordsBecauseTheyStandInOneFolder) {
  const auto src = yidan::testing::in_repository("src");
  for (const auto& entry : std::filesystem::recursive_directory_iterator(src)) {
    const bool is_header = entry.path().extension() == ".h";
    if (!is_header || entry.path().parent_path() == src / "terms") continue;
    EXPECT_EQ(yidan::testing::read_file(entry.path()).find("\nstruct Terms<"), std::string::npos)
        << entry.path() << ": closed words stand in src/terms";
  }
}

TEST(Glossary, FindsTheWordsOfTheTermsAtAll) {
  EXPECT_GE(declared().size(), 44U);
  EXPECT_GE(words_in(declared()), 208U);
}

}  // namespace
