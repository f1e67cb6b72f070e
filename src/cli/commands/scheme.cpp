#include "cli/commands/scheme.h"

#include <cstdio>

#include <CLI/CLI.hpp>

#include "cli/command_line.h"
#include "cli/load.h"
#include "cli/terminal.h"
#include "policy/report/scheme_name.h"

namespace yidan::cli {

int policy_scheme(const SchemeOptions& options) {
  const auto policy = load(options.packs, options.language);
  if (!policy) return kWrongUse;
  const policy::Pool* pool = find_pool(*policy, options.pool, options.language);
  if (pool == nullptr) return kWrongUse;
  const auto day = parse_date(options.on.empty() ? today() : options.on);
  if (!day) {
    complain(day.error().message, options.language);
    return kWrongUse;
  }
  const auto found = policy::find_scheme(*pool, options.name, *day);
  if (!found) {
    complain(found.error().message, options.language);
    return kWrongUse;
  }
  const bool json = options.as == "json";
  const std::string out = json ? scheme_json(*found, *pool, *day) : describe(*found, *pool, *day, options.language);
  print(out);
  return kAllSettled;
}

void add_scheme(CLI::App& policy, SchemeOptions& options, const std::string& packs, Language language, int& status) {
  const auto say = [language](const char* zh, const char* en) { return language == Language::zh ? zh : en; };
  CLI::App* command = policy.add_subcommand(
      "scheme",
      say("一个制度名称在某日指哪项制度，是否规范", "which scheme a name means on a day, and whether it is canonical"));
  command->add_option(say("名称", "name"), options.name, say("制度名称", "the name of a scheme"))->required();
  command->add_option("--pool", options.pool, say("统筹区代码或名称", "the pool's code or name"))->required();
  command->add_option("--on", options.on, say("日期，默认今天", "the day; today when not given"));
  command->add_option("--as", options.as, say("text 或 json", "text or json"))
      ->check(one_of({"text", "json"}, language));
  command->footer(say("例：\n  yidan policy scheme 职工大额救助金 --pool 日照市 --on 2022-06-01",
                      "example:\n  yidan policy scheme 职工大额救助金 --pool Rizhao --on 2022-06-01"));
  command->callback([&options, &packs, &status, language] {
    options.language = language;
    options.packs = packs;
    status = policy_scheme(options);
  });
}

}  // namespace yidan::cli
