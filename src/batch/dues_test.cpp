#include "batch/dues.h"

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "batch/summary.h"
#include "batch/test_support.h"
#include "testing/packs.h"
#include "testing/values.h"

namespace yidan::batch {
namespace {

using ::testing::HasSubstr;

constexpr std::string_view kHeading = "id,born,status,category,category_from,exempt,enrolled,paid_on\n";

using testing::day;

std::string answers(std::string_view row, std::string_view on = "2022-12-31") {
  DuesJob job(testing::shipped_pool(kHeze), 2022, day(on));
  const Ran ran = run_text(job, Format::csv, std::string(kHeading) + std::string(row) + "\n");
  const std::string heading = "id,insured_year,part,payer,amount,rule,basis,standard_year\n";
  EXPECT_EQ(ran.out.substr(0, heading.size()), heading);
  return ran.out.substr(heading.size());
}

struct Charged {
  const char* what;
  std::string_view row;
  std::string_view dues;
};

const std::vector<Charged> kCharged{
    {"an adult who paid in the window", "P,1990-01-01,adult,,,,,2021-11-20",
     "P,2022,individual,person,320.00,resident.individual,cited,2021\n"
     "P,2022,government,treasury,580.00,resident.government,cited,2021\n"},
    {"an adult who paid after 30 June", "P,1990-01-01,adult,,,,,2022-07-01",
     "P,2022,individual,person,320.00,resident.individual,cited,2021\n"
     "P,2022,government,person,580.00,resident.government,cited,2021\n"},
    {"an adult who has not paid", "P,1990-01-01,adult,,,,,",
     "P,2022,individual,person,320.00,resident.individual,cited,2021\n"
     "P,2022,government,person,580.00,resident.government,cited,2021\n"},
    {"a newborn, late in the year", "P,2022-05-01,newborn,,,,,2022-10-30",
     "P,2022,individual,person,320.00,resident.individual,cited,2021\n"
     "P,2022,government,treasury,580.00,resident.government,cited,2021\n"},
    {"who is destitute pays nothing", "P,1990-01-01,adult,destitute,,,,",
     "P,2022,individual,assistance,320.00,resident.individual,cited,2021\n"
     "P,2022,government,treasury,580.00,resident.government,cited,2021\n"},
    {"a minimum-living allowance pays a part", "P,1990-01-01,adult,minimum-living,2021-05-01,,,2021-10-12",
     "P,2022,individual,person,224.00,resident.individual,cited,2021\n"
     "P,2022,individual,assistance,96.00,resident.individual,cited,2021\n"
     "P,2022,government,treasury,580.00,resident.government,cited,2021\n"},
    {"a category that came after the payment", "P,1990-01-01,adult,minimum-living,2022-05-01,,,2021-10-12",
     "P,2022,individual,person,320.00,resident.individual,cited,2021\n"
     "P,2022,government,treasury,580.00,resident.government,cited,2021\n"},
};

TEST(DuesJob, ChargesEachPartToWhoBearsIt) {
  for (const Charged& each : kCharged) EXPECT_EQ(answers(each.row), each.dues) << each.what;
}

TEST(DuesJob, PaymentAfterTheDayOfTheRunIsNotKnownYet) {
  EXPECT_THAT(answers("P,1990-01-01,adult,,,,,2022-07-05", "2022-06-30"), HasSubstr("government,treasury"));
  EXPECT_THAT(answers("P,1990-01-01,adult,,,,,2022-07-05", "2022-07-05"), HasSubstr("government,person"));
}

// Born on 2022-12-20: the premium of 2022 may be paid until 2023-06-20.
TEST(DuesJob, NewbornsMayBePaidForAfterNewYear) {
  EXPECT_EQ(answers("P,2022-12-20,newborn,,,,2023-02-01,2023-06-20", "2023-06-30"),
            "P,2022,individual,person,320.00,resident.individual,cited,2021\n"
            "P,2022,government,treasury,580.00,resident.government,cited,2021\n");
}

struct DuesMistake {
  std::string_view row;
  std::string_view code;
  std::string_view column;
};

const std::vector<DuesMistake> kDuesMistakes{
    {"P,1990-01-01,active,,,,,", "invalid-value", "status"},
    {"P,1990-01-01,adult,none,,,,", "invalid-value", "category"},
    {"P,1990-01-01,adult,destitue,,,,", "invalid-value", "category"},
    {"P,1990-01-01,adult,,2021-01-01,,,", "contradiction", "category_from"},
    {"P,1990-01-01,adult,,,yes,,", "contradiction", "exempt"},
    {"P,1990-01-01,adult,destitute,,maybe,,", "invalid-value", "exempt"},
    {"P,1990-01-01,adult,destitute,1989-12-31,,,", "contradiction", "category_from"},
    {"P,2023-01-01,newborn,,,,,", "contradiction", "born"},
    {"P,1990-01-01,adult,,,,1989-01-01,", "contradiction", "enrolled"},
    {"P,1990-01-01,adult,,,,2023-01-01,", "contradiction", "enrolled"},
    {"P,1990-01-01,adult,,,,2022-10-05,", "contradiction", "enrolled"},
    {"P,1990-01-01,adult,,,,,2023-01-01", "contradiction", "paid_on"},
    {"P,2022-12-20,newborn,,,,,2023-06-21", "contradiction", "paid_on"},
    {"P,2021-12-20,newborn,,,,,2023-02-10", "contradiction", "paid_on"},
    {"P,1990-01-01,adult,,,,,1989-12-31", "contradiction", "paid_on"},
    {"P,1990-01-01,adult,,,,,2022-13-01", "invalid-value", "paid_on"},
};

TEST(DuesJob, RefusesWhatCannotHold) {
  for (const DuesMistake& each : kDuesMistakes) {
    DuesJob job(testing::shipped_pool(kHeze), 2022, day("2022-09-30"));
    const Ran ran = run_text(job, Format::csv, std::string(kHeading) + std::string(each.row) + "\n");
    ASSERT_EQ(ran.refused.size(), 1U) << each.row;
    EXPECT_EQ(ran.refused[0].refusal.code, each.code) << each.row;
    EXPECT_EQ(ran.refused[0].refusal.column, each.column) << each.row;
    EXPECT_FALSE(ran.refused[0].refusal.message.zh.empty());
    EXPECT_FALSE(ran.refused[0].refusal.message.en.empty());
  }
}

TEST(DuesJob, RefusesEveryRowOfAYearWithoutStandard) {
  DuesJob job(testing::shipped_pool(kHeze), 2019, day("2019-12-31"));
  ASSERT_NE(job.obstacle(), nullptr);
  const Ran ran = run_text(job, Format::csv, "id,born,status\nP,1990-01-01,adult\n");
  ASSERT_EQ(ran.refused.size(), 1U);
  EXPECT_EQ(ran.refused[0].refusal.code, "no-rule");
}

TEST(DuesJob, CountsPayersAndWhoMustBeInsuredAndIsNot) {
  DuesJob job(testing::shipped_pool(kHeze), 2022, day("2022-12-31"));
  const Ran ran = run_text(job, Format::jsonl,
                           "{\"id\":\"1\",\"born\":\"1990-01-01\",\"status\":\"adult\"}\n"
                           "{\"id\":\"2\",\"born\":\"1990-01-01\",\"status\":\"adult\",\"category\":\"destitute\"}\n"
                           "{\"id\":\"3\",\"born\":\"1990-01-01\",\"status\":\"adult\",\"category\":\"monitored\"}\n"
                           "{\"id\":\"4\",\"born\":\"1990-01-01\",\"status\":\"adult\",\"category\":\"monitored\","
                           "\"exempt\":false,\"paid_on\":\"2022-01-05\"}\n");
  ASSERT_TRUE(ran.refused.empty());
  const auto payer = [&job](Payer asked) { return job.payers()[static_cast<std::size_t>(asked)]; };
  EXPECT_EQ(payer(Payer::person).persons, 3U);
  EXPECT_EQ(payer(Payer::person).sum, Money::yuan(320 * 3 + 580));
  EXPECT_EQ(payer(Payer::assistance).sum, Money::yuan(320));
  EXPECT_EQ(payer(Payer::treasury).persons, 3U);
  EXPECT_EQ(job.unpaid().persons, 2U);
  EXPECT_EQ(job.unpaid().sum, Money::yuan(320 + 580 + 320));
  const auto needy = [&job](Identity asked) { return job.needy()[static_cast<std::size_t>(asked)]; };
  EXPECT_EQ(needy(Identity::monitored).persons, 2U);
  EXPECT_EQ(needy(Identity::monitored).unpaid, 1U);
  EXPECT_EQ(needy(Identity::destitute).unpaid, 0U);
  Money sum;
  for (const PayerCount& each : job.payers()) sum += each.sum;
  EXPECT_EQ(sum, job.tally().total());
  const std::string json = summary_json(job, ran.counts);
  EXPECT_THAT(json, HasSubstr("\"must_be_insured\": ["));
  EXPECT_THAT(json, HasSubstr("\"unpaid_sum\": \"1220.00\""));
  EXPECT_THAT(summary_text(job, ran.counts, Language::zh), HasSubstr("应保尽保"));
}

TEST(DuesJob, SumThatDoesNotFitIsRefusedAndCountedNowhere) {
  Tally tally(testing::shipped_pool(kHeze));
  Group& group = tally.group({});
  tally.count(group, Money::max());
  EXPECT_THROW(tally.require_room_for(Money::fen(1)), Overflow);
  EXPECT_THROW(tally.count(group, Money::fen(1)), Overflow);
  EXPECT_EQ(tally.total(), Money::max());
  EXPECT_EQ(group.sum, Money::max());
  EXPECT_EQ(group.persons, 1U);
}

// The dues of a year as the standing of a record with its payment has them, as "part payer amount" lines.
std::string dues_of_standing(const policy::Pool& pool, int year, const Record& record) {
  std::string text;
  const auto standing = standing::derive(pool, record, Month::of(year, 12).last_day()).value();
  for (const auto& due : standing.dues) {
    if (due.insured_year != year) continue;
    text += std::string(code(due.part)) + "," + std::string(code(due.payer)) + "," + to_text(due.amount) + "\n";
  }
  return text;
}

TEST(DuesJob, ChargesWhatTheStandingOfTheSamePersonOwes) {
  constexpr unsigned seed = 20221122;
  std::mt19937_64 random(seed);
  const auto pick = [&random](int from, int to) { return from + static_cast<int>(random() % unsigned(to - from + 1)); };
  for (int i = 0; i < 4'000; ++i) {
    const int year = pick(2021, 2025);
    const auto& pool = testing::shipped_pool(std::array{370600, 370800, 371100, 371300, 371700}[random() % 5]);
    const Date first = first_of_year(year);
    const Date enrolled = Date::from_days(first.days() + pick(-120, 100));
    const auto status = std::array{Status::adult, Status::child, Status::student, Status::newborn}[random() % 4];
    const Date born = Date::from_days(enrolled.days() - (status == Status::newborn ? pick(0, 300) : pick(400, 30'000)));
    const auto category = static_cast<Identity>(random() % count_of<Identity>);
    const Date held_from = std::max(born, Date::from_days(first.days() + pick(-400, 300)));
    const bool exempt = category != Identity::none && random() % 2 == 0;
    const bool paid = random() % 2 == 0;
    const Date paid_on = Date::from_days(std::min(enrolled.days() + pick(-30, 300), first.days() + 364));
    if (paid && paid_on < born) continue;
    Record record;
    record.pool = pool.region;
    record.born = born;
    record.events.push_back(
        {enrolled, 0, EnrolEvent{.scheme = Scheme::resident, .status = status, .insured_year = year}});
    if (category != Identity::none)
      record.events.push_back(
          {held_from, 1, IdentityEvent{.category = category, .period = {held_from}, .exempt = exempt}});
    if (paid)
      record.events.push_back({paid_on, 2, PayEvent{.insured_year = year, .month = {}, .amount = Money::yuan(10'000)}});
    std::ranges::stable_sort(record.events, {}, &Event::on);
    DuesJob job(pool, year, Month::of(year, 12).last_day());
    const bool held = category != Identity::none;
    const Ran ran =
        run_text(job, Format::csv,
                 std::string(kHeading) + "P," + to_text(born) + "," + std::string(code(status)) + "," +
                     (held ? std::string(code(category)) + "," + to_text(held_from) : ",") + "," +
                     (exempt ? "yes" : "") + "," + to_text(enrolled) + "," + (paid ? to_text(paid_on) : "") + "\n");
    ASSERT_TRUE(ran.refused.empty()) << "seed " << seed << ", row " << i << ": " << ran.refused[0].refusal.message.en;
    std::string found;
    std::string_view rest = std::string_view(ran.out).substr(ran.out.find('\n') + 1);
    for (; !rest.empty(); rest.remove_prefix(rest.find('\n') + 1)) {
      std::string_view line = rest.substr(0, rest.find(",resident."));
      line.remove_prefix(std::string_view("P,2022,").size());
      found += std::string(line) + "\n";
    }
    EXPECT_EQ(found, dues_of_standing(pool, year, record)) << "seed " << seed << ", row " << i;
  }
}

}  // namespace
}  // namespace yidan::batch
