#include "cli/commands/cost.h"

#include <cstdio>

#include <CLI/CLI.hpp>

#include "cli/command_line.h"
#include "cli/draft.h"
#include "cli/load.h"
#include "cli/open_books.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "exchange/cost_report.h"
#include "operations/draft_cost.h"

namespace yidan::cli {
namespace {

void print_cost(const exchange::CostReport& report, const CostOptions& options) {
  if (options.as.empty() || options.as == "text") return print_page(cost_text(report, options.language));
  const std::string out = options.as == "json"  ? cost_json(report)
                          : options.as == "csv" ? cost_csv(report)
                                                : cost_chart(report, options.language);
  print(out);
}

}  // namespace

int policy_cost(const CostOptions& options) {
  const auto day = parse_date(options.on.empty() ? today() : options.on);
  if (!day) return wrong_use(day.error(), options.language);
  if (options.db.empty()) return complain_of_no_books(options.language);
  const auto draft = load_with_draft(options.packs, options.draft, options.pool, options.language);
  if (!draft) return kWrongUse;
  const BooksOptions access{.db = options.db, .packs = options.packs, .language = options.language};
  const auto books = open_books(access, store::Access::read_only);
  if (books == nullptr) return kWrongUse;
  const policy::Pool* pool = find_pool(books->policy, options.pool, options.language);
  if (pool == nullptr) return kWrongUse;
  const int year = options.year == 0 ? day->year() : options.year;
  const operations::CostQuery query{.pool = pool->region, .year = year, .draft = &*draft, .on = *day};
  Progress progress(is_terminal(stderr), Unit::persons, options.language);
  const auto found = cost_of_draft(caller_of(*books, access), query, progress.go_on());
  progress.clear();
  if (!found) return refuse(found.error(), options.language);
  print_cost({pool, options.draft, *day, &found->cost, found->capacity, found->not_settled, found->in_force}, options);
  return kAllSettled;
}

void add_cost(CLI::App& policy, CostOptions& options, const std::string& packs, Language language, int& status) {
  const auto say = [language](const char* zh, const char* en) { return language == Language::zh ? zh : en; };
  CLI::App* command = policy.add_subcommand(
      "cost", say("草案的基金影响：账册一年的结算按草案重算，谁受益、谁受损",
                  "what a draft would cost: the bills of a year again under it, who gains, who loses"));
  command->add_option(say("统筹区", "pool"), options.pool, say("统筹区代码或名称", "the pool's code or name"))
      ->required();
  command
      ->add_option("--draft", options.draft,
                   say("草案目录：其中的文件叠加在政策包上", "a folder of a draft: its files are laid over the packs"))
      ->required();
  add_books(*command, options.db, language);
  command
      ->add_option("--year", options.year,
                   say("结算年度，默认 --on 所在年", "the year of the bills; that of --on when not given"))
      ->check(between(1900, 2199, language));
  command->add_option("--on", options.on,
                      say("基金结余截至此日，默认今天", "the day of the funds' balances; today when not given"));
  command->add_option("--as", options.as, say("text、json、csv 或 svg（图）", "text, json, csv, or svg for a chart"))
      ->check(one_of({"text", "json", "csv", "svg"}, language));
  command->footer(
      say("例：\n  yidan policy cost 菏泽市 --draft my-draft --db books.db --year 2023\n"
          "  yidan policy cost 菏泽市 --draft my-draft --db books.db --as svg > cost.svg",
          "examples:\n  yidan policy cost Heze --draft my-draft --db books.db --year 2023\n"
          "  yidan policy cost Heze --draft my-draft --db books.db --as svg > cost.svg"));
  command->callback([&options, &packs, &status, language] {
    options.language = language;
    options.packs = packs;
    status = policy_cost(options);
  });
}

}  // namespace yidan::cli
