// How long does it take to hold a day of a province's statements (1,750,000 settlements of 1,750 institutions) against
// the books, from rows in SQLite? The limit is a merge of two sorted arrays of the same entries, by hand. A tenth of
// the day beside it shows that the time grows as the number.

#include <map>

#include <sys/resource.h>

#include "base/temporary_folder.h"
#include "bench/harness.h"
#include "operations/reconciliation.h"
#include "operations/settled_rows.h"
#include "testing/packs.h"
#include "testing/values.h"
#include "tests/support/counter_desk.h"

namespace {

using namespace yidan;  // NOLINT
using reconciliation::Entry;

constexpr std::size_t kEach = 1'000;  // settlements of an institution
constexpr Region kYantai(370600);
constexpr const char* kDay = "2023-03-05";

std::string numbered(char letter, std::size_t i) {
  const std::string digits = std::to_string(i);
  return letter + std::string(19 - digits.size(), '0') + digits;
}

Entry entry_of(std::size_t i) {
  Entry entry{.settlement = numbered('S', i * 2654435761U % 10'000'000'000U), .visit = numbered('M', i)};
  entry.person = "psn_no_of_22_letters__";
  entry.message = "H37060000001202303051000080011";
  const auto total = static_cast<std::int64_t>(10'000 + i % 90'000);
  for (std::size_t k = 0; k < count_of<StatementColumn>; ++k)
    entry.columns.set(static_cast<StatementColumn>(k), Money());
  entry.columns.set(StatementColumn::total, Money::fen(total));
  entry.columns.set(StatementColumn::funds, Money::fen(total / 2));
  entry.columns.set(StatementColumn::basic, Money::fen(total / 2));
  entry.columns.set(StatementColumn::account, Money::fen(total / 4));
  entry.columns.set(StatementColumn::cash, Money::fen(total - total / 2 - total / 4));
  return entry;
}

// What an institution tells of it: one in a thousand is forgotten, one told that is none, one a fen off.
std::vector<Entry> told_by(std::size_t institution) {
  std::vector<Entry> lines;
  for (std::size_t i = 0; i < kEach; ++i) {
    Entry line = entry_of(institution * kEach + i);
    line.person.clear();
    line.message.clear();
    if (i == 7) continue;
    if (i == 8) line.settlement[0] = 'X';
    if (i == 9) line.columns.set(StatementColumn::funds, line.columns.of(StatementColumn::funds) + Money::fen(1));
    lines.push_back(std::move(line));
  }
  return lines;
}
constexpr std::int64_t kPlanted = 4;  // i == 8 is one that is missing on either side

struct Day {
  Day(const std::filesystem::path& file, std::size_t count) : institutions(count) {
    auto opened = store::open(file.string(), store::Access::create, testing::counting_clock());
    bench::require(opened.has_value(), "books can be made");
    kept = std::move(*opened);
    desk = testing::open_desk(*kept);
    std::vector<std::vector<store::Part>> changes;
    for (std::size_t h = 0; h < institutions; ++h) {
      changes.push_back({settled(h)});
      if (changes.size() == 20 || h + 1 == institutions) {
        const auto written = kept->append(changes);
        bench::require(written.has_value(), "rows can be written");
        changes.clear();
      }
      tell(h);
    }
  }

  static std::string name(std::size_t h) { return "H" + std::to_string(10'000'000'000 + h); }

  // The rows of an institution's day. They lie with one subject, where each has its own in books: what is read is the
  // same.
  static store::Part settled(std::size_t h) {
    store::Part part{.subject = {.pool = kYantai.code(), .id = "visits of " + name(h), .kind = "national/visit"}};
    part.facts = "{}";
    part.past = "{}";
    part.event = {.seq = 1, .kind = "settle", .key = "settle/" + name(h), .ref = "#1", .answer = "{}"};
    for (std::size_t i = 0; i < kEach; ++i) {
      part.rows.push_back(operations::settled_row(entry_of(h * kEach + i), name(h), testing::day(kDay), "310/11"));
    }
    return part;
  }

  void tell(std::size_t h) {
    exchange::StatementRequest request{.scope = {.pool = kYantai,
                                                 .provider = name(h),
                                                 .from = testing::day(kDay),
                                                 .to = testing::day(kDay),
                                                 .insurance = "310",
                                                 .clearing = "11"},
                                       .lines = told_by(h),
                                       .key = "told/" + name(h)};
    request.content = exchange::content_of(request);
    bench::require(operations::perform(*desk, request).has_value(), "a statement is kept");
  }

  void reconcile() const {
    const operations::ReconciliationQuery query{.pool = kYantai, .from = testing::day(kDay), .to = testing::day(kDay)};
    const auto report = operations::reconcile(*desk, query, always);
    bench::require(report && report->statements.size() == institutions, "every statement is compared");
    for (const auto& each : report->statements) bench::require(each.open() == kPlanted, "what was planted is found");
  }

  std::size_t institutions;
  std::unique_ptr<store::Store> kept;
  std::unique_ptr<operations::Desk> desk;
};

// Both sides of a day as sorted numbers and amounts, gone through once.
struct ByHand {
  explicit ByHand(std::size_t institutions) {
    for (std::size_t h = 0; h < institutions; ++h) {
      for (std::size_t i = 0; i < kEach; ++i) ours.push_back(pair_of(entry_of(h * kEach + i)));
      for (const Entry& each : told_by(h)) theirs.push_back(pair_of(each));
    }
    std::ranges::sort(ours);
    std::ranges::sort(theirs);
  }
  static std::pair<std::string, std::int64_t> pair_of(const Entry& entry) {
    return {entry.settlement, entry.columns.of(StatementColumn::funds).in_fen()};
  }
  void merge(std::int64_t expected) const {
    std::int64_t found = 0;
    auto a = ours.begin();
    auto b = theirs.begin();
    while (a != ours.end() || b != theirs.end()) {
      if (b == theirs.end() || (a != ours.end() && a->first < b->first)) {
        ++found;
        ++a;
      } else if (a == ours.end() || b->first < a->first) {
        ++found;
        ++b;
      } else {
        found += a->second == b->second ? 0 : 1;
        ++a;
        ++b;
      }
    }
    bench::require(found == expected, "the merge by hand finds what was planted");
  }
  std::vector<std::pair<std::string, std::int64_t>> ours;
  std::vector<std::pair<std::string, std::int64_t>> theirs;
};

long megabytes_at_most() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

void measure(const char* title, std::size_t institutions, const std::filesystem::path& folder) {
  const Day day(folder / ("day" + std::to_string(institutions) + ".db"), institutions);
  const long before = megabytes_at_most();
  day.reconcile();
  std::printf("%zu settlements: %ld MB at most, %ld before they were compared\n", institutions * kEach,
              megabytes_at_most(), before);
  const ByHand by_hand(institutions);
  bench::compare(
      title, static_cast<double>(institutions * kEach),
      {{"sorted arrays merged by hand", [&] { by_hand.merge(kPlanted * static_cast<std::int64_t>(institutions)); }},
       {"statements held against the books", [&] { day.reconcile(); }}},
      3);
}

}  // namespace

int main() {
  const TemporaryFolder folder;
  measure("a tenth of a day, settlements per second", 175, folder.path());
  measure("a day of a province, settlements per second", 1'750, folder.path());
  return 0;
}
