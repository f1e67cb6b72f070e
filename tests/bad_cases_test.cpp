// The malformed cases and records of tests/cases/bad: each answer must be the bytes of its .expected.json.
#include <gtest/gtest.h>

#include "exchange/standing_session.h"
#include "testing/packs.h"
#include "tests/support/case_file.h"

namespace yidan::testing {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> malformed(std::string_view folder) {
  auto files = list_files(in_repository(folder), ".json");
  std::erase_if(files, [](const fs::path& file) { return file.filename().string().ends_with(".expected.json"); });
  return files;
}

std::string answer_to(const std::string& text, Language language) {
  return settle_text(text, {language, exchange::StepDetail::none, json::Writer::Style::compact});
}

std::string standing_of(const std::string& text, Language language) {
  std::string out;
  exchange::StandingSession(shipped_policy(), {.language = language}, exchange::Form::json).derive(text, out);
  return out;
}

class BadCases : public ::testing::TestWithParam<fs::path> {};

TEST_P(BadCases, AreAnsweredByteForByte) {
  const std::string answer = answer_to(read_file(GetParam()), Language::en);
  const fs::path expected = fs::path(GetParam()).replace_extension(".expected.json");
  if (regenerates()) write_file(expected, answer);
  EXPECT_EQ(answer, read_file(expected)) << GetParam().filename().string();
}

TEST_P(BadCases, AreAnsweredInChineseToo) {
  const std::string answer = answer_to(read_file(GetParam()), Language::zh);
  EXPECT_NE(answer.find("\"message\":\""), std::string::npos);
  EXPECT_NE(answer, answer_to(read_file(GetParam()), Language::en)) << "the message is not in Chinese: " << answer;
}

INSTANTIATE_TEST_SUITE_P(Cases, BadCases, ::testing::ValuesIn(malformed("tests/cases/bad/cases")),
                         [](const auto& file) { return test_name(file.param); });

class BadRecords : public ::testing::TestWithParam<fs::path> {};

TEST_P(BadRecords, AreRejectedByteForByte) {
  const std::string answer = standing_of(read_file(GetParam()), Language::en);
  const fs::path expected = fs::path(GetParam()).replace_extension(".expected.json");
  if (regenerates()) write_file(expected, answer);
  EXPECT_EQ(answer, read_file(expected)) << GetParam().filename().string();
  EXPECT_TRUE(answer.starts_with("{\"format\":\"yidan.standing/1\",\"status\":\"rejected\"")) << answer;
}

TEST_P(BadRecords, AreRejectedInChineseToo) {
  const std::string text = read_file(GetParam());
  EXPECT_NE(standing_of(text, Language::zh), standing_of(text, Language::en));
}

INSTANTIATE_TEST_SUITE_P(Records, BadRecords, ::testing::ValuesIn(malformed("tests/cases/bad/records")),
                         [](const auto& file) { return test_name(file.param); });

// The good bills of a case are the same, byte for byte, whether or not a bad encounter stands between them.
TEST(BadEncounter, LeavesTheOthersAlone) {
  const fs::path folder = in_repository("tests/cases/bad/cases");
  const std::string mixed = answer_to(read_file(folder / "bad-encounter-beside-good-ones.json"), Language::en);
  const std::string good = answer_to(read_file(folder / "with-good-encounters-only.txt"), Language::en);
  const std::size_t from = mixed.find("{\"encounter\":\"BAD\"");
  const std::size_t to = mixed.find("{\"encounter\":\"E2\"");
  ASSERT_NE(from, std::string::npos) << mixed;
  ASSERT_NE(to, std::string::npos) << mixed;
  EXPECT_EQ(mixed.substr(0, from) + mixed.substr(to), good);
}

}  // namespace
}  // namespace yidan::testing
