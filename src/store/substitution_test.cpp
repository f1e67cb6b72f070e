#include "store/substitution.h"

#include <random>

#include <gtest/gtest.h>

namespace yidan::store {
namespace {

const Identity& identity() {
  static const Identity made("0123456789");
  return made;
}
Number number_of(const std::string& id) {
  const Subject subject{1, id};
  return {subject, identity().of(subject)};
}

std::string back(const std::string& stored, const std::vector<Number>& numbers) {
  return completed(stored, [&](const StandIn& stand_in) -> const Number* {
    for (const Number& number : numbers) {
      if (number.stand_in() == stand_in) return &number;
    }
    return nullptr;
  });
}

TEST(Substitution, ANumberThatStandsAloneIsReplaced) {
  const std::vector numbers{number_of("370602199001011234")};
  const std::string& mark = numbers[0].mark();
  EXPECT_EQ(mark.size(), 23U);
  const std::pair<std::string, std::string> texts[] = {
      {R"({"person":"370602199001011234","x":"370602"})", R"({"person":")" + mark + R"(","x":"370602"})"},
      {"370602199001011234", mark},
      {"370602199001011234/spouse", mark + "/spouse"},
      {R"("370600/370602199001011234/settle/E1")", R"("370600/)" + mark + R"(/settle/E1")"},
      {"at 370602199001011234 o'clock", "at 370602199001011234 o'clock"},
      {"1370602199001011234", "1370602199001011234"},
      {"~", "~~"},
      {R"(["~x","a~"])", R"(["~~x","a~"])"}};
  for (const auto& [text, stored] : texts) {
    EXPECT_EQ(substituted(text, numbers), stored);
    EXPECT_EQ(back(stored, numbers), text);
  }
}

TEST(Substitution, AStandInThatWasThereBeforeIsNoNumber) {
  const std::vector numbers{number_of("P1")};
  const std::string text = "\"" + numbers[0].mark() + "\"";
  EXPECT_NE(substituted(text, numbers), text);
  EXPECT_EQ(back(substituted(text, numbers), numbers), text);
}

TEST(Substitution, AnIdThatNeedsAnEscapeIsReplacedAsItIsSpelled) {
  const std::vector numbers{number_of("a/\"b%")};
  EXPECT_EQ(substituted(R"({"id":"a/\"b%"})", numbers), R"({"id":")" + numbers[0].mark() + R"("})");
  EXPECT_EQ(substituted("1/a%2F\\\"b%25/x", numbers), "1/" + numbers[0].mark_in_key() + "/x");
}

TEST(Substitution, TwoSubjectsAreToldApart) {
  const std::vector numbers{number_of("P1"), number_of("P2")};
  const std::string text = R"({"from":"P1","to":"P2","both":"P1/P2"})";
  const std::string stored = substituted(text, numbers);
  EXPECT_FALSE(stored.contains("P1") || stored.contains("P2"));
  EXPECT_EQ(back(stored, numbers), text);
}

TEST(Substitution, AStandInOfNobodyStaysAsItIs) {
  const std::vector numbers{number_of("P1")};
  EXPECT_EQ(back("\"" + numbers[0].mark() + "\"", {}), "\"" + numbers[0].mark() + "\"");
}

// S1: whatever the texts and the ids are, what comes back is what went in. Pieces that bite are drawn more often.
TEST(Substitution, S1_WhatComesBackIsWhatWentIn) {
  constexpr std::uint64_t seed = 20'261'127;
  RecordProperty("seed", std::to_string(seed));
  std::mt19937_64 random(seed);
  const auto pick = [&random](const auto& list) { return list[random() % std::size(list)]; };
  const std::vector<std::string> ids{"1",
                                     "P1",
                                     "~",
                                     "~~",
                                     "/",
                                     "a/b",
                                     "\"",
                                     "\\",
                                     "%",
                                     "%2F",
                                     "王小明",
                                     "a\"",
                                     "/x",
                                     "x/",
                                     "370602199001011234",
                                     "~%",
                                     "1/1",
                                     "\n",
                                     std::string(3, '/')};
  for (int round = 0; round < 20'000; ++round) {
    std::vector<Number> numbers;
    const std::size_t how_many = 1 + random() % 3;
    for (std::size_t i = 0; i < how_many; ++i) numbers.push_back(number_of(pick(ids)));
    std::string text;
    for (std::size_t left = random() % 12; left > 0; --left) {
      const std::string pieces[] = {"\"",
                                    "/",
                                    "~",
                                    "%",
                                    "\\",
                                    "1",
                                    "x",
                                    pick(ids),
                                    pick(numbers).plain(),
                                    pick(numbers).in_key(),
                                    pick(numbers).mark(),
                                    pick(numbers).mark_in_key(),
                                    pick(numbers).mark().substr(0, 12)};
      text += pick(pieces);
    }
    const std::string stored = substituted(text, numbers);
    ASSERT_EQ(back(stored, numbers), text) << "stored as " << stored;
  }
}

TEST(StandIn, ItsLettersAreReadAgain) {
  const StandIn stand_in = identity().of({1, "P1"});
  EXPECT_EQ(to_text(stand_in).size(), StandIn::kLetters);
  EXPECT_EQ(parse_stand_in(to_text(stand_in)), stand_in);
  EXPECT_EQ(parse_stand_in(to_text(stand_in).substr(1)), std::nullopt);
  EXPECT_EQ(parse_stand_in("*" + to_text(stand_in).substr(1)), std::nullopt);
  EXPECT_EQ(parse_stand_in(std::string(21, 'A') + "B"), std::nullopt) << "bits left over";
}

TEST(StandIn, EverySubjectHasItsOwn) {
  EXPECT_EQ(identity().of({1, "P1"}), identity().of({1, "P1"}));
  EXPECT_NE(identity().of({1, "P1"}), identity().of({2, "P1"}));
  EXPECT_NE(identity().of({1, "P1"}), identity().of({1, "P1", "provider"}));
  EXPECT_NE(identity().of({1, "P1"}), Identity("other").of({1, "P1"}));
}

}  // namespace
}  // namespace yidan::store
