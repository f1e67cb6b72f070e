#include <CLI/CLI.hpp>

#include "cli/command_line.h"
#include "cli/commands/decide.h"
#include "terms/say.h"

namespace yidan::cli {
namespace {

// Adds the commands one after the other.
class DecideAdder : public Speaker {
 public:
  DecideAdder(CLI::App& policy, const std::string& packs, Language language, int& status)
      : Speaker(language), policy_(policy), packs_(packs), status_(status) {}

  enum class Db : unsigned char { needed, free };
  enum class Forms : unsigned char { text_and_json, table };
  CLI::App& add(const char* name, std::string about, DecideOptions& options, int (*run)(const DecideOptions&),
                Db db = Db::needed, Forms forms = Forms::text_and_json) {
    CLI::App* command = policy_.add_subcommand(name, std::move(about));
    CLI::Option* books = add_access(*command, options.db, options.actor, language());
    if (db == Db::needed) books->required();
    CLI::Option* form = command->add_option(
        "--as", options.as, say("输出形式：text 供人阅读，json 供程序", "text for people, json for programs"));
    form->check(forms == Forms::table ? one_of({"text", "json", "csv"}, language())
                                      : one_of({"text", "json"}, language()));
    command->callback([this_language = language(), &options, &packs = packs_, &status = status_, run] {
      options.language = this_language;
      options.packs = packs;
      status = run(options);
    });
    return *command;
  }

  void pool(CLI::App& command, DecideOptions& options, bool required = true) const {
    CLI::Option* pool = command.add_option(
        say("统筹区", "pool"), options.pool,
        say("统筹区代码或名称；由县决定的写县代码", "the pool's code or name; a county's code where a county decides"));
    if (required) pool->required();
  }
  void id(CLI::App& command, DecideOptions& options, bool required = true) const {
    CLI::Option* id = command.add_option(say("决策编号", "decision"), options.id, say("决策编号", "the decision's id"));
    if (required) id->required();
  }
  void day(CLI::App& command, const char* name, std::string& day, const char* zh, const char* en) const {
    command.add_option(name, day, say(zh, en));
  }
  void key(CLI::App& command, DecideOptions& options) const {
    command.add_option("--key", options.key,
                       say("请求的键；默认由统筹区、编号和所做的事组成",
                           "the key of the request; made of pool, id and act when not given"));
  }
  void known(CLI::App& command, DecideOptions& options) const {
    command.add_option(
        "--known", options.known,
        say("按当时所知：\"2026-11-22 10:00:00\" 或日期", "as it was known then: \"2026-11-22 10:00:00\", or a day"));
  }

