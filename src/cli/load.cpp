#include "cli/load.h"

#include <chrono>
#include <cstdio>
#include <span>

#include "base/visible.h"
#include "cli/terminal.h"
#include "policy/find_pool.h"
#include "policy/load.h"

namespace yidan::cli {

void complain(const policy::Problem& problem, Language language) {
  std::fprintf(stderr, "%s\n", harmless(to_text(problem, language)).c_str());
}

namespace {

void complain_of_packs(std::span<const policy::Problem> problems, Language language) {
  for (const policy::Problem& problem : problems) complain(problem, language);
  complain({"政策包有错误，不能使用：请先运行 yidan policy check",
            "the packs have errors and cannot be used: see yidan policy check"},
           language);
}

}  // namespace

std::optional<policy::Source> read_packs(const std::string& packs, Language language) {
  auto source = policy::read_folder(find_packs(packs));
  if (source) return std::move(*source);
  complain_of_packs({&source.error(), 1}, language);
  return std::nullopt;
}

std::optional<policy::Policy> compile(const policy::Source& packs, Language language, std::optional<Date> known) {
  auto loaded = policy::load_policy(packs, policy::Judging::now, known);
  if (loaded) return std::move(*loaded);
  complain_of_packs(loaded.error(), language);
  return std::nullopt;
}

std::optional<policy::Policy> load(const std::string& packs, Language language, std::optional<Date> known) {
  const auto source = read_packs(packs, language);
  return source ? compile(*source, language, known) : std::nullopt;
}

std::optional<Date> read_day(const std::string& text, Language language) {
  const auto day = parse_date(text);
  if (day) return *day;
  complain(day.error().message, language);
  return std::nullopt;
}

std::string today() {
  constexpr std::chrono::hours beijing{8};
  const auto now = std::chrono::system_clock::now() + beijing;
  const auto days = std::chrono::floor<std::chrono::days>(now).time_since_epoch().count();
  return to_text(Date::from_days(static_cast<std::int32_t>(days)));
}

const policy::Pool* find_pool(const policy::Policy& policy, const std::string& asked, Language language) {
  const auto found = policy::find_pool(policy, asked);
  if (found) return *found;
  complain(found.error().message, language);
  return nullptr;
}

}  // namespace yidan::cli
