// How long does it take to prove every property of a pool on a day, on one core? And to hold two days against each
// other? The limits are 30 s and 60 s; the verdicts are checked before the time is taken.

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "bench/harness.h"
#include "prove/proof.h"
#include "testing/packs.h"
#include "testing/values.h"

namespace {

using namespace yidan;  // NOLINT

std::int64_t milliseconds() {
  const auto since = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
}

std::vector<Property> all_but_not_worse() {
  std::vector<Property> list;
  for (std::size_t i = 0; i < count_of<Property>; ++i) {
    if (static_cast<Property>(i) != Property::not_worse) list.push_back(static_cast<Property>(i));
  }
  return list;
}

void take_time(const policy::Pool& pool, const char* on, const char* than, Verdict expected) {
  const policy::Policy& packs = testing::shipped_policy();
  std::optional<prove::Target> other;
  if (than != nullptr) other.emplace(packs, pool, testing::day(than));
  const auto properties = than != nullptr ? std::vector{Property::not_worse} : all_but_not_worse();
  const std::int64_t begun = milliseconds();
  const auto report = prove::prove({packs, pool, testing::day(on)}, other, properties, milliseconds, always);
  const std::int64_t taken = milliseconds() - begun;
  bench::require(report.has_value() && !report->has(Verdict::unknown), "everything is decided");
  bench::require(report->proofs.back().verdict == expected, "the last verdict is as expected");
  std::printf("%-8s %s%s%s: %lld ms\n", pool.name.en.c_str(), on, than == nullptr ? "" : " against ",
              than == nullptr ? ", all properties" : than, static_cast<long long>(taken));
  for (const prove::Proof& proof : report->proofs) {
    std::printf("    %-24s %-8s %6lld ms, %zu situations\n", std::string(code(proof.property)).c_str(),
                std::string(code(proof.verdict)).c_str(), static_cast<long long>(proof.milliseconds), proof.situations);
  }
}

}  // namespace

int main() {
  for (const policy::Pool& pool : testing::shipped_policy().pools) {
    take_time(pool, "2023-06-01", nullptr, Verdict::proved);
  }
  take_time(testing::shipped_pool(370800), "2023-01-01", "2022-12-31", Verdict::proved);
  take_time(testing::shipped_pool(371100), "2023-03-01", "2023-02-28", Verdict::refuted);
  take_time(testing::shipped_pool(371300), "2026-01-01", "2025-12-31", Verdict::refuted);
  return 0;
}
