#include "exchange/registered_provider.h"

#include <gtest/gtest.h>

namespace yidan::exchange {
namespace {

constexpr std::string_view kVisit =
    R"({"care":"outpatient","date":"2022-08-01","id":"E1","lines":[{"amount":"10.00","class":"A"}],)"
    R"("provider":{"id":"C1","name":"甲"}})";

RegisteredProvider all() {
  RegisteredProvider registered{.level = 2, .region = Region(370602)};
  registered.designated = WordSet<Designation>{Designation::outpatient, Designation::inpatient};
  registered.withheld[static_cast<std::size_t>(Scheme::employee)].insert(Designation::outpatient);
  return registered;
}

TEST(RegisteredProvider, StandsWithItsProviderAndComesOutAgain) {
  const std::string text = SentEncounter(kVisit).with(all());
  EXPECT_EQ(text,
            R"({"care":"outpatient","date":"2022-08-01","id":"E1","lines":[{"amount":"10.00","class":"A"}],)"
            R"("provider":{"id":"C1","name":"甲","registered":{"designated":["outpatient","inpatient"],"level":2,)"
            R"("region":"370602","withheld":{"employee":["outpatient"]}}}})");
  EXPECT_EQ(without_registered(text), kVisit);
  EXPECT_EQ(without_registered(kVisit), kVisit);
  EXPECT_EQ(SentEncounter(text).provider(), nullptr) << "it stands once";
}

TEST(RegisteredProvider, IsReadAsItIsApplied) {
  const auto read = read_content(EventKind::settle, SentEncounter(kVisit).with(all()), Region(370600));
  ASSERT_TRUE(read) << read.error().message.en;
  Provider applied{.id = "C1", .name = "甲"};
  apply(all(), applied);
  const Provider& provider = std::get<Encounter>(*read).provider;
  EXPECT_EQ(provider.level, applied.level);
  EXPECT_EQ(provider.region, applied.region);
  EXPECT_TRUE(provider.designated == applied.designated);
  EXPECT_TRUE(provider.withheld == applied.withheld);
}

TEST(RegisteredProvider, LeavesWhatItDoesNotSayToTheEncounter) {
  const std::string said =
      R"({"care":"outpatient","date":"2022-08-01","id":"E1","lines":[{"amount":"10.00","class":"A"}],)"
      R"("provider":{"designated":["chronic"],"id":"C1","level":3,"region":"370601"}})";
  RegisteredProvider registered;
  registered.withheld[static_cast<std::size_t>(Scheme::resident)].insert(Designation::chronic);
  const auto read = read_content(EventKind::settle, SentEncounter(said).with(registered), Region(370600));
  ASSERT_TRUE(read);
  const Provider& provider = std::get<Encounter>(*read).provider;
  EXPECT_EQ(provider.level, 3);
  EXPECT_EQ(provider.region, Region(370601));
  EXPECT_TRUE(provider.designated.contains(Designation::chronic));
  EXPECT_TRUE(registered.withheld == provider.withheld);
}

TEST(RegisteredProvider, DoesNotMendOtherFaults) {
  std::string wrong(kVisit);
  wrong.replace(wrong.find("10.00"), 5, "ten");
  const auto read = SentEncounter(wrong).read_with(all(), "$.encounter", Region(370600));
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().where, "$.encounter.lines[0].amount");
}

}  // namespace
}  // namespace yidan::exchange
