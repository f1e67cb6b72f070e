// What the tests of batches share: the shipped pools, and a run over a text in one go.
#pragma once

#include <vector>

#include "batch/run.h"
#include "policy/policy.h"
#include "testing/packs.h"

namespace yidan::batch {

inline constexpr std::int32_t kYantai = 370600;
inline constexpr std::int32_t kHeze = 371700;

struct Refused {
  std::size_t line;
  std::string raw;
  Refusal refusal;
};

struct Ran {
  std::string out;
  std::vector<Refused> refused;
  std::optional<Error> fault;
  Counts counts;
};

inline Ran run_text(Job& job, Format format, std::string_view text) {
  Ran ran;
  Run run(job, format, [&ran](const Row& row, const Refusal& refusal) {
    ran.refused.push_back({row.line, std::string(row.raw), refusal});
  });
  if (!run.push(text, ran.out) || !run.finish(ran.out)) ran.fault = run.fault();
  ran.counts = run.counts();
  return ran;
}

}  // namespace yidan::batch
