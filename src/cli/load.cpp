#include "cli/load.h"

#include <chrono>
#include <cstdio>

#include "cli/terminal.h"

namespace yidan::cli {

std::optional<policy::Policy> load(const std::string& packs, Language language) {
  auto loaded = policy::load_policy(find_packs(packs));
  if (loaded) return std::move(*loaded);
  for (const policy::Problem& problem : loaded.error()) {
    std::fprintf(stderr, "%s\n", to_text(problem, language).c_str());
  }
  complain({"政策包有错误，不能使用：请先运行 yidan policy check",
            "the packs have errors and cannot be used: see yidan policy check"},
           language);
  return std::nullopt;
}

std::string today() {
  constexpr std::chrono::hours beijing{8};
  const auto now = std::chrono::system_clock::now() + beijing;
  const auto days = std::chrono::floor<std::chrono::days>(now).time_since_epoch().count();
  return to_text(Date::from_days(static_cast<std::int32_t>(days)));
}

}  // namespace yidan::cli
