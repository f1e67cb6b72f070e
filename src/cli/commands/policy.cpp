#include <cstdio>
#include <optional>

#include "cli/batch_files.h"
#include "cli/commands/commands.h"
#include "cli/load.h"
#include "cli/terminal.h"
#include "policy/load.h"
#include "policy/report/report.h"

namespace yidan::cli {
namespace {

void print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

std::optional<Date> read_day(const std::string& text, Language language) {
  const auto day = parse_date(text);
  if (day) return *day;
  complain(day.error().message, language);
  return std::nullopt;
}

}  // namespace

int policy_check(const PolicyOptions& options) {
  const auto loaded = policy::load_policy(find_packs(options.packs));
  if (loaded) {
    std::size_t rules = 0;
    for (const policy::Pool& pool : loaded->pools) rules += pool.rules.size();
    const std::string pools = std::to_string(loaded->pools.size());
    print(options.language == Language::zh
              ? "政策包无误：" + pools + " 个统筹区，" + std::to_string(rules) + " 条规则\n"
              : "the packs are sound: " + pools + " pools, " + std::to_string(rules) + " rules\n");
    return kAllSettled;
  }
  for (const policy::Problem& problem : loaded.error()) print(to_text(problem, options.language) + "\n");
  const std::string count = std::to_string(loaded.error().size());
  complain({"共 " + count + " 处错误", count + (loaded.error().size() == 1 ? " error" : " errors")}, options.language);
  return kSomeRejected;
}

int policy_show(const PolicyOptions& options) {
  const auto policy = load(options.packs, options.language);
  if (!policy) return kWrongUse;
  const policy::Pool* pool = find_pool(*policy, options.pool, options.language);
  const auto day = read_day(options.on.empty() ? today() : options.on, options.language);
  if (pool == nullptr || !day) return kWrongUse;
  const bool json = options.as == "json";
  print(json ? show_json(*pool, *day, options.language) : show_text(*policy, *pool, *day, options.language));
  return kAllSettled;
}

int policy_clauses(const PolicyOptions& options) {
  const auto policy = load(options.packs, options.language);
  if (!policy) return kWrongUse;
  std::string out;
  for (const policy::Citation& citation : citations(*policy)) {
    out += citation.clause + "\t" + citation.region + "\t" + citation.rule + "\n";
  }
  print(out);
  return kAllSettled;
}

int policy_documents(const PolicyOptions& options) {
  const auto policy = load(options.packs, options.language);
  if (!policy) return kWrongUse;
  const bool json = options.as == "json";
  print(json ? documents_json(*policy, options.language) : documents_text(*policy, options.language));
  return kAllSettled;
}

int policy_diff(const PolicyOptions& options) {
  const auto policy = load(options.packs, options.language);
  if (!policy) return kWrongUse;
  const policy::Pool* pool = find_pool(*policy, options.pool, options.language);
  const auto first = read_day(options.on, options.language);
  const auto second = read_day(options.until, options.language);
  if (pool == nullptr || !first || !second) return kWrongUse;
  const std::string changes = diff_text(*pool, *first, *second, options.language);
  print(changes.empty() ? (options.language == Language::zh ? "没有变化\n" : "nothing changed\n") : changes);
  return kAllSettled;
}

}  // namespace yidan::cli
