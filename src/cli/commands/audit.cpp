#include "cli/commands/audit.h"

#include <algorithm>
#include <cstdio>
#include <vector>

#include <CLI/CLI.hpp>

#include "audit/audit.h"
#include "audit/report/report.h"
#include "base/visible.h"
#include "cli/load.h"
#include "cli/terminal.h"
#include "exchange/audit_writer.h"

namespace yidan::cli {
namespace {

using audit::Report;

void print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

std::optional<Date> read_day(const std::string& text, Language language) {
  const auto day = parse_date(text);
  if (day) return *day;
  complain(day.error().message, language);
  return std::nullopt;
}

// The pools that are asked for; none, said on standard error, when there is no such.
std::vector<const policy::Pool*> pools_asked(const policy::Policy& policy, const AuditOptions& options) {
  std::vector<const policy::Pool*> pools;
  if (options.all == !options.pool.empty()) {
    complain({"请写一个统筹区，或写 --all 核查全部", "name a pool, or give --all for all of them"}, options.language);
    return pools;
  }
  if (options.all) {
    for (const policy::Pool& pool : policy.pools) pools.push_back(&pool);
    return pools;
  }
  const policy::Pool* pool = find_pool(policy, options.pool, options.language);
  if (pool != nullptr) pools.push_back(pool);
  return pools;
}

std::string as_json(const policy::Policy& policy, const std::vector<Report>& reports, bool all) {
  std::string out;
  json::Writer json(out, json::Writer::Style::pretty);
  if (all) json.begin_array();
  for (const Report& report : reports) exchange::write_audit(json, policy, report);
  if (all) json.end_array();
  return out + "\n";
}

std::string as_text(const std::vector<Report>& reports, Language language) {
  std::string out;
  for (const Report& report : reports) out += (out.empty() ? "" : "\n\n") + describe(report, language);
  return out;
}

}  // namespace

int policy_audit(const AuditOptions& options) {
  const auto policy = load(options.packs, options.language);
  if (!policy) return kWrongUse;
  const auto pools = pools_asked(*policy, options);
  const auto day = read_day(options.on.empty() ? today() : options.on, options.language);
  if (pools.empty() || !day) return kWrongUse;
  std::vector<Report> reports;
  reports.reserve(pools.size());
  for (const policy::Pool* pool : pools) reports.push_back(audit::audit(*policy, *pool, *day));
  print(options.as == "json" ? as_json(*policy, reports, options.all) : harmless(as_text(reports, options.language)));
  return std::ranges::any_of(reports, &Report::has_violations) ? kSomeRejected : kAllSettled;
}

void add_audit(CLI::App& policy, AuditOptions& options, const std::string& packs, Language language, int& status) {
  const auto say = [language](const char* zh, const char* en) { return language == Language::zh ? zh : en; };
  CLI::App* command = policy.add_subcommand(
      "audit", say("对照待遇清单核查一个统筹区：限度、结论、期限、依据",
                   "hold a pool against the benefit list: every bound, its grade, until when, by which clause"));
  command->add_option("pool", options.pool, say("统筹区代码或名称", "the pool's code or name"));
  command->add_flag("--all", options.all, say("全部统筹区", "all pools"));
  command->add_option("--on", options.on, say("日期，默认今天", "the day; today when not given"));
  command->add_option("--as", options.as, say("text 或 json", "text or json"))->check(CLI::IsMember({"text", "json"}));
  command->footer(
      say("例：\n  yidan policy audit 菏泽市 --on 2023-12-31\n  yidan policy audit --all --as json > audit.json\n"
          "退出码：0 没有违反硬性限度；1 有违反；2 命令或政策有误",
          "examples:\n  yidan policy audit Heze --on 2023-12-31\n"
          "  yidan policy audit --all --as json > audit.json\n"
          "exit status: 0 no hard bound is broken; 1 one is; 2 the command line or the policy is wrong"));
  command->callback([&options, &packs, &status, language] {
    options.language = language;
    options.packs = packs;
    status = policy_audit(options);
  });
}

}  // namespace yidan::cli
