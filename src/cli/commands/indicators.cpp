#include "cli/commands/indicators.h"

#include <cstdio>

#include <CLI/CLI.hpp>

#include "cli/command_line.h"
#include "cli/load.h"
#include "cli/terminal.h"
#include "policy/report/indicators.h"
#include "policy/report/notice.h"

namespace yidan::cli {
namespace {

// What both commands look at.
struct PoolOnDay {
  policy::Policy policy;
  const policy::Pool* pool = nullptr;
  Date day;
};

// Absent, said on standard error, when a part of it is none.
std::optional<PoolOnDay> asked(const IndicatorOptions& options) {
  const auto day = parse_date(options.on.empty() ? today() : options.on);
  if (!day) complain(day.error().message, options.language);
  const auto known = options.known.empty() ? Result<Date>(Date::never()) : parse_date(options.known);
  if (!known) complain(known.error().message, options.language);
  if (!day || !known) return std::nullopt;
  auto policy = load(options.packs, options.language, *known);
  if (!policy) return std::nullopt;
  PoolOnDay found{.policy = std::move(*policy), .day = *day};
  found.pool = find_pool(found.policy, options.pool, options.language);
  if (found.pool == nullptr) return std::nullopt;
  return found;
}

}  // namespace

int policy_indicators(const IndicatorOptions& options) {
  const auto found = asked(options);
  if (!found) return kWrongUse;
  const policy::Pool& pool = *found->pool;
  print(options.as == "json"  ? indicators_json(pool, found->day, options.language)
        : options.as == "csv" ? indicators_csv(pool, found->day, options.language)
                              : indicators_text(pool, found->day, options.language));
  return kAllSettled;
}

int policy_notice(const IndicatorOptions& options) {
  const auto found = asked(options);
  if (!found) return kWrongUse;
  const auto notice = policy::notice_of(*found->pool, options.indicator, found->day);
  if (!notice) {
    complain(notice.error().message, options.language);
    return kWrongUse;
  }
  print(options.as == "html" ? notice_html(*notice, options.language) : notice_text(*notice, options.language));
  return kAllSettled;
}

void add_indicators(CLI::App& policy, IndicatorOptions& options, const std::string& packs, Language language,
                    int& status) {
  const auto say = [language](const char* zh, const char* en) { return language == Language::zh ? zh : en; };
  const auto add = [&](const char* name, const char* gist, const char* footer, std::initializer_list<std::string> forms,
                       const char* form_gist, int (*run)(const IndicatorOptions&)) {
    CLI::App* command = policy.add_subcommand(name, gist);
    command->add_option(say("统筹区", "pool"), options.pool, say("统筹区代码或名称", "the pool's code or name"))
        ->required();
    command->add_option("--on", options.on, say("日期，默认今天", "the day; today when not given"));
    command->add_option(
        "--known", options.known,
        say("按该日所知：此后公布的数值不计", "as it was known on this day: what was published later does not count"));
    command->add_option("--as", options.as, form_gist)->check(one_of(forms, language));
    command->footer(footer);
    command->callback([&options, &packs, &status, language, run] {
      options.language = language;
      options.packs = packs;
      status = run(options);
    });
    return command;
  };
  add("indicators",
      say("统计指标登记：数值、公布日、执行起止、缺数",
          "the registry of indicators: figures, publication, days, what is missing"),
      say("例：\n  yidan policy indicators 济宁市 --on 2023-03-15 --known 2023-02-01",
          "example:\n  yidan policy indicators Jining --on 2023-03-15 --known 2023-02-01"),
      {"text", "json", "csv"}, say("text、json 或 csv", "text, json or csv"), policy_indicators);
  CLI::App* notice = add(
      "notice", say("经办机构公告：由统计数值推算的标准", "the agency's notice of amounts that follow from a figure"),
      say("例：\n  yidan policy notice 济宁市 --on 2023-03-15 --as html > notice.html",
          "example:\n  yidan policy notice Jining --on 2023-03-15 --as html > notice.html"),
      {"text", "html"}, say("text 或 html", "text or html"), policy_notice);
  options.indicator = "city-disposable-income";
  notice->add_option("--indicator", options.indicator,
                     say("指标，默认 city-disposable-income", "the indicator; city-disposable-income when not given"));
}

}  // namespace yidan::cli
