#include "books/past_text.h"

#include <gtest/gtest.h>

#include "testing/encounters.h"

namespace yidan::books {
namespace {

using testing::stay;
using testing::visit;

TEST(PastText, KeepsOfClaimsTheirDaysAndLikenessAlone) {
  const policy::Pool pool;
  benefit::Past past;
  for (const Encounter& each :
       {stay("Z1", "2023-03-01", "2023-03-09", Money::yuan(9000)), visit("E1", "2023-04-05", Money::yuan(80)),
        stay("Z2", "2023-05-01", "2023-05-01", Money::yuan(90))}) {
    benefit::note_claim(past.claims, benefit::claim_of(each));
  }
  const auto& claims = past.claims;
  const auto number = [](std::uint64_t likeness) { return std::to_string(likeness); };
  EXPECT_EQ(to_text(past, pool), R"({"account":0,"claims":{"stays":[19417,19425,)" + number(claims[0].likeness) +
                                     R"(],"visits":[19452,)" + number(claims[1].likeness) + ",19478," +
                                     number(claims[2].likeness) + R"(]},"years":[]})");
  json::Document document;
  const auto read = read_past(document, to_text(past, pool), pool);
  ASSERT_TRUE(read);
  ASSERT_EQ(read->claims.size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(read->claims[i], (benefit::Claim{.days = claims[i].days, .likeness = claims[i].likeness})) << i;
  }
}

TEST(PastText, OfAmountsHasNoClaims) {
  const policy::Pool pool;
  benefit::Past past;
  benefit::note_claim(past.claims, benefit::claim_of(visit()));
  EXPECT_EQ(amounts_text(past, pool), R"({"account":0,"years":[]})");
}

TEST(PastText, WhoseClaimsAreCutIsDamaged) {
  const policy::Pool pool;
  json::Document document;
  for (const char* claims : {R"({"stays":[19417,19425],"visits":[]})", R"({"stays":[],"visits":[19417,"1"]})"}) {
    const auto read = read_past(document, R"({"account":0,"claims":)" + std::string(claims) + R"(,"years":[]})", pool);
    ASSERT_FALSE(read) << claims;
    EXPECT_EQ(read.error().code, ErrorCode::damaged);
  }
}

}  // namespace
}  // namespace yidan::books