 private:
  CLI::App& policy_;
  const std::string& packs_;
  int& status_;
};

void add_decide(DecideAdder& say, DecideOptions& options) {
  CLI::App& command = say.add("decide",
                              say.say("登记一项决策：谁决定、涉及什么、何时起，并核查权限",
                                      "register a decision: by whom, on what, from when; its authority is checked"),
                              options, policy_decide);
  say.pool(command, options);
  say.id(command, options);
  command.add_option("--kind", options.kind,
                     say.say("rule、adjustment（默认）、emergency 或 exploration",
                             "rule, adjustment (when not given), emergency or exploration"));
  command.add_option("--title", options.title, say.say("标题", "its title"));
  command
      .add_option(
          "--issuers", options.issuers,
          say.say("决策机关：bureau,finance,tax,city-government…", "who decides: bureau,finance,tax,city-government…"))
      ->delimiter(',');
  command
      .add_option("--parameters", options.parameters,
                  say.say("涉及的参数，如 resident-inpatient/ratio", "the parameters, as resident-inpatient/ratio"))
      ->delimiter(',');
  command.add_option("--group", options.group, say.say("只涉及某一救助身份", "of one category alone"));
  say.day(command, "--issued", options.issued, "印发日；不写为起草", "the day of issue; a draft when not given");
  say.day(command, "--from", options.from, "拟施行日", "from when it is to hold");
  say.day(command, "--until", options.until, "终止日（不含当日）", "the first day on which it no longer holds");
  command.add_option("--document", options.document, say.say("文号", "its number"));
  command.add_option("--basis", options.basis,
                     say.say("所依据的文件，写作 文号=制定机关", "a document behind it, as NUMBER=ISSUER"));
  command.add_option("--direction", options.direction,
                     say.say("探索：改革方向 nation、province 或 city", "of an exploration: nation, province or city"));
  command.add_option("--draft", options.draft, say.say("草案目录", "the folder of its draft"));
  say.key(command, options);
  command.footer(say.say(
      "例：\n  yidan policy decide --db books.db 371100 rizhao-5 --issuers bureau,finance \\\n"
      "    --parameters resident-inpatient/ratio --issued 2022-06-20 --from 2022-07-01\n"
      "退出码：0 已登记；1 被拒绝；2 命令、草案、政策或账册有误",
      "examples:\n  yidan policy decide --db books.db 371100 rizhao-5 --issuers bureau,finance \\\n"
      "    --parameters resident-inpatient/ratio --issued 2022-06-20 --from 2022-07-01\n"
      "exit status: 0 registered; 1 refused; 2 the command line, the draft, the policy or the books are wrong"));
}

void add_file(DecideAdder& say, DecideOptions& options) {
  CLI::App& command =
      say.add("file", say.say("记下一项决策的备案，及其答复", "note the filing of a decision, and what came of it"),
              options, policy_file);
  say.pool(command, options);
  say.id(command, options);
  command.add_option("--number", options.number, say.say("备案号", "the number of the filing"));
  command.add_option("--with", options.with, say.say("报送机关；默认 province", "with whom; province when not given"));
  say.day(command, "--filed", options.filed, "报送日", "the day of filing");
  say.day(command, "--answered", options.answered, "答复日", "the day of the answer");
  command.add_option("--result", options.result, say.say("accepted 或 returned", "accepted or returned"));
  say.key(command, options);
  command.footer(
      say.say("例：\n  yidan policy file --db books.db 371300 linyi-9 --number 鲁医保备2023-1 --filed 2023-01-10",
              "examples:\n  yidan policy file --db books.db 371300 linyi-9 --number SD-2023-1 --filed 2023-01-10"));
}

void add_approve(DecideAdder& say, DecideOptions& options) {
  CLI::App& command =
      say.add("approve", say.say("记下一项决策经请示获准", "note that a decision was approved on request"), options,
              policy_approve);
  say.pool(command, options);
  say.id(command, options);
  command.add_option("--number", options.number, say.say("批复文号", "the number of the approval"));
  command.add_option("--by", options.by, say.say("批准机关", "who approved"));
  say.day(command, "--asked", options.asked, "请示日", "the day on which it was asked for");
  say.day(command, "--approved", options.approved, "批准日", "the day of the approval");
  say.key(command, options);
}

void add_activate(DecideAdder& say, DecideOptions& options) {
  CLI::App& command =
      say.add("activate",
              say.say("启用：过关口的政策包自此用于结算；不写 --db 时只问关口",
                      "put into force: packs that pass the gate settle from then on; without --db the gate is "
                      "only asked"),
              options, policy_activate, DecideAdder::Db::free);
  say.pool(command, options);
  say.id(command, options, false);
  say.day(command, "--on", options.on, "启用日，默认今天", "from when on; today when not given");
  command.add_option(
      "--draft", options.draft,
      say.say("草案目录（决策的草案在登记时给出）", "a folder of a draft (that of a decision was given with it)"));
  say.key(command, options);
  command.footer(
      say.say("例：\n  yidan policy activate 菏泽市 --draft my-draft --on 2024-01-01\n"
              "  yidan policy activate --db books.db 371100 rizhao-5 --on 2022-07-01\n"
              "退出码：0 启用，或可以启用；1 不予启用；2 命令、草案、政策或账册有误",
              "examples:\n  yidan policy activate Heze --draft my-draft --on 2024-01-01\n"
              "  yidan policy activate --db books.db 371100 rizhao-5 --on 2022-07-01\n"
              "exit status: 0 in force, or it may be; 1 refused; 2 the command line, the draft, the policy or "
              "the books are wrong"));
}

void add_questions(DecideAdder& say, DecideCommands& options) {
  CLI::App& withdraw =
      say.add("withdraw", say.say("撤回一项尚未施行的决策", "withdraw a decision that is not in force yet"),
              options.withdraw, policy_withdraw);
  say.pool(withdraw, options.withdraw);
  say.id(withdraw, options.withdraw);
  say.day(withdraw, "--on", options.withdraw.on, "撤回日，默认今天", "the day; today when not given");
  say.key(withdraw, options.withdraw);
  CLI::App& sheet = say.add("sheet",
                            say.say("一项决策的办理单：各项要求、尚缺什么、最早施行日",
                                    "the sheet of a decision: requirements, what is missing, the earliest lawful "
                                    "day"),
                            options.sheet, policy_sheet, DecideAdder::Db::free);
  say.pool(sheet, options.sheet);
  say.id(sheet, options.sheet, false);
  say.day(sheet, "--on", options.sheet.on, "日期，默认今天", "the day; today when not given");
  say.known(sheet, options.sheet);
  CLI::App& list = say.add(
      "decisions", say.say("决策登记册：当日各处于什么状态", "the register of decisions, as they stood on a day"),
      options.decisions, policy_decisions, DecideAdder::Db::needed, DecideAdder::Forms::table);
  say.pool(list, options.decisions, false);
  say.day(list, "--on", options.decisions.on, "日期，默认今天", "the day; today when not given");
  say.known(list, options.decisions);
}

}  // namespace

void add_decide(CLI::App& policy, DecideCommands& options, const std::string& packs, Language language, int& status) {
  DecideAdder say(policy, packs, language, status);
  add_decide(say, options.decide);
  add_file(say, options.file);
  add_approve(say, options.approve);
  add_activate(say, options.activate);
  add_questions(say, options);
}

}  // namespace yidan::cli
