#include "cli/commands/beside.h"

#include <CLI/CLI.hpp>

#include "cli/command_line.h"
#include "cli/load.h"
#include "cli/terminal.h"
#include "facts/person_number.h"
#include "operations/credentials.h"
#include "operations/supplements.h"

namespace yidan::cli {

int supplements(const BesideOptions& options) {
  const auto books = open_books(options, store::Access::read_only);
  if (books == nullptr) return kWrongUse;
  const auto pool = pool_asked(*books, options.pool, options.language);
  if (!pool) return kWrongUse;
  const auto on = parse_date(options.on.empty() ? today() : options.on);
  if (!on) return wrong_use(on.error(), options.language);
  const auto known = known_asked(options.known);
  if (!known) return wrong_use(known.error(), options.language);
  const auto person = read_person_number(options.person);
  if (!person) return wrong_use(person.error(), options.language);
  const auto found = supplements_of(caller_of(*books, options), {*pool, *person, *known}, *on);
  if (!found) return refuse(found.error(), options.language);
  if (is_text_asked(options.as)) {
    print_page(supplements_text(*found, options.language));
  } else {
    print_answer(as_answered(*books, supplements_json(*found, options.language)));
  }
  const bool above = std::ranges::any_of(found->bills, [](const auto& each) { return each.above() > Money{}; });
  return above ? kSomeRejected : kAllSettled;
}

int credentials(const BesideOptions& options) {
  const auto books = open_books(options, store::Access::read_only);
  if (books == nullptr) return kWrongUse;
  const auto pool = pool_asked(*books, options.pool, options.language);
  if (!pool) return kWrongUse;
  const auto from = parse_date(options.from);
  const auto to = parse_date(options.to);
  if (!from || !to) return wrong_use(from ? to.error() : from.error(), options.language);
  if (*to < *from) {
    return wrong_use({ErrorCode::contradiction, {"--to 早于 --from：请对调", "--to lies before --from"}, {}},
                     options.language);
  }
  const auto used = credentials_used(caller_of(*books, options), Region(*pool), *from, *to);
  if (!used) return refuse(used.error(), options.language);
  if (is_text_asked(options.as)) {
    print_page(credentials_text(*used, options.language));
  } else {
    print_answer(as_answered(*books, credentials_json(*used)));
  }
  return kAllSettled;
}

void add_beside(CLI::App& app, BesideCommands& options, const std::string& packs, Language language, int& status) {
  const auto say = [language](const char* zh, const char* en) { return language == Language::zh ? zh : en; };
  const auto add = [&](const char* name, const char* about, BesideOptions& into, int (*run)(const BesideOptions&)) {
    CLI::App* command = app.add_subcommand(name, about);
    command->add_option(say("统筹区", "pool"), into.pool, say("统筹区代码或名称", "the pool's code or name"))
        ->required();
    add_books(*command, into.db, language)->required();
    command->add_option("--as", into.as, say("输出形式", "the form of the output"))
        ->check(one_of({"text", "json"}, language));
    command->callback([&into, &packs, &status, language, run] {
      into.language = language;
      into.packs = packs;
      status = run(into);
    });
    return command;
  };
  CLI::App* help = add("supplements",
                       say("基金之外：某人的结算单还剩多少、谁已给付、还可申请什么",
                           "beside the funds: what is left of a person's bills, who paid, what may still be asked"),
                       options.supplements, supplements);
  help->add_option(say("人员", "person"), options.supplements.person, say("人员编号", "the person's id"))->required();
  help->add_option("--on", options.supplements.on, say("日期；默认今天", "the day; today when not given"));
  help->add_option("--known", options.supplements.known, say("按当时所知", "as it was known then"));
  CLI::App* shown =
      add("credentials", say("凭证与移动支付的使用：按结算笔数", "by what people were identified and paid, in bills"),
          options.credentials, credentials);
  shown->add_option("--from", options.credentials.from, say("首日", "the first day"))->required();
  shown->add_option("--to", options.credentials.to, say("末日", "the last day"))->required();
}

}  // namespace yidan::cli
