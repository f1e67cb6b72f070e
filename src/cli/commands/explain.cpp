#include "cli/commands/explain.h"

#include <CLI/CLI.hpp>

#include "cli/command_line.h"
#include "cli/load.h"
#include "cli/open_books.h"
#include "cli/terminal.h"
#include "exchange/rules_page.h"

namespace yidan::cli {

int explain(const ExplainOptions& options) {
  const auto packs = read_packs(options.packs, options.language);
  const auto policy = packs ? compile(*packs, options.language) : std::nullopt;
  if (!policy) return kWrongUse;
  const policy::Pool* pool = find_pool(*policy, options.pool, options.language);
  if (pool == nullptr) return kWrongUse;
  const auto on = parse_date(options.on.empty() ? today() : options.on);
  if (!on) return wrong_use(on.error(), options.language);
  const auto page = exchange::rules_page_of(*pool, *on);
  if (!page) return refuse(page.error(), options.language);
  if (options.as == "html") {
    print_answer(rules_page_html(*page, options.language));
  } else if (options.as == "json") {
    print_answer(rules_page_json(*page));
  } else {
    print_page(rules_page_text(*page, options.language));
  }
  return kAllSettled;
}

void add_explain(CLI::App& group, ExplainOptions& options, const std::string& packs, Language language, int& status) {
  const auto say = [language](const char* zh, const char* en) { return language == Language::zh ? zh : en; };
  CLI::App* command = group.add_subcommand(
      "explain", say("某城某日的待遇，一页纸，说给参保人听：标准、举例、变化、问答",
                     "a city's rules of a day on one page in plain words: amounts, examples, changes, questions"));
  command->add_option(say("统筹区", "pool"), options.pool, say("统筹区代码或名称", "the pool's code or name"))
      ->required();
  command->add_option("--on", options.on, say("日期，默认今天", "the day; today when not given"));
  command->add_option("--as", options.as, say("text、html（可打印）或 json", "text, html (to print) or json"))
      ->check(one_of({"text", "html", "json"}, language));
  command->footer(say("例：\n  yidan policy explain 烟台 --on 2023-01-01 --as html > page.html",
                      "example:\n  yidan policy explain Yantai --on 2023-01-01 --as html > page.html"));
  command->callback([&options, &packs, &status, language] {
    options.language = language;
    options.packs = packs;
    status = explain(options);
  });
}

}  // namespace yidan::cli
