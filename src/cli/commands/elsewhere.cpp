#include "cli/commands/elsewhere.h"

#include <CLI/CLI.hpp>

#include "cli/command_line.h"
#include "cli/interrupt.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "operations/elsewhere.h"

namespace yidan::cli {
namespace {

Result<operations::ElsewhereQuery> query_of(const ElsewhereOptions& options, std::int32_t pool) {
  const std::string this_month = today().substr(0, 7);
  const auto from = parse_month(options.from.empty() ? this_month : options.from);
  if (!from) return std::unexpected(from.error());
  const auto to = options.to.empty() ? from : parse_month(options.to);
  if (!to) return std::unexpected(to.error());
  if (*to < *from) {
    return std::unexpected(
        Error{ErrorCode::contradiction,
              {"末月 " + options.to + " 早于首月 " + to_text(*from) + "：请对调或改正",
               "the last month (" + options.to + ") is before the first (" + to_text(*from) + "): correct one of them"},
              "--to"});
  }
  return operations::ElsewhereQuery{Region(pool), *from, *to};
}

}  // namespace

int elsewhere(const ElsewhereOptions& options) {
  const auto books = open_books(options, store::Access::read_only);
  if (books == nullptr) return kWrongUse;
  const auto pool = pool_asked(*books, options.pool, options.language);
  if (!pool) return kWrongUse;
  const auto query = query_of(options, *pool);
  if (!query) return wrong_use(query.error(), options.language);
  Progress progress(is_terminal(stderr), Unit::persons, options.language);
  auto report = operations::elsewhere(caller_of(*books, options), *query, progress.go_on());
  progress.clear();
  if (!report && interrupted()) {
    return say_interrupted({"没有查完，没有结果；账册没有改动", "not all was looked at; the books are as they were"},
                           options.language);
  }
  if (!report) return refuse(report.error(), options.language);
  if (options.unfiled) report->shares.clear();
  if (options.as == "csv") {
    print(exchange::elsewhere_csv(*report, options.unfiled, options.language));
  } else if (is_text_asked(options.as)) {
    print_page(exchange::elsewhere_text(*report, options.language));
  } else {
    print_answer(as_answered(*books, exchange::elsewhere_json(*report)));
  }
  return report->unfiled.empty() ? kAllSettled : kSomeRejected;
}

void add_elsewhere(CLI::App& app, ElsewhereOptions& options, const std::string& packs, Language language, int& status) {
  const auto say = [language](const char* zh, const char* en) { return language == Language::zh ? zh : en; };
  CLI::App* command = app.add_subcommand(
      "elsewhere", say("账册中的异地就医：直接结算与事后报销各多少，哪些救助对象没有备案",
                       "care elsewhere in the books: how much was settled at once, which targets have not filed"));
  command->add_option(say("统筹区", "pool"), options.pool, say("统筹区代码或名称", "the pool's code or name"))
      ->required();
  command->add_option("--from", options.from, say("首月；默认本月", "the first month; this one when not given"));
  command->add_option("--to", options.to, say("末月（含）；默认同首月", "the last month; the first when not given"));
  command->add_flag("--unfiled", options.unfiled, say("只列没有备案的救助对象", "only the targets who have not filed"));
  add_books(*command, options.db, language)->required();
  command->add_option("--as", options.as, say("text、json 或 csv", "text, json or csv"))
      ->check(one_of({"text", "json", "csv"}, language));
  command->footer(
      say("例：\n  yidan elsewhere --db books.db 临沂市 --from 2023-01 --to 2023-12\n"
          "  yidan elsewhere --db books.db 济宁市 --from 2023-06 --unfiled --as csv\n"
          "退出码：0 没有未备案的；1 有救助对象未备案；2 命令或账册有误",
          "examples:\n  yidan elsewhere --db books.db Linyi --from 2023-01 --to 2023-12\n"
          "  yidan elsewhere --db books.db Jining --from 2023-06 --unfiled --as csv\n"
          "exit status: 0 nothing unfiled; 1 some target has not filed; 2 the command or the books are "
          "wrong"));
  command->callback([&options, &packs, &status, language] {
    options.language = language;
    options.packs = packs;
    status = elsewhere(options);
  });
}

}  // namespace yidan::cli
