#include "cli/commands/who.h"

#include <cstdio>

#include <CLI/CLI.hpp>

#include "cli/command_line.h"
#include "cli/load.h"
#include "cli/terminal.h"
#include "policy/asked_group.h"
#include "policy/competence.h"
#include "policy/decision_rules.h"
#include "policy/report/competence_report.h"

namespace yidan::cli {

int policy_who(const WhoOptions& options) {
  const auto packs = read_packs(options.packs, options.language);
  if (!packs) return kWrongUse;
  const auto policy = compile(*packs, options.language);
  if (!policy) return kWrongUse;
  const policy::Pool* pool = find_pool(*policy, options.pool, options.language);
  if (pool == nullptr) return kWrongUse;
  const auto parameter = policy::parameter_named(*policy, options.parameter);
  if (!parameter) complain(parameter.error().message, options.language);
  const auto day = parse_date(options.on.empty() ? today() : options.on);
  if (!day) complain(day.error().message, options.language);
  const auto group = options.group.empty() ? Result<policy::AskedGroup>(policy::AskedGroup{})
                                           : policy::group_named(*packs, *pool, options.group);
  if (!group) complain(group.error().message, options.language);
  if (!parameter || !day || !group) return kWrongUse;
  const policy::Competences all = policy::read_competences(*packs);
  const auto found = competences_for(all, *parameter, pool->region, *day, group->members);
  const policy::WhoQuestion asked{*pool, *parameter, *day, *group};
  const std::string out = options.as == "json" ? who_json(found, asked) : who_text(found, asked, options.language);
  print(out);
  return kAllSettled;
}

void add_who(CLI::App& policy, WhoOptions& options, const std::string& packs, Language language, int& status) {
  const auto say = [language](const char* zh, const char* en) { return language == Language::zh ? zh : en; };
  CLI::App* command = policy.add_subcommand(
      "who", say("谁可以决定一个参数，是否须备案", "who may decide a parameter, and what has to be filed"));
  command->add_option(say("统筹区", "pool"), options.pool, say("统筹区代码或名称", "the pool's code or name"))
      ->required();
  command->add_option(say("参数", "parameter"), options.parameter, say("参数", "the parameter"))->required();
  command->add_option("--group", options.group,
                      say("某一救助身份或人群的数值，如 minimum-living、low-income、低保对象",
                          "the values of a category or a group: minimum-living, low-income"));
  command->add_option("--on", options.on, say("日期，默认今天", "the day; today when not given"));
  command->add_option("--as", options.as, say("text 或 json", "text or json"))
      ->check(one_of({"text", "json"}, language));
  command->footer(
      say("例：\n  yidan policy who 临沂市 large-amount/ratio --on 2023-01-01\n"
          "  yidan policy who 济宁市 assistance/ratio --group low-income",
          "examples:\n  yidan policy who Linyi large-amount/ratio --on 2023-01-01\n"
          "  yidan policy who Jining assistance/ratio --group low-income"));
  command->callback([&options, &packs, &status, language] {
    options.language = language;
    options.packs = packs;
    status = policy_who(options);
  });
}

}  // namespace yidan::cli
