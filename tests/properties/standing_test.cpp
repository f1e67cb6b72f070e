// Properties of standings over random records of all pools, each named after its rule in the semantics. A failure
// prints its seed; YIDAN_PROPERTY_CASES sets how many records are tried.

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <map>
#include <set>
#include <tuple>

#include <gtest/gtest.h>

#include "standing/narrate.h"
#include "testing/files.h"
#include "testing/packs.h"
#include "tests/support/random_record.h"

namespace yidan {
namespace {

using standing::Standing;
using testing::Kind;

// Of a record whose money fits, as that of random ones does.
Standing derive(const policy::Pool& pool, const Record& record, Date as_of) {
  return standing::derive(pool, record, as_of).value();
}

constexpr std::uint64_t kRecords = 2000;

std::uint64_t record_count() {
  const char* asked = std::getenv("YIDAN_PROPERTY_CASES");
  return asked == nullptr ? kRecords : std::strtoull(asked, nullptr, 10);
}

using RecordCheck = std::function<void(const policy::Pool&, const Record&, testing::Choices&)>;

void for_random_records(Kind kind, const RecordCheck& check, std::uint64_t count = record_count()) {
  const auto& pools = testing::shipped_policy().pools;
  for (std::uint64_t seed = 1; seed <= count && !::testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    testing::Choices choices(seed);
    const policy::Pool& pool = pools[choices.pick(pools.size())];
    const Record record = testing::random_record(choices, pool.region, kind);
    if (!record.events.empty()) check(pool, record, choices);
  }
}

// A day on which something of the record is known: within it, or up to two years after.
Date random_as_of(const Record& record, testing::Choices& choices) {
  const Date first = record.events.front().on;
  const auto days = static_cast<std::size_t>(record.events.back().on.days() - first.days());
  return testing::plus(first, choices.pick(days + 700));
}

// What is known on the day.
Record known_on(const Record& record, Date day) {
  Record prefix = record;
  std::erase_if(prefix.events, [day](const Event& event) { return event.on > day; });
  return prefix;
}

std::string text_of(Period period) {
  return to_text(period.from) + ".." + (period.to == Date::never() ? "" : to_text(period.to));
}

// Everything that a standing says, a line each; of its warnings all but those about events that are not known yet.
std::vector<std::string> lines_of(const Standing& standing) {
  std::vector<std::string> lines;
  const auto add = [&lines](const standing::Reasoning& why, std::string line) {
    for (const policy::RuleId rule : why.rules) line += " " + std::to_string(rule);
    lines.push_back(std::move(line) + " " + narrate(why, Language::en));
  };
  for (const auto& cover : standing.cover) add(cover.why, "cover " + text_of(cover.period));
  for (const auto& gap : standing.gaps) add(gap.why, "gap " + text_of(gap.period));
  for (const auto& due : standing.dues) {
    const std::string whose = due.insured_year ? std::to_string(*due.insured_year) : to_text(due.month);
    add(due.why, "due " + whose + " " + to_text(due.amount) + (due.paid_on ? " paid " + to_text(*due.paid_on) : ""));
  }
  for (const auto& subsidy : standing.subsidies) {
    add(subsidy.why, "subsidy " + std::to_string(subsidy.insured_year) + " " + to_text(subsidy.amount));
  }
  for (const auto& entry : standing.account.entries) {
    add(entry.why, "entry " + to_text(entry.on) + " " + to_text(entry.amount));
  }
  for (const auto& identity : standing.identities) add(identity.why, "identity " + text_of(identity.period));
  lines.push_back("balance " + to_text(standing.account.balance));
  add(standing.years.why, "years " + std::to_string(standing.years.actual_months) + " " +
                              std::to_string(standing.years.deemed_months) + " " +
                              std::to_string(standing.years.topped_up_months));
  for (const auto& warning : standing.warnings) {
    if (warning.kind == WarningKind::after_as_of) continue;
    lines.push_back("warning " + std::to_string(static_cast<int>(warning.kind)) + " " + narrate(warning, Language::en));
  }
  return lines;
}

bool is_covered(const Standing& standing, Date day) {
  return std::ranges::any_of(standing.cover, [day](const auto& cover) { return cover.period.contains(day); });
}

// Cover and gaps, one after the other.
std::vector<std::pair<Period, bool>> line_of_time(const Standing& standing) {
  std::vector<std::pair<Period, bool>> line;
  for (const auto& cover : standing.cover) line.emplace_back(cover.period, true);
  for (const auto& gap : standing.gaps) line.emplace_back(gap.period, false);
  std::ranges::sort(line, {}, [](const auto& part) { return part.first.from; });
  return line;
}

TEST(StandingOf, P1_CoverAndGapsPartitionTheTimeSinceTheFirstEvent) {
  for_random_records(Kind::any, [](const policy::Pool& pool, const Record& record, testing::Choices& choices) {
    const Date as_of = random_as_of(record, choices);
    const Standing standing = derive(pool, record, as_of);
    const auto line = line_of_time(standing);
    ASSERT_FALSE(line.empty());
    ASSERT_LE(line.front().first.from, record.events.front().on);
    if (line.front().first.from < record.events.front().on) {
      ASSERT_TRUE(line.front().second) << "begins with cover";
    }
    for (std::size_t i = 0; i < line.size(); ++i) {
      ASSERT_LT(line[i].first.from, line[i].first.to);
      if (i > 0) {
        ASSERT_EQ(line[i - 1].first.to, line[i].first.from);
      }
    }
    const auto& [last, covered] = line.back();
    ASSERT_GT(last.to, as_of);
    if (!covered) {
      ASSERT_EQ(last.to, Date::never()) << "a gap that reaches the as-of day is open";
    }
  });
}

TEST(StandingOf, P1_CoverBeginsNeitherBeforeBirthNorDoesAnybodyHoldTwo) {
  for_random_records(Kind::any, [](const policy::Pool& pool, const Record& record, testing::Choices& choices) {
    const Standing standing = derive(pool, record, random_as_of(record, choices));
    for (const auto& cover : standing.cover) {
      ASSERT_GE(cover.period.from, record.born);
      ASSERT_EQ(scheme_of(cover.status), cover.scheme);
      if (cover.scheme == Scheme::resident) {
        ASSERT_LE(cover.period.to, first_of_year(cover.period.from.year() + 1)) << "a premium buys one year";
      }
    }
  });
}

TEST(StandingOf, P1_PrefixStandingIsTheStandingAsOfItsLastDay) {
  for_random_records(Kind::any, [](const policy::Pool& pool, const Record& record, testing::Choices& choices) {
    const Date day = record.events[choices.pick(record.events.size())].on;
    const Record prefix = known_on(record, day);
    ASSERT_EQ(lines_of(derive(pool, prefix, standing::as_of(prefix))), lines_of(derive(pool, record, day)));
  });
}

// A later fact may contradict an earlier one: a month that was taken as paid is not among those listed then, an
// identity has ended earlier. Where none does, what was known to be covered stays so; but for the month in hand of who
// pays alone, which is awaited until it is over.
TEST(StandingOf, P1_CoverOnceKnownIsNeverTakenBack) {
  for_random_records(Kind::plain, [](const policy::Pool& pool, const Record& record, testing::Choices& choices) {
    const Date earlier = random_as_of(record, choices);
    const Date later = testing::plus(earlier, choices.pick(500));
    const Standing before = derive(pool, record, earlier);
    const Standing after = derive(pool, record, later);
    for (const auto& cover : before.cover) {
      const bool pays_alone = cover.status == Status::flexible;
      const Date known = pays_alone ? Month::of(earlier).first_day() : testing::plus(earlier, 1);
      const Date end = std::min(cover.period.to, known);
      for (Date day = cover.period.from; day < end; day = testing::plus(day, 1)) {
        ASSERT_TRUE(is_covered(after, day))
            << to_text(day) << " was covered as of " << to_text(earlier) << " and is not as of " << to_text(later);
      }
    }
  });
}

// Retired already when the record begins: its months were counted elsewhere.
bool is_granted(const Record& record) {
  return std::ranges::any_of(record.events, [](const Event& event) {
    const auto* enrol = std::get_if<EnrolEvent>(&event.what);
    return enrol != nullptr && enrol->status == Status::retired;
  });
}

TEST(StandingOf, P4_MonthsCountOnce) {
  for_random_records(Kind::any, [](const policy::Pool& pool, const Record& record, testing::Choices& choices) {
    const Date as_of = random_as_of(record, choices);
    const auto& years = derive(pool, record, as_of).years;
    ASSERT_GE(years.actual_months, 0);
    ASSERT_GE(years.deemed_months, 0);
    const int counted = years.actual_months + years.deemed_months + years.topped_up_months;
    const int required = years.required_months.value_or(0);
    if (years.missing_months.value_or(0) > 0) {
      ASSERT_EQ(*years.missing_months, required - counted);
    } else if (years.missing_months && !is_granted(record)) {
      ASSERT_GE(counted, required);
    }
    Record twice = record;  // the same spans told twice
    twice.events.clear();
    for (const Event& event : record.events) {
      twice.events.push_back(event);
      const auto* deemed = std::get_if<DeemedEvent>(&event.what);
      const auto* transfer = std::get_if<TransferEvent>(&event.what);
      const bool deemed_span = deemed != nullptr && deemed->span && !deemed->months;
      if (deemed_span || (transfer != nullptr && transfer->span)) twice.events.push_back(event);
    }
    const auto& again = derive(pool, twice, as_of).years;
    ASSERT_EQ(years.actual_months, again.actual_months);
    ASSERT_EQ(years.deemed_months, again.deemed_months);
    ASSERT_EQ(years.missing_months, again.missing_months);
  });
}

TEST(StandingOf, P4_SpansOfMonthsNeverCountForMoreThanTheyHold) {
  for_random_records(Kind::any, [](const policy::Pool& pool, const Record& record, testing::Choices& choices) {
    Record spans = record;
    std::erase_if(spans.events, [](const Event& event) {
      const auto* transfer = std::get_if<TransferEvent>(&event.what);
      const auto* deemed = std::get_if<DeemedEvent>(&event.what);
      return (transfer != nullptr && !transfer->span) || (deemed != nullptr && !deemed->span) ||
             std::holds_alternative<EmployEvent>(event.what) || std::holds_alternative<EnrolEvent>(event.what);
    });
    if (spans.events.empty()) return;
    const Date as_of = random_as_of(spans, choices);
    std::set<Month> months;
    for (const Event& event : spans.events) {
      const auto* transfer = std::get_if<TransferEvent>(&event.what);
      const auto* deemed = std::get_if<DeemedEvent>(&event.what);
      const auto& span = transfer != nullptr ? transfer->span : deemed != nullptr ? deemed->span : std::nullopt;
      if (!span || event.on > as_of) continue;
      for (Month month = span->from; month < span->to; ++month) months.insert(month);
    }
    const auto& years = derive(pool, spans, as_of).years;
    ASSERT_LE(static_cast<std::size_t>(years.actual_months + years.deemed_months), months.size());
  });
}

TEST(StandingOf, P5_BalanceIsTheSumOfItsEntriesAndNeverNegative) {
  for_random_records(Kind::any, [](const policy::Pool& pool, const Record& record, testing::Choices& choices) {
    const Date as_of = random_as_of(record, choices);
    const auto& account = derive(pool, record, as_of).account;
    ASSERT_EQ(account.opening, record.account_balance);
    Money balance = account.opening;
    Date day = Date::from_days(INT32_MIN);
    for (const auto& entry : account.entries) {
      ASSERT_GE(entry.on, day) << "entries stand in the order of their days";
      ASSERT_LE(entry.on, as_of);
      day = entry.on;
      if (entry.kind == standing::AccountEntry::Kind::credit) balance += entry.amount;
      if (entry.kind == standing::AccountEntry::Kind::debit) balance -= entry.amount;
      ASSERT_GE(balance, Money{});
    }
    ASSERT_EQ(account.balance, balance);
  });
}

TEST(StandingOf, P6_PartsOfAPremiumAddUp) {
  for_random_records(Kind::any, [](const policy::Pool& pool, const Record& record, testing::Choices& choices) {
    const Standing standing = derive(pool, record, random_as_of(record, choices));
    std::map<std::pair<int, DuePart>, Money> parts;
    std::map<int, Money> assisted;
    for (const auto& due : standing.dues) {
      ASSERT_GT(due.amount, Money{}) << "parts of 0.00 are left out";
      if (!due.insured_year) continue;
      parts[{*due.insured_year, due.part}] += due.amount;
      if (due.payer == Payer::assistance) assisted[*due.insured_year] += due.amount;
    }
    for (const auto& [part, sum] : parts) {
      const auto& table =
          part.second == DuePart::government ? pool.people.resident_government : pool.people.resident_individual;
      const policy::Cell* standard = table.find({}, first_of_year(part.first));
      ASSERT_NE(standard, nullptr) << part.first;
      ASSERT_EQ(sum, standard->money()) << part.first;
    }
    std::map<int, Money> subsidies;
    for (const auto& subsidy : standing.subsidies) {
      if (subsidy.payer == Payer::assistance) subsidies[subsidy.insured_year] += subsidy.amount;
    }
    ASSERT_EQ(assisted, subsidies);
  });
}

TEST(StandingOf, P6_AMonthIsOwedOnceByEachPayer) {
  for_random_records(Kind::any, [](const policy::Pool& pool, const Record& record, testing::Choices& choices) {
    const Standing standing = derive(pool, record, random_as_of(record, choices));
    std::set<std::tuple<Month, DuePart, Payer>> owed;
    for (const auto& due : standing.dues) {
      if (due.insured_year) continue;
      ASSERT_TRUE(owed.emplace(due.month, due.part, due.payer).second) << to_text(due.month);
    }
  });
}

// What these properties say would be little if the random records did not meet the rules.
TEST(StandingOf, TheRandomRecordsReachEveryKindOfFinding) {
  std::set<standing::Saying> said;
  std::set<WarningKind> warned;
  const RecordCheck note_all = [&](const policy::Pool& pool, const Record& record, testing::Choices& choices) {
    const Standing standing = derive(pool, record, random_as_of(record, choices));
    const auto note = [&said](const auto& findings) {
      for (const auto& finding : findings) said.insert(finding.why.saying);
    };
    note(standing.cover);
    note(standing.gaps);
    note(standing.dues);
    note(standing.subsidies);
    note(standing.account.entries);
    note(standing.identities);
    said.insert(standing.years.why.saying);
    for (const auto& warning : standing.warnings) warned.insert(warning.kind);
  };
  for_random_records(Kind::any, note_all, 10 * kRecords);
  said.insert(standing::Saying::cover_without_window);  // every year of the random records has a window
  for (std::size_t i = 1; i + 1 < standing::kSayings; ++i) {
    EXPECT_TRUE(said.contains(static_cast<standing::Saying>(i))) << "no record led to saying " << i;
  }
  for (std::size_t i = 0; i < count_of<WarningKind>; ++i) {
    EXPECT_TRUE(warned.contains(static_cast<WarningKind>(i))) << code(static_cast<WarningKind>(i));
  }
}

}  // namespace
}  // namespace yidan
