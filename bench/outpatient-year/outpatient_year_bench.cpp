// W1: one year of outpatient claims, rules from the pack, against a loop written by hand for exactly those rules.
//   outpatient_year_bench               checks all answers, then times
//   outpatient_year_bench --export FILE writes the claims as CSV for contenders outside C++ (peers.mjs)

#include <fstream>
#include <numeric>

#include "bench/harness.h"
#include "bench/outpatient-year/claims.h"
#include "bench/outpatient-year/sqlite_peer.h"
#include "benefit/kernel/run.h"
#include "benefit/settle.h"
#include "testing/packs.h"

namespace {

using namespace yidan;  // NOLINT
using bench::OutpatientClaim;

// The limit: the rules of 烟政办发〔2022〕17号 二（一） typed in, nothing else.
struct HandState {
  std::int64_t absorbed = 0;
  std::int64_t paid = 0;
};

std::int64_t round_ppm(std::int64_t exact) {
  return static_cast<std::int64_t>((static_cast<std::uint64_t>(exact) + 500'000U) / 1'000'000U);
}

void settle_by_hand(const std::vector<OutpatientClaim>& claims, std::vector<HandState>& state,
                    std::vector<std::int64_t>& paid) {
  constexpr std::int64_t deductible_by_level[] = {0, 500'00, 800'00, 800'00};
  constexpr std::int64_t ratio_by_level[] = {0, 700'000, 600'000, 500'000};
  constexpr std::int64_t cap = 1800'00;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const OutpatientClaim& claim = claims[i];
    HandState& person = state[claim.person];
    const std::int64_t base = claim.temporary ? claim.scope - round_ppm(claim.scope * 100'000) : claim.scope;
    const std::int64_t left = std::max<std::int64_t>(deductible_by_level[claim.level] - person.absorbed, 0);
    const std::int64_t absorbed = std::min(left, base);
    const std::int64_t ratio = ratio_by_level[claim.level] + (claim.retired ? 50'000 : 0);
    const std::int64_t fund =
        std::min(round_ppm((base - absorbed) * ratio), std::max<std::int64_t>(cap - person.paid, 0));
    person.absorbed += absorbed;
    person.paid += fund;
    paid[i] = fund;
  }
}

Encounter encounter_of(const OutpatientClaim& claim) {
  Encounter encounter;
  encounter.id = "C";
  encounter.date = Date::from_days(Date::of(2023, 1, 1)->days() + claim.day);
  encounter.provider.level = claim.level;
  encounter.provider.designated = {Designation::outpatient};
  encounter.place = claim.temporary ? Place::remote_temporary : Place::local;
  encounter.lines = {{.line_class = LineClass::a, .price = Money::fen(claim.scope)}};
  return encounter;
}

Person person_of(bool retired) {
  Person person;
  person.id = "P";
  person.coverage = {{Scheme::employee, retired ? Status::retired : Status::active, {*Date::of(2010, 1, 1)}}};
  return person;
}

struct KernelYear {
  benefit::kernel::Plan plan;
  std::vector<benefit::kernel::Claim> claims;
  std::vector<std::int64_t> counters;
};

KernelYear prepare(const policy::Pool& pool, const std::vector<OutpatientClaim>& claims) {
  KernelYear year{.plan = benefit::kernel::Plan(pool), .claims = {}, .counters = {}};
  const Person persons[] = {person_of(false), person_of(true)};
  benefit::kernel::SlotId slots[2][2][4] = {};
  for (std::uint8_t retired = 0; retired < 2; ++retired) {
    for (std::uint8_t temporary = 0; temporary < 2; ++temporary) {
      for (std::uint8_t level = 1; level <= 3; ++level) {
        const Encounter encounter = encounter_of({0, 0, level, temporary, retired, 0});
        slots[retired][temporary][level] =
            year.plan.intern(benefit::situate(pool, persons[retired], {}, encounter), 0, 0);
      }
    }
  }
  year.claims.reserve(claims.size());
  for (const OutpatientClaim& claim : claims) {
    year.claims.push_back({claim.person, slots[claim.retired][claim.temporary][claim.level], claim.scope, 0});
  }
  year.counters.assign(year.plan.stride() * bench::kPersons, 0);
  return year;
}

// The reference path, bill by bill: the authority that the kernel must agree with.
std::vector<std::int64_t> settle_by_reference(const policy::Pool& pool, const std::vector<OutpatientClaim>& claims) {
  const Person persons[] = {person_of(false), person_of(true)};
  std::vector<benefit::Past> pasts(bench::kPersons);
  std::vector<std::int64_t> paid;
  paid.reserve(claims.size());
  for (const OutpatientClaim& claim : claims) {
    auto settled = benefit::settle(pool, persons[claim.retired], std::move(pasts[claim.person]), encounter_of(claim),
                                   benefit::Recording::none);
    bench::require(settled.has_value(), "the reference refuses a claim");
    paid.push_back(settled->bill.fund_total.in_fen());
    pasts[claim.person] = std::move(settled->past);
  }
  return paid;
}

// The hand-written loop and the kernel over the claims in this order.
void time_loops(const char* title, const policy::Pool& pool, const std::vector<OutpatientClaim>& claims) {
  KernelYear year = prepare(pool, claims);
  std::vector<HandState> hand(bench::kPersons);
  std::vector<std::int64_t> paid_by_hand(claims.size());
  std::vector<std::int64_t> paid_by_kernel(claims.size());
  bench::compare(title, static_cast<double>(claims.size()),
                 {{"hand-written loop",
                   [&] {
                     std::ranges::fill(hand, HandState{});
                     settle_by_hand(claims, hand, paid_by_hand);
                   }},
                  {"yidan kernel, rules from the pack", [&] {
                     std::ranges::fill(year.counters, 0);
                     benefit::kernel::run(year.plan, year.claims, year.counters, paid_by_kernel);
                   }}});
  bench::require(paid_by_hand == paid_by_kernel, "kernel and hand-written loop differ");
}

void export_csv(const std::vector<OutpatientClaim>& claims, const char* file) {
  std::ofstream out(file);
  out << "seq,person,level,temporary,retired,scope\n";
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const OutpatientClaim& claim = claims[i];
    out << i << ',' << claim.person << ',' << int{claim.level} << ',' << int{claim.temporary} << ','
        << int{claim.retired} << ',' << claim.scope << '\n';
  }
}

}  // namespace

int main(int count, char** words) {
  const auto claims = bench::outpatient_year();
  if (count == 3 && std::string(words[1]) == "--export") {
    export_csv(claims, words[2]);
    return 0;
  }
  const policy::Policy& policy = testing::shipped_policy();
  const policy::Pool& pool = *policy.find(Region(370600));
  KernelYear year = prepare(pool, claims);
  std::vector<HandState> hand(bench::kPersons);
  std::vector<std::int64_t> paid_by_hand(claims.size());
  std::vector<std::int64_t> paid_by_kernel(claims.size());

  settle_by_hand(claims, hand, paid_by_hand);
  benefit::kernel::run(year.plan, year.claims, year.counters, paid_by_kernel);
  bench::require(paid_by_hand == paid_by_kernel, "kernel and hand-written loop differ");
  bench::require(settle_by_reference(pool, claims) == paid_by_hand, "reference and hand-written loop differ");
  const std::int64_t total = std::accumulate(paid_by_hand.begin(), paid_by_hand.end(), std::int64_t{0});
  bench::require(bench::sqlite_total(claims) == total, "SQLite and hand-written loop differ");
  std::printf("every contender pays %s yuan\n", to_grouped_text(Money::fen(total)).c_str());

  time_loops("W1: 1,000,000 outpatient claims of 125,000 persons, by day", pool, claims);
  auto by_person = claims;
  std::ranges::stable_sort(by_person, {}, &OutpatientClaim::person);
  time_loops("W1, the same claims person by person", pool, by_person);
  bench::compare("the same, bill by bill", static_cast<double>(claims.size()),
                 {{"yidan reference path", [&] { settle_by_reference(pool, claims); }},
                  {"SQLite, window SQL in memory", [&] { bench::sqlite_total(claims); }}},
                 3);
  return 0;
}
