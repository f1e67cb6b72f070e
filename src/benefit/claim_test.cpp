#include "benefit/claim.h"

#include <gtest/gtest.h>

#include "benefit/settle.h"
#include "testing/encounters.h"
#include "testing/packs.h"

namespace yidan::benefit {
namespace {

using testing::day;
using testing::stay;
using testing::visit;

Encounter at(std::string provider, Encounter encounter) {
  encounter.provider.id = std::move(provider);
  return encounter;
}
Encounter part_of(std::string number, Encounter encounter) {
  encounter.stay = std::move(number);
  return encounter;
}
Encounter with(std::vector<FeeLine> lines, Encounter encounter = visit("E1", "2023-03-05", {})) {
  encounter.lines = std::move(lines);
  return encounter;
}

// What the last of them repeats of those before: "duplicate-claim E1, two-places E2".
std::string found(const std::vector<Encounter>& encounters) {
  std::vector<Claim> before;
  for (const Encounter& each : encounters) before.push_back(claim_of(each));
  const Claim last = before.back();
  before.pop_back();
  std::string text;
  for (const Repeated& each : repetitions_of(last, before)) {
    text += (text.empty() ? "" : ", ") + std::string(code(each.kind)) + " " + each.encounter.id;
  }
  return text;
}

const FeeLine kDrug{.price = Money::yuan(30), .code = "X01"};
const FeeLine kTest{.line_class = LineClass::b, .price = Money::yuan(120), .code = "T07"};

TEST(DuplicateClaim, HasTheCareTheDaysTheItemsAndThePrices) {
  const Encounter one = with({kDrug, kTest});
  Encounter other = with({kDrug, kTest});
  other.id = "E2";
  EXPECT_EQ(found({one, other}), "duplicate-claim E1");
  EXPECT_EQ(found({stay("Z1", "2023-03-01", "2023-03-09", Money::yuan(9000)),
                   stay("Z2", "2023-03-01", "2023-03-09", Money::yuan(9000))}),
            "duplicate-claim Z1")
      << "and not an overlapping stay as well";
  Encounter third = other;
  third.id = "E3";
  EXPECT_EQ(found({one, other, third}), "duplicate-claim E1") << "the first of them stands for all";
  Encounter of_another_day = other;
  of_another_day.date = day("2023-03-06");
  EXPECT_EQ(found({one, of_another_day}), "");
  Encounter other_care = other;
  other_care.care = Care::pharmacy;
  EXPECT_EQ(found({one, other_care}), "");
  Encounter for_a_disease = other;
  for_a_disease.disease = Disease::dialysis;
  EXPECT_EQ(found({one, for_a_disease}), "");
}

TEST(DuplicateClaim, IsSoWhateverIsWrittenAnew) {
  FeeLine drug = kDrug;
  drug.id = "17";
  drug.name = "阿莫西林";
  drug.self_pay_first = Rate::percent(10);
  drug.over_limit = Money::yuan(2);
  drug.cause = Cause::third_party;
  drug.units = Units{30'000, 10'000'000};
  Encounter again = with({kTest, drug});
  again.use_account = true;
  again.provider.level = 3;
  again.place = Place::remote_referred;
  EXPECT_EQ(found({with({kDrug, kTest}), again}), "duplicate-claim E1");
}

TEST(DuplicateClaim, IsNotOneOfOtherItems) {
  FeeLine dearer = kDrug;
  dearer.price += Money::fen(1);
  FeeLine other_code = kDrug;
  other_code.code = "X02";
  FeeLine other_class = kDrug;
  other_class.line_class = LineClass::c;
  for (const FeeLine& other : {dearer, other_code, other_class}) EXPECT_EQ(found({with({kDrug}), with({other})}), "");
  EXPECT_EQ(found({with({kDrug}), with({kDrug, kDrug})}), "") << "twice the drug";
}

// Two hospitals take the same fee of whoever comes; they do not give the same treatment twice on a day.
TEST(DuplicateClaim, OfAnotherInstitutionHasToSayMoreThanOneFee) {
  EXPECT_EQ(found({with({kDrug}), at("H2", with({kDrug}))}), "");
  const FeeLine unnamed{.price = Money::yuan(30)};
  EXPECT_EQ(found({with({unnamed, kTest}), at("H2", with({unnamed, kTest}))}), "");
  EXPECT_EQ(found({with({kDrug, kTest}), at("H2", with({kTest, kDrug}))}), "duplicate-claim E1");
}

TEST(OverlappingStay, SharesANight) {
  const Encounter first = stay("Z1", "2023-03-01", "2023-03-10", Money::yuan(9000));
  const auto second = [](std::string_view admitted, std::string_view discharged) {
    return at("H2", stay("Z2", admitted, discharged, Money::yuan(100)));
  };
  EXPECT_EQ(found({first, second("2023-03-09", "2023-03-20")}), "overlapping-stay Z1");
  EXPECT_EQ(found({first, second("2023-02-20", "2023-03-02")}), "overlapping-stay Z1");
  EXPECT_EQ(found({first, second("2023-03-04", "2023-03-05")}), "overlapping-stay Z1");
  EXPECT_EQ(found({first, at("H1", second("2023-03-04", "2023-03-05"))}), "overlapping-stay Z1");
  EXPECT_EQ(found({first, second("2023-03-10", "2023-03-20")}), "") << "moved on the day of discharge";
  EXPECT_EQ(found({first, second("2023-02-20", "2023-03-01")}), "");
  EXPECT_EQ(found({first, second("2023-03-10", "2023-03-10")}), "");
}

TEST(OverlappingStay, IsNoneOfTheInterimBillsOfOneStay) {
  const Encounter one = part_of("S1", stay("Z1", "2023-03-01", "2023-03-10", Money::yuan(9000)));
  const Encounter two = part_of("S1", stay("Z2", "2023-03-01", "2023-03-20", Money::yuan(9000)));
  EXPECT_EQ(found({one, two}), "");
  EXPECT_EQ(found({one, at("H2", two)}), "overlapping-stay Z1") << "its number is its institution's";
  EXPECT_EQ(found({one, two, at("H2", stay("Z3", "2023-03-05", "2023-03-15", Money::yuan(1)))}), "overlapping-stay Z1")
      << "a stay is named once";
  EXPECT_EQ(found({one, part_of("S1", stay("Z2", "2023-03-01", "2023-03-10", Money::yuan(9000)))}),
            "duplicate-claim Z1");
}

TEST(TwoPlaces, AreAStayAndCareElsewhereOnADayWithinIt) {
  const Encounter hospital = stay("Z1", "2023-03-01", "2023-03-10", Money::yuan(9000));
  const auto clinic = [](std::string_view date) { return at("H2", visit("E2", date, Money::yuan(80))); };
  EXPECT_EQ(found({hospital, clinic("2023-03-02")}), "two-places Z1");
  EXPECT_EQ(found({hospital, clinic("2023-03-09")}), "two-places Z1");
  EXPECT_EQ(found({hospital, clinic("2023-03-01")}), "") << "the day of admission";
  EXPECT_EQ(found({hospital, clinic("2023-03-10")}), "") << "the day of discharge";
  EXPECT_EQ(found({hospital, at("H1", clinic("2023-03-05"))}), "") << "of the same institution";
  EXPECT_EQ(found({hospital, at("", clinic("2023-03-05"))}), "") << "nobody knows where";
  EXPECT_EQ(found({hospital, at("H2", stay("Z2", "2023-03-05", "2023-03-05", Money::yuan(80)))}), "two-places Z1");
  EXPECT_EQ(found({clinic("2023-03-05"), hospital}), "two-places E2") << "whichever was settled first";
  EXPECT_EQ(found({clinic("2023-03-05"), at("H3", visit("E3", "2023-03-05", Money::yuan(80)))}), "")
      << "two clinics on one day";
}

// The day on which one interim bill ends and the next begins lies within the stay; each visit is told once.
TEST(TwoPlaces, SeeTheStayBehindItsInterimBills) {
  const Encounter one = part_of("S1", stay("Z1", "2023-03-01", "2023-03-10", Money::yuan(9000)));
  const Encounter two = part_of("S1", stay("Z2", "2023-03-10", "2023-03-20", Money::yuan(9000)));
  const Encounter three = part_of("S1", stay("Z3", "2023-03-01", "2023-03-30", Money::yuan(9000)));
  const Encounter clinic = at("H2", visit("E1", "2023-03-10", Money::yuan(80)));
  EXPECT_EQ(found({one, clinic}), "");
  EXPECT_EQ(found({one, two, clinic}), "two-places Z1");
  EXPECT_EQ(found({one, clinic, two}), "two-places E1");
  EXPECT_EQ(found({one, clinic, two, three}), "");
}

// Of what a file keeps between two requests less is known, and enough to say no.
TEST(Repetition, MayBeWhereverItIs) {
  const std::vector<Encounter> all{
      visit("E1", "2023-03-05", Money::yuan(80)),
      at("H2", visit("E2", "2023-03-10", Money::yuan(80))),
      at("H2", visit("E3", "2023-03-11", Money::yuan(80))),
      at("H2", visit("E4", "2023-03-20", Money::yuan(80))),
      part_of("S1", stay("Z1", "2023-03-01", "2023-03-10", Money::yuan(9000))),
      part_of("S1", stay("Z2", "2023-03-11", "2023-03-20", Money::yuan(9000))),
      part_of("S1", stay("Z3", "2023-03-20", "2023-03-20", Money::yuan(9000))),
      at("H2", stay("Z4", "2023-03-04", "2023-03-05", Money::yuan(9000))),
      at("H3", stay("Z5", "2023-03-10", "2023-03-12", Money::yuan(9000))),
      at("H3", stay("Z6", "2023-04-10", "2023-04-12", Money::yuan(9000))),
      visit("E5", "2023-03-05", Money::yuan(80)),
      visit("E6", "2023-03-05", Money::yuan(81)),
  };
  std::size_t repeated = 0;
  std::size_t passed = 0;
  for (std::size_t from = 0; from < all.size(); ++from) {
    std::vector<Claim> before;
    std::vector<Claim> kept;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Claim claim = claim_of(all[(from + i) % all.size()]);
      const bool repeats = !repetitions_of(claim, before).empty();
      const bool may = may_repeat(claim, kept);
      EXPECT_TRUE(may || !repeats) << claim.name.id << " after " << i;
      repeated += repeats ? 1U : 0U;
      passed += may ? 0U : 1U;
      before.push_back(claim);
      kept.push_back({.days = claim.days, .likeness = claim.likeness});
    }
  }
  EXPECT_GT(repeated, 30U);
  EXPECT_GT(passed, 30U);
}

TEST(Claims, OfVisitsAreKeptForAYearAndStaysForGood) {
  std::vector<Claim> claims;
  const auto note = [&claims](const Encounter& encounter) { note_claim(claims, claim_of(encounter)); };
  note(stay("Z1", "2020-03-01", "2020-03-10", Money::yuan(1)));
  note(visit("E1", "2022-03-04", Money::yuan(1)));
  note(visit("E2", "2022-03-05", Money::yuan(1)));
  note(visit("E3", "2023-03-06", Money::yuan(1)));
  ASSERT_EQ(claims.size(), 3U);
  EXPECT_EQ(claims[0].name.id, "Z1");
  EXPECT_EQ(claims[1].name.id, "E2") << "366 days before";
  note(visit("E0", "2022-03-04", Money::yuan(1)));
  EXPECT_EQ(claims.size(), 3U) << "what comes too late is compared, and not kept";
}

TEST(Claims, OfVisitsAreNeverMoreThanTheDaysTheyAreKept) {
  std::vector<Claim> claims;
  note_claim(claims, claim_of(visit("first", "2023-03-04", Money::yuan(1))));
  for (int i = 0; i < 400; ++i) {
    note_claim(claims, claim_of(visit("E" + std::to_string(i), "2023-03-05", Money::yuan(i))));
  }
  EXPECT_EQ(claims.size(), 366U);
  EXPECT_EQ(claims.front().name.id, "E34") << "the earliest day goes first, then the earlier claim";
  EXPECT_EQ(claims.back().name.id, "E399");
}

policy::Table says(OnRepetition answer) {
  return {{}, {day("2020-01-01")}, {{static_cast<std::int64_t>(answer), 0, policy::Cell::Kind::word}}};
}

TEST(Repetition, IsWhatThePoolSaysOfIt) {
  policy::Pool pool;
  const Claim claim = claim_of(visit());
  const std::vector<Claim> before{claim_of(visit())};
  const auto judged = [&] { return judged_repetitions(pool, claim, day("2023-03-05"), before); };
  EXPECT_TRUE(judged()->empty()) << "packs without a word look for nothing";
  pool.duplicate_claim = says(OnRepetition::warn);
  EXPECT_EQ(judged()->size(), 1U);
  pool.duplicate_claim = says(OnRepetition::refuse);
  ASSERT_FALSE(judged());
  EXPECT_EQ(judged().error().code, ErrorCode::duplicate_claim);
  EXPECT_NE(judged().error().message.zh.find("“E1”（机构 H1）"), std::string::npos) << judged().error().message.zh;
}

// Rejected, it leaves nothing behind: no year's counters, and no claim that a third could repeat.
TEST(Repetition, ThatIsRefusedPaysNothingAndIsNoClaim) {
  policy::Pool pool = testing::shipped_pool(370600);
  pool.overlapping_stay = says(OnRepetition::refuse);
  const auto facts = testing::case_of(testing::retired(), {stay("Z1", "2023-03-01", "2023-03-10", Money::yuan(9000)),
                                                           stay("Z2", "2023-03-05", "2023-03-20", Money::yuan(9000)),
                                                           stay("Z3", "2023-03-15", "2023-03-20", Money::yuan(9000))});
  const auto bills = settle_case(pool, facts);
  ASSERT_EQ(bills[1].status, BillStatus::rejected);
  EXPECT_EQ(bills[1].error->code, ErrorCode::overlapping_stay);
  EXPECT_EQ(bills[1].error->where, "$.encounters[1]");
  EXPECT_EQ(bills[2].status, BillStatus::settled);
  EXPECT_TRUE(bills[2].repeated.empty());
}

}  // namespace
}  // namespace yidan::benefit
