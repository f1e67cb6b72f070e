// How long does it take to settle a year's bills again under a draft, from memory? A million bills of Heze's residents,
// each folded under the packs in force and under the draft. The limit is the kernel on the same bills, which knows no
// stays, warnings or repetitions and reads no encounter.

#include "bench/harness.h"
#include "benefit/kernel/run.h"
#include "books/refold.h"
#include "policy/load.h"
#include "testing/encounters.h"
#include "testing/packs.h"
#include "testing/values.h"

namespace {

using namespace yidan;  // NOLINT

constexpr std::size_t kPersons = 125'000;
constexpr std::size_t kBills = 8;  // of each

policy::Policy draft_of_heze() {
  policy::Source packs = testing::shipped_packs();
  std::string& cap = packs.files.at("371700-heze/resident-outpatient/cap.yaml");
  cap.replace(cap.find("\"200.00\""), 8, "\"300.00\"");
  auto policy = policy::load_policy(packs);
  bench::require(policy.has_value(), "the draft compiles");
  return std::move(*policy);
}

Case resident() {
  Case facts;
  facts.pool = Region(371700);
  facts.person.id = "P";
  facts.person.coverage.push_back({Scheme::resident, Status::adult, {testing::day("2020-01-01")}});
  return facts;
}

Encounter visit(std::size_t number) {
  const Date first = testing::day("2023-01-10");
  const Date day = Date::from_days(first.days() + static_cast<std::int32_t>(number) * 30);
  const Money price = Money::fen(4'000 + static_cast<std::int64_t>(number) * 1'731);
  Encounter encounter = testing::visit("E" + std::to_string(number), to_text(day), price);
  encounter.provider = testing::designated(Care::outpatient, Region(371700), 1);
  return encounter;
}

Money paid_by(const policy::Pool& pool, const Case& facts, const std::vector<exchange::Content>& entries) {
  Money sum;
  const auto pool_on = [&pool](Date) -> Result<const policy::Pool*> { return &pool; };
  const auto refolded = books::refold(pool, pool_on, facts, entries);
  for (const books::PaidBill& bill : refolded.value().bills) {
    for (const Money amount : bill.by_fund) sum += amount;
  }
  return sum;
}

// The same bills as claims of the kernel.
class Claims {
 public:
  Claims(const policy::Pool& pool, const Case& facts, const std::vector<exchange::Content>& entries) : plan_(pool) {
    benefit::Past past = benefit::opening_past(pool, facts.person, {});
    for (const exchange::Content& entry : entries) {
      const auto& encounter = std::get<Encounter>(entry);
      const auto situation = benefit::situate(pool, facts.person, past, encounter);
      one_.push_back({.slot = plan_.intern(situation, 0, 0), .policy_scope = encounter.lines.front().price.in_fen()});
    }
    for (std::uint32_t person = 0; person < kPersons; ++person) {
      for (benefit::kernel::Claim claim : one_) {
        claim.person = person;
        all_.push_back(claim);
      }
    }
    paid_.resize(all_.size());
  }

  Money run() {
    counters_.assign(plan_.stride() * kPersons, 0);
    benefit::kernel::run(plan_, all_, counters_, paid_);
    std::int64_t sum = 0;
    for (const std::int64_t each : paid_) sum += each;
    return Money::fen(sum);
  }

 private:
  benefit::kernel::Plan plan_;
  std::vector<benefit::kernel::Claim> one_;
  std::vector<benefit::kernel::Claim> all_;
  std::vector<std::int64_t> counters_;
  std::vector<std::int64_t> paid_;
};

}  // namespace

int main() {
  const policy::Policy draft = draft_of_heze();
  const policy::Pool& before = testing::shipped_pool(371700);
  const policy::Pool& after = *draft.find(Region(371700));
  const Case facts = resident();
  std::vector<exchange::Content> entries;
  for (std::size_t i = 0; i < kBills; ++i) entries.emplace_back(visit(i));
  Claims now(before, facts, entries);
  Claims then(after, facts, entries);
  const Money cost = now.run();
  const Money more = then.run();
  bench::require(more > cost, "the draft costs something");
  const auto fold_all = [&] {
    Money sum_before;
    Money sum_after;
    for (std::size_t person = 0; person < kPersons; ++person) {
      sum_before += paid_by(before, facts, entries);
      sum_after += paid_by(after, facts, entries);
    }
    bench::require(sum_before == cost && sum_after == more, "the fold pays what the kernel pays");
  };
  bench::compare("a year's bills again under a draft, one core", static_cast<double>(kPersons * kBills),
                 {{"the kernel, both sets of packs",
                   [&] { bench::require(now.run() == cost && then.run() == more, "the kernel pays the same"); }},
                  {"the fold of the books, both sets of packs", fold_all}},
                 3);
  return 0;
}
