// How long does a city wait for its monthly credit? A million persons as CSV in memory to their credits as CSV in
// memory, by the rules of the packs; beside a loop in which rates, bounds and the layout of the text are written down
// and nothing is checked.

#include <cstring>
#include <random>

#include <sys/resource.h>

#include "batch/credit.h"
#include "batch/run.h"
#include "bench/harness.h"
#include "testing/packs.h"

namespace {

using namespace yidan;  // NOLINT

constexpr std::size_t kPersons = 1'000'000;
constexpr std::size_t kBlock = 1U << 18U;
constexpr std::uint64_t kSeed = 370'600;

std::string city() {
  std::mt19937_64 random(kSeed);
  const auto pick = [&random](int from, int to) {
    return from + static_cast<int>(random() % static_cast<std::uint64_t>(to - from + 1));
  };
  std::string text = "id,born,status,monthly_wage\n";
  for (std::size_t i = 0; i < kPersons; ++i) {
    const Date born = Date::from_days(first_of_year(pick(1935, 2004)).days() + pick(0, 364));
    const bool retired = born.year() <= 1963;
    text += "W370602" + std::to_string(10'000'000 + i) + "," + to_text(born) + (retired ? ",retired," : ",active,");
    if (!retired) text += to_text(Money::fen(pick(200'000, 4'000'000)));
    text += '\n';
  }
  return text;
}

void credit(const policy::Pool& pool, std::string_view persons, std::string& out) {
  batch::CreditJob job(pool, Month::of(2023, 3));
  batch::Run run(job, batch::Format::csv, [](const batch::Row&, const batch::Refusal&) {});
  out.clear();
  for (; !persons.empty(); persons.remove_prefix(std::min(kBlock, persons.size()))) {
    bench::require(run.push(persons.substr(0, kBlock), out), "the heading is refused");
  }
  bench::require(run.finish(out) && run.counts().answered == kPersons, "a person is refused");
}

// The limit: Yantai in March 2023, ages on the last day of the month.
class Loop {
 public:
  explicit Loop(std::string& out) : out_(out) {}

  void run(std::string_view persons) {
    out_.clear();
    out_ += "id,month,credit,rule,basis\n";
    const char* at = persons.data() + persons.find('\n') + 1;
    const char* end = persons.data() + persons.size();
    while (at < end) at = person(at);
  }

 private:
  static std::int64_t number(const char* at, int digits) {
    std::int64_t value = 0;
    for (int i = 0; i < digits; ++i) value = value * 10 + (at[i] - '0');
    return value;
  }

  const char* person(const char* at) {
    const char* comma = static_cast<const char*>(std::memchr(at, ',', 64));
    out_.append(at, comma);
    const std::int64_t month_and_day = number(comma + 6, 2) * 100 + number(comma + 9, 2);
    const std::int64_t age = 2023 - number(comma + 1, 4) - (month_and_day > 331 ? 1 : 0);
    const char* status = comma + 12;
    if (*status == 'r') {
      write(age * 150, "account.credit-by-age", "cited");
      return status + 9;  // "retired,\n"
    }
    const char* digit = status + 7;
    std::int64_t wage = 0;
    for (; *digit != '\n'; ++digit) {
      if (*digit != '.') wage = wage * 10 + (*digit - '0');
    }
    active(age, wage);
    return digit + 1;
  }

  void active(std::int64_t age, std::int64_t wage) {
    constexpr std::int64_t year = 84'831'00;  // the province's average wage
    constexpr std::int64_t scale = 12'000'000;
    constexpr std::int64_t floor = year * 600'000;
    constexpr std::int64_t ceiling = year * 3'000'000;
    const std::int64_t rate = age < 35 ? 21'500 : age < 45 ? 23'500 : 27'000;
    const std::int64_t exact = wage * scale;
    const std::int64_t base = std::min(std::max(exact, floor), ceiling);
    constexpr std::int64_t whole = scale * 1'000'000;
    const std::int64_t credit = (2 * base * rate + whole) / (2 * whole);
    write(credit,
          age < 35   ? "account.credit-active[age_from=0]"
          : age < 45 ? "account.credit-active[age_from=35]"
                     : "account.credit-active[age_from=45]",
          base == exact ? "cited" : "assumed");
  }

  void write(std::int64_t fen, std::string_view rule, std::string_view basis) {
    out_ += ",2023-03,";
    append(out_, Money::fen(fen));
    out_ += ',';
    out_ += rule;
    out_ += ',';
    out_ += basis;
    out_ += '\n';
  }

  std::string& out_;
};

}  // namespace

int main() {
  const policy::Policy& policy = testing::shipped_policy();
  const policy::Pool& yantai = *policy.find(Region(370'600));
  const std::string persons = city();
  std::string by_hand;
  std::string by_rules;
  Loop loop(by_hand);
  loop.run(persons);
  credit(yantai, persons, by_rules);
  bench::require(by_hand == by_rules, "the loop and the batch credit differently");
  std::printf("%zu persons, seed %llu, %.1f MB in, %.1f MB out\n", kPersons, static_cast<unsigned long long>(kSeed),
              static_cast<double>(persons.size()) / 1e6, static_cast<double>(by_rules.size()) / 1e6);
  bench::compare("monthly credit, CSV to CSV", static_cast<double>(kPersons),
                 {{"loop written by hand, nothing checked", [&] { loop.run(persons); }},
                  {"yidan, CSV to CSV", [&] { credit(yantai, persons, by_rules); }}},
                 7);
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  std::printf("most memory held, texts included: %.0f MB\n", static_cast<double>(used.ru_maxrss) / 1024);
  return 0;
}
