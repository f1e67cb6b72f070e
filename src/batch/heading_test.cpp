#include "batch/heading.h"

#include <array>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace yidan::batch {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::array<Column, 3> kColumns{{{"id", true}, {"born", true}, {"status"}}};

using Names = std::vector<std::string_view>;

TEST(Heading, NamesColumnsInAnyOrder) {
  EXPECT_THAT(read_heading(kColumns, Names{"id", "born"}).value(), ElementsAre(0, 1));
  EXPECT_THAT(read_heading(kColumns, Names{"status", "born", "x-note", "id", "x-note"}).value(),
              ElementsAre(2, 1, kIgnored, 0, kIgnored));
}

struct HeadingMistake {
  Names names;
  ErrorCode code;
  std::string_view says;
};

const std::vector<HeadingMistake> kHeadingMistakes{
    {{"id", "born", "staus"}, ErrorCode::unknown_key, "did you mean 'status'?"},
    {{"id", "born", "wage"}, ErrorCode::unknown_key, "begin with 'x-'"},
    {{"id", "born", "ID"}, ErrorCode::unknown_key, "there are: id, born, status"},
    {{"id", "born", "id"}, ErrorCode::duplicate_key, "'id' stands twice"},
    {{"status", "born"}, ErrorCode::missing, "'id' is missing"},
    {{"id", "born", ""}, ErrorCode::missing, "column 3 has no name"},
    {{"id;born"}, ErrorCode::syntax, "separated by commas"},
    {{"id\tborn"}, ErrorCode::syntax, "separated by commas"},
};

TEST(Heading, ThatIsWrongIsAnErrorWhichSaysWhatToDo) {
  for (const HeadingMistake& each : kHeadingMistakes) {
    const auto places = read_heading(kColumns, each.names);
    ASSERT_FALSE(places) << each.says;
    EXPECT_EQ(places.error().code, each.code) << each.says;
    EXPECT_THAT(places.error().message.en, HasSubstr(each.says));
    EXPECT_FALSE(places.error().message.zh.empty());
  }
}

}  // namespace
}  // namespace yidan::batch
