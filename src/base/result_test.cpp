#include "base/result.h"

#include <array>
#include <set>

#include <gtest/gtest.h>

namespace yidan {
namespace {

constexpr std::array kCodes{
    ErrorCode::syntax,      ErrorCode::unknown_key,   ErrorCode::duplicate_key,   ErrorCode::missing,
    ErrorCode::wrong_type,  ErrorCode::invalid_value, ErrorCode::contradiction,   ErrorCode::duplicate_id,
    ErrorCode::overflow,    ErrorCode::not_found,     ErrorCode::conflict,        ErrorCode::not_permitted,
    ErrorCode::unavailable, ErrorCode::damaged,       ErrorCode::duplicate_claim, ErrorCode::overlapping_stay,
    ErrorCode::two_places,  ErrorCode::forbidden,
};

TEST(ErrorCode, HasAWordOfItsOwn) {
  std::set<std::string_view> words;
  for (const ErrorCode code : kCodes) {
    const std::string_view word = code_of(code);
    EXPECT_FALSE(word.empty());
    EXPECT_EQ(word.find_first_not_of("abcdefghijklmnopqrstuvwxyz-"), std::string_view::npos) << word;
    EXPECT_TRUE(words.insert(word).second) << word << " stands for two codes";
  }
}

TEST(ErrorCode, KeepsTheWordsThatProgramsKnow) {
  EXPECT_EQ(code_of(ErrorCode::syntax), "syntax");
  EXPECT_EQ(code_of(ErrorCode::unknown_key), "unknown-key");
  EXPECT_EQ(code_of(ErrorCode::duplicate_id), "duplicate-id");
  EXPECT_EQ(code_of(ErrorCode::overflow), "overflow");
}

TEST(Text, SpeaksTheLanguageAskedFor) {
  const Text text{"起付标准", "deductible"};
  EXPECT_EQ(text.in(Language::zh), "起付标准");
  EXPECT_EQ(text.in(Language::en), "deductible");
}

TEST(Error, IsEqualWhenAllOfItIs) {
  const Error error{ErrorCode::missing, {"缺少", "missing"}, "$.person"};
  Error other = error;
  EXPECT_EQ(error, other);
  other.where = "$.pool";
  EXPECT_NE(error, other);
}

TEST(Invariant, LetsTheProgramGoOnWhileItHolds) { ensure(true, "K1: entries sum to zero"); }

TEST(InvariantDeathTest, StopsTheProgramAndNamesItself) {
  EXPECT_DEATH(ensure(false, "K1: entries sum to zero"), "broken invariant: K1: entries sum to zero");
}

}  // namespace
}  // namespace yidan
