// Random person-years: the kernel and the reference path pay the same to the fen, or the program stops.

#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "testing/kernel_check.h"
#include "testing/packs.h"
#include "testing/random_case.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace yidan;  // NOLINT
  testing::Choices choices({data, size});
  const policy::Pool& pool = testing::shipped_policy().pools[choices.pick(testing::shipped_policy().pools.size())];
  const Case facts = testing::random_case(choices, pool.region);
  if (const auto difference = testing::KernelCheck(pool, facts).run()) {
    std::fprintf(stderr, "%s: %s\n", pool.folder.c_str(), difference->c_str());
    std::abort();
  }
  return 0;
}
