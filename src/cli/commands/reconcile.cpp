#include "cli/commands/reconcile.h"

#include <algorithm>
#include <utility>

#include <CLI/CLI.hpp>

#include "base/digest.h"
#include "cli/command_line.h"
#include "cli/interrupt.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "operations/reconciliation.h"
#include "terms/say.h"

namespace yidan::cli {
namespace {

struct DaysAsked {
  Date from;
  Date to;
};

Result<DaysAsked> days_of_statement(const ReconcileOptions& options) {
  const auto from = parse_date(options.from.empty() ? today() : options.from);
  if (!from) return std::unexpected(from.error());
  const auto to = options.to.empty() ? from : parse_date(options.to);
  if (!to) return std::unexpected(to.error());
  if (*to < *from) {
    return std::unexpected(
        Error{ErrorCode::contradiction,
              {"末日 " + options.to + " 早于首日 " + to_text(*from) + "：请对调或改正",
               "the last day (" + options.to + ") is before the first (" + to_text(*from) + "): correct one of them"},
              "--to"});
  }
  return DaysAsked{*from, *to};
}

void print_report(const OpenBooks& books, const exchange::ReconciliationReport& report,
                  const ReconcileOptions& options) {
  if (options.as == "csv") {
    print(reconciliation_csv(report, options.language));
  } else if (is_text_asked(options.as)) {
    print_page(reconciliation_text(report, options.language));
  } else {
    print_answer(as_answered(books, reconciliation_json(report, json::Writer::Style::pretty)));
  }
}

// Adds what both commands take.
void add_scope(CLI::App& command, ReconcileOptions& options, const Speaker& say) {
  command.add_option(
      "--from", options.from,
      say.say("首日：结算办理日；默认今天", "the first day, on which it was settled; today when not given"));
  command.add_option("--to", options.to,
                     say.say("末日（含）；默认同首日", "the last day, included; the first when not given"));
  command.add_option("--insurance", options.insurance, say.say("险种 insutype，如 310", "insutype, such as 310"));
  command.add_option("--clearing", options.clearing, say.say("清算类别 clr_type，如 11", "clr_type, such as 11"));
}

}  // namespace

int reconcile(const ReconcileOptions& options) {
  const auto books = open_books(options, store::Access::read_only);
  if (books == nullptr) return kWrongUse;
  const auto pool = pool_asked(*books, options.pool, options.language);
  if (!pool) return kWrongUse;
  const auto days = days_of_statement(options);
  if (!days) return wrong_use(days.error(), options.language);
  const operations::ReconciliationQuery query{.pool = Region(*pool),
                                              .from = days->from,
                                              .to = days->to,
                                              .provider = options.provider,
                                              .insurance = options.insurance,
                                              .clearing = options.clearing,
                                              .with_resolved = !options.open,
                                              .with_untold = options.untold};
  Progress progress(is_terminal(stderr), Unit::statements, options.language);
  const auto report = operations::reconcile(caller_of(*books, options), query, progress.go_on());
  progress.clear();
  if (!report && interrupted()) {
    return say_interrupted({"没有对完，没有结果；账册没有改动", "not all was compared; the books are as they were"},
                           options.language);
  }
  if (!report) return refuse(report.error(), options.language);
  print_report(*books, *report, options);
  const bool any_open =
      std::ranges::any_of(report->statements, [](const exchange::StatementReport& each) { return each.open() != 0; });
  const bool any_untold = report->untold && !report->untold->empty();
  return any_open || any_untold ? kSomeRejected : kAllSettled;
}

int resolve(const ReconcileOptions& options) {
  const auto books = open_books(options, store::Access::read_write);
  if (books == nullptr) return kWrongUse;
  const auto pool = pool_asked(*books, options.pool, options.language);
  if (!pool) return kWrongUse;
  const auto days = days_of_statement(options);
  if (!days) return wrong_use(days.error(), options.language);
  exchange::StatementRequest request{.act = ReconciliationAct::resolve,
                                     .scope = {.pool = Region(*pool),
                                               .provider = options.provider,
                                               .from = days->from,
                                               .to = days->to,
                                               .insurance = options.insurance,
                                               .clearing = options.clearing},
                                     .settlement = options.settlement,
                                     .reason = options.reason,
                                     .key = options.key};
  request.content = exchange::content_of(request);
  if (request.key.empty()) request.key = "resolve/" + sha256(request.content);
  const auto answer = operations::perform(caller_of(*books, options), request);
  if (!answer) return refuse(answer.error(), options.language);
  print_as_asked(answer->text, options.as, options.language);
  return kAllSettled;
}

void add_reconcile(CLI::App& app, ReconcileOptions& options, const std::string& packs, Language language, int& status) {
  const Speaker say(language);
  CLI::App* command = app.add_subcommand(
      "reconcile", say.say("对账：各机构的对账单与账册的差异，原因与怎样处理",
                           "reconciliation: in what the statements of institutions differ from the books, why, and "
                           "what to do"));
  command->require_subcommand(1);
  const auto add = [&](const char* name, const std::string& about, int (*run)(const ReconcileOptions&)) {
    CLI::App* added = command->add_subcommand(name, about);
    added->add_option(say.say("统筹区", "pool"), options.pool, say.say("统筹区代码或名称", "the pool's code or name"))
        ->required();
    add_scope(*added, options, say);
    add_access(*added, options.db, options.actor, language)->required();
    added->callback([&options, &packs, &status, language, run] {
      options.language = language;
      options.packs = packs;
      status = run(options);
    });
    return added;
  };
  CLI::App* show = add(
      "show", say.say("各份对账单的差异，按现在的账册", "the differences, by the books as they now are"), reconcile);
  show->add_option("--provider", options.provider, say.say("只看此机构的", "those of this institution"));
  show->add_flag("--open", options.open, say.say("只列待处理的", "open differences alone"));
  show->add_flag(
      "--untold", options.untold,
      say.say("并列出没有对账单的结算：日终用", "also settlements of which no statement was told: to close a day"));
  show->add_option("--as", options.as, say.say("text、json 或 csv", "text, json or csv"))
      ->check(one_of({"text", "json", "csv"}, language));
  show->footer(
      say.say("例：\n  yidan reconcile show --db books.db 烟台市 --from 2023-03-05\n"
              "  yidan reconcile show --db books.db 370600 --from 2023-03-01 --to 2023-03-31 --open --as csv\n"
              "  yidan reconcile show --db books.db 烟台市 --from 2023-03-05 --untold\n"
              "对账单由机构上报（3202，POST …/statements），或用 yidan post 记入（do：reconcile）\n"
              "退出码：0 没有待处理的差异，也没有缺对账单的；1 有；2 命令或账册有误",
              "examples:\n  yidan reconcile show --db books.db Yantai --from 2023-03-05\n"
              "  yidan reconcile show --db books.db 370600 --from 2023-03-01 --to 2023-03-31 --open --as csv\n"
              "  yidan reconcile show --db books.db Yantai --from 2023-03-05 --untold\n"
              "statements are told by institutions (3202, POST …/statements), or with yidan post (do: "
              "reconcile)\n"
              "exit status: 0 no difference is open; 1 some are; 2 the command or the books are wrong"));
  CLI::App* done = add("resolve",
                       say.say("说明一处差异为何不再处理；不改变任何金额",
                               "say why nothing more is done about a difference; no amount changes"),
                       resolve);
  done->add_option(say.say("机构编号", "provider"), options.provider, say.say("机构编号", "the institution"))
      ->required();
  done->add_option(say.say("结算编号", "settlement"), options.settlement, "setl_id")->required();
  done->add_option("--reason", options.reason, say.say("说明", "why"))->required();
  done->add_option("--key", options.key,
                   say.say("请求的键；默认由内容得出", "the key of the request; made of the rest when not given"));
  done->add_option("--as", options.as, say.say("text 或 json", "text or json"))
      ->check(one_of({"text", "json"}, language));
  done->footer(
      say.say("例：\n  yidan reconcile resolve --db books.db 370600 H37060000001 S1 --from 2023-03-05 "
              "--insurance 310 --clearing 11 --reason 已电话核对\n（范围须与上报时相同）",
              "examples:\n  yidan reconcile resolve --db books.db 370600 H37060000001 S1 --from 2023-03-05 "
              "--insurance 310 --clearing 11 --reason 'settled by telephone'\n(the days and classes are those "
              "with which it was told)"));
}

}  // namespace yidan::cli
