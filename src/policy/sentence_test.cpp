#include "policy/sentence.h"

#include <vector>

#include <gtest/gtest.h>

#include "terms/terms.h"

namespace yidan::policy {
namespace {

struct Shown {
  Argument argument;
  const char* zh;
  const char* en;
};

const std::vector<Shown> kShown{
    {Money::fen(80'000), "800.00", "800.00"},
    {Rate::ppm(21'500), "2.15%", "2.15%"},
    {Points{Rate::ppm(25'000)}, "2.5", "2.5"},
    {parse_date("2023-03-05").value(), "2023-03-05", "2023-03-05"},
    {Month::of(2023, 3), "2023-03", "2023-03"},
    {Count{360}, "360", "360"},
    {Count{}, "0", "0"},
    {word(Status::retired), "退休", "retired"},
    {Argument{}, "", ""},
};

TEST(Argument, IsShownAsWhatItIs) {
  for (const Shown& each : kShown) {
    EXPECT_EQ(to_text(each.argument, Language::zh), each.zh);
    EXPECT_EQ(to_text(each.argument, Language::en), each.en);
  }
}

std::string filled(std::string_view sentence, std::span<const Argument> arguments, Language language = Language::en) {
  std::string out = "> ";
  fill(out, sentence, arguments, language);
  return out;
}

TEST(Fill, PutsEachArgumentIntoItsSlots) {
  const std::vector<Argument> arguments{word(Scheme::resident), Money::yuan(380), Count{2024}};
  EXPECT_EQ(filled("{2}: {1} to the {0} ({1})", arguments),
            "> 2024: 380.00 to the resident basic medical insurance (380.00)");
  EXPECT_EQ(filled("{0} {1} 元", arguments, Language::zh), "> 城乡居民基本医疗保险 380.00 元");
  EXPECT_EQ(filled("nothing to fill", {}), "> nothing to fill");
  EXPECT_EQ(filled("", arguments), "> ");
}

TEST(Fill, EndsTheProgramWhenASlotHasNoArgument) {
  const std::vector<Argument> one{Count{1}};
  EXPECT_DEATH(filled("{1}", one), "every slot of a sentence has an argument");
  EXPECT_DEATH(filled("{=}", one), "every slot of a sentence has an argument");
  EXPECT_DEATH(filled("{0", one), "a slot of a sentence is one digit in braces");
}

}  // namespace
}  // namespace yidan::policy
