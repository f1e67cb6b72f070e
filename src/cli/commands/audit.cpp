#include "cli/commands/audit.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <map>

#include <CLI/CLI.hpp>

#include "audit/audit.h"
#include "audit/report/report.h"
#include "base/visible.h"
#include "cli/command_line.h"
#include "cli/draft.h"
#include "cli/line_stream.h"
#include "cli/load.h"
#include "cli/open_books.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "exchange/audit_writer.h"
#include "exchange/settled_bills.h"
#include "operations/experience.h"

namespace yidan::cli {
namespace {

using audit::Experience;
using policy::Policy;
using policy::Pool;

// The pools that are asked for; none, said on standard error, when there is no such.
std::vector<const Pool*> pools_asked(const Policy& policy, const AuditOptions& options) {
  std::vector<const Pool*> pools;
  if (options.all == !options.pool.empty()) {
    complain({"请写一个统筹区，或写 --all 核查全部", "name a pool, or give --all for all of them"}, options.language);
    return pools;
  }
  if (options.all) {
    for (const Pool& pool : policy.pools) pools.push_back(&pool);
    return pools;
  }
  const Pool* pool = find_pool(policy, options.pool, options.language);
  if (pool != nullptr) pools.push_back(pool);
  return pools;
}

// What bills say, by pool.
using Experiences = std::map<const Pool*, Experience>;

bool add_file(const std::string& name, const std::vector<const Pool*>& pools, const AuditOptions& options,
              Experiences& experiences) {
  const auto lines = LineStream::open(name);
  if (lines == nullptr) {
    complain_of_reading(name, errno, options.language);
    return false;
  }
  for (std::size_t number = 1;; ++number) {
    const auto line = lines->next();
    if (!line) break;
    if (line->empty()) continue;
    const auto added = exchange::add_bills(*line, *pools.front(), experiences[pools.front()]);
    if (added) continue;
    const std::string where = name + ":" + std::to_string(number) + ": ";
    complain({where + added.error().message.zh, where + added.error().message.en}, options.language);
    return false;
  }
  if (lines->read_error() != 0) complain_of_reading(name, lines->read_error(), options.language);
  if (lines->too_long()) complain({name + "：有一行过长", name + ": a line is too long"}, options.language);
  return lines->read_error() == 0 && !lines->too_long();
}

// False, said on standard error, when bills were named and cannot be used.
bool read_experience(const std::vector<const Pool*>& pools, const AuditOptions& options, Experiences& experiences) {
  if (!options.bills.empty() && options.all) {
    complain({"--bills 是一个统筹区的结算单：请写明统筹区，不写 --all",
              "--bills are those of one pool: name it, without --all"},
             options.language);
    return false;
  }
  for (const std::string& name : options.bills) {
    if (!add_file(name, pools, options, experiences)) return false;
  }
  if (options.db.empty()) return true;
  const BooksOptions of_books{.db = options.db, .packs = options.packs, .language = options.language};
  const auto books = open_books(of_books, store::Access::read_only);
  if (books == nullptr) return false;
  Progress progress(is_terminal(stderr), Unit::persons, options.language);
  auto found = operations::experience_of(caller_of(*books, of_books), pools, progress.go_on());
  progress.clear();
  if (!found) {
    complain(found.error().message, options.language);
    return false;
  }
  for (std::size_t i = 0; i < pools.size(); ++i) experiences[pools[i]] = std::move((*found)[i]);
  return true;
}

std::string as_json(const Policy& policy, const std::vector<audit::Report>& reports, bool all) {
  std::string out;
  json::Writer json(out, json::Writer::Style::pretty);
  if (all) json.begin_array();
  for (const audit::Report& report : reports) exchange::write_audit(json, policy, report);
  if (all) json.end_array();
  return out + "\n";
}

std::string as_text(const std::vector<audit::Report>& reports, Language language) {
  std::string out;
  for (const audit::Report& report : reports) out += (out.empty() ? "" : "\n\n") + describe(report, language);
  return harmless(std::move(out));
}

std::string as_asked(const Policy& policy, const std::vector<audit::Report>& reports, const AuditOptions& options) {
  if (options.as == "json") return as_json(policy, reports, options.all);
  if (options.as == "csv") return csv_of(reports, options.language);
  if (options.as == "html") return html_of(reports, options.language);
  return as_text(reports, options.language);
}

}  // namespace

int policy_audit(const AuditOptions& options) {
  const auto policy = load_with_draft(options.packs, options.draft, options.pool, options.language);
  if (!policy) return kWrongUse;
  const auto pools = pools_asked(*policy, options);
  const auto day = read_day(options.on.empty() ? today() : options.on, options.language);
  if (pools.empty() || !day) return kWrongUse;
  Experiences experiences;
  if (!read_experience(pools, options, experiences)) return kWrongUse;
  std::vector<audit::Report> reports;
  reports.reserve(pools.size());
  for (const Pool* pool : pools) {
    reports.push_back(audit::audit(*policy, *pool, *day, experiences[pool]));
    reports.back().draft = options.draft;
  }
  print(as_asked(*policy, reports, options));
  return std::ranges::any_of(reports, &audit::Report::has_violations) ? kSomeRejected : kAllSettled;
}

void add_audit(CLI::App& policy, AuditOptions& options, const std::string& packs, Language language, int& status) {
  const auto say = [language](const char* zh, const char* en) { return language == Language::zh ? zh : en; };
  CLI::App* command = policy.add_subcommand(
      "audit", say("对照待遇清单核查一个统筹区：限度、结论、期限、依据",
                   "hold a pool against the benefit list: every bound, its grade, until when, by which clause"));
  command->add_option(say("统筹区", "pool"), options.pool, say("统筹区代码或名称", "the pool's code or name"));
  command->add_flag("--all", options.all, say("全部统筹区", "all pools"));
  command->add_option("--on", options.on, say("日期，默认今天", "the day; today when not given"));
  command->add_option(
      "--draft", options.draft,
      say("草案目录：其中的文件叠加在政策包上", "a folder of a draft: its files are laid over the packs"));
  command->add_option("--bills", options.bills,
                      say("结算单文件，每行一个案例，用于实际平均", "files of bills (JSONL), for measured averages"));
  command->add_option("--db", options.db, say("有结算单的账册", "or the books that have bills"));
  command->add_option("--as", options.as, say("text、json、csv 或 html（可打印）", "text, json, csv, or html to print"))
      ->check(one_of({"text", "json", "csv", "html"}, language));
  command->footer(
      say("例：\n  yidan policy audit 菏泽市 --on 2023-12-31\n"
          "  yidan policy audit --all --as html > audit.html\n"
          "  yidan policy audit 菏泽市 --draft my-draft --on 2024-01-01\n"
          "退出码：0 没有违反硬性限度；1 有违反；2 命令、草案或政策有误",
          "examples:\n  yidan policy audit Heze --on 2023-12-31\n"
          "  yidan policy audit --all --as html > audit.html\n"
          "  yidan policy audit Heze --draft my-draft --on 2024-01-01\n"
          "exit status: 0 no hard bound is broken; 1 one is; 2 the command line, the draft or the packs are "
          "wrong"));
  command->callback([&options, &packs, &status, language] {
    options.language = language;
    options.packs = packs;
    status = policy_audit(options);
  });
}

}  // namespace yidan::cli
