// The program `yidan`: reads the command line and hands over to the commands.

#include <CLI/CLI.hpp>

#include "cli/command_line.h"
#include "cli/commands/audit.h"
#include "cli/commands/batch_options.h"
#include "cli/commands/beside.h"
#include "cli/commands/bill.h"
#include "cli/commands/books_commands.h"
#include "cli/commands/commands.h"
#include "cli/commands/cost.h"
#include "cli/commands/decide.h"
#include "cli/commands/explain.h"
#include "cli/commands/indicators.h"
#include "cli/commands/prove.h"
#include "cli/commands/registers.h"
#include "cli/commands/scheme.h"
#include "cli/commands/serve.h"
#include "cli/commands/signers.h"
#include "cli/commands/tasks.h"
#include "cli/commands/users.h"
#include "cli/commands/who.h"
#include "cli/terminal.h"
#include "terms/say.h"

namespace {

using namespace yidan;  // NOLINT

// What every command that answers cases or records takes.
void add_answering(CLI::App& command, cli::AnswerOptions& options, Language language) {
  command.add_flag("--jsonl", options.jsonl,
                   say(language, "每行一个，流式处理，保持顺序", "one a line, streamed, order kept"));
  command
      .add_option("--as", options.as,
                  say(language, "输出形式：text 供人阅读，json 供程序", "text for people, json for programs"))
      ->check(cli::one_of({"text", "json"}, language));
  command.add_flag("--pretty", options.pretty, say(language, "缩进 JSON", "indent the JSON"));
}

void add_clauses(CLI::App& command, bool& clauses, Language language) {
  command.add_flag("--clauses", clauses,
                   say(language, "文本输出附所引条款的大意", "in text: say what the clauses say that it cites"));
}

void add_settle(CLI::App& app, cli::SettleOptions& options, Language language, int& status) {
  CLI::App* command = app.add_subcommand(
      "settle", say(language, "结算案例：一个案例进，一张单出", "settle cases: a case in, its bills out"));
  command->add_option(say(language, "文件", "files"), options.files,
                      say(language, "案例文件（JSON）；- 为标准输入", "case files (JSON); - is standard input"));
  add_answering(*command, options, language);
  command->add_option("--steps", options.steps, say(language, "步骤：full、ids 或 none", "steps: full, ids or none"))
      ->check(cli::one_of({"full", "ids", "none"}, language))
      ->default_str("full");
  command->add_flag_callback(
      "--no-steps", [&options] { options.steps = "none"; },
      say(language, "不输出步骤（金额不变）", "leave the steps out (no amount changes)"));
  command->add_flag("--terms", options.terms,
                    say(language, "文本输出附用语解释", "in text: say what the words of the bill mean"));
  add_clauses(*command, options.clauses, language);
  command->footer(say(
      language,
      "例：\n  yidan settle examples/yantai.json\n  yidan settle --as json case.json > bill.json\n"
      "  yidan settle --jsonl --no-steps < cases.jsonl > bills.jsonl\n退出码：0 全部结算；1 有未受理；2 命令或政策有误",
      "examples:\n  yidan settle examples/yantai.json\n  yidan settle --as json case.json > bill.json\n"
      "  yidan settle --jsonl --no-steps < cases.jsonl > bills.jsonl\n"
      "exit status: 0 all settled; 1 some rejected; 2 the command line or the policy is wrong"));
  command->callback([&options, &status, language] {
    options.language = language;
    status = cli::settle(options);
  });
}

// Of a person in the books.
void add_person_in_books(CLI::App& command, cli::StandingOptions& options, Language language) {
  cli::add_books(command, options.db, language);
  command.add_option(
      "--on", options.on,
      say(language, "账册中的人：截至此日；默认今天", "in the books: as of this day; today when not given"));
  command.add_option("--known", options.known,
                     say(language, "按当时所知：此后公布的统计数、此后的账册记录不计",
                         "as it was known then: figures published and events recorded later do not count"));
  command.add_option("--if", options.suppose,
                     say(language, "账册中的人：假设再记入此事，会改变什么（不写入）",
                         "in the books: what would change if this were told; nothing is written"));
}

void add_standing(CLI::App& app, cli::StandingOptions& options, Language language, int& status) {
  CLI::App* command = app.add_subcommand(
      "standing", say(language, "由档案或账册推定参保状态：待遇与断档、应缴、账户、年限",
                      "what a record, or the books, mean for a person: cover and gaps, dues, account, "
                      "years"));
  command->add_option(say(language, "文件", "files"), options.files,
                      say(language, "档案文件（JSON）；- 为标准输入；或 统筹区 人员编号（来自账册）",
                          "record files (JSON); - is standard input; or POOL PERSON, from the books"));
  add_answering(*command, options, language);
  command->add_flag_callback(
      "--no-text", [&options] { options.sentences = false; },
      say(language, "不输出说明文字（其余不变）", "leave the sentences out (nothing else changes)"));
  add_clauses(*command, options.clauses, language);
  add_person_in_books(*command, options, language);
  command->footer(
      say(language,
          "例：\n  yidan standing examples/record-heze.json\n  yidan standing --as json record.json > standing.json\n"
          "  yidan standing --jsonl --no-text < records.jsonl > standings.jsonl\n"
          "  yidan standing --db books.db 371700 371722198005210016 --if \"pay 2023 350.00 on 2023-03-15\"\n"
          "退出码：0 全部推定；1 有未受理的；2 命令、政策或账册有误",
          "examples:\n  yidan standing examples/record-heze.json\n"
          "  yidan standing --as json record.json > standing.json\n"
          "  yidan standing --jsonl --no-text < records.jsonl > standings.jsonl\n"
          "  yidan standing --db books.db 371700 371722198005210016 --if \"pay 2023 350.00 on 2023-03-15\"\n"
          "exit status: 0 all derived; 1 some rejected; 2 the command line, the policy or the books are wrong"));
  command->callback([&options, &status, language] {
    options.language = language;
    status = cli::standing(options);
  });
}

void add_assist(CLI::App& app, cli::AnswerOptions& options, Language language, int& status) {
  CLI::App* command = app.add_subcommand(
      "assist", say(language, "依申请医疗救助：区间、起付标准、计入的费用、救助金额",
                    "assistance on application: window, deductible, the bills that count, the amount"));
  command->add_option(say(language, "文件", "files"), options.files,
                      say(language, "带申请（apply）的案例（JSON）；- 为标准输入",
                          "cases (JSON) whose record has an application (apply); - is standard input"));
  add_answering(*command, options, language);
  command->footer(say(language,
                      "例：\n  yidan assist examples/assist-jining.json\n"
                      "  yidan assist --as json case.json > assistance.json\n"
                      "退出码：0 全部作出决定；1 有案例未受理；2 命令或政策有误",
                      "examples:\n  yidan assist examples/assist-jining.json\n"
                      "  yidan assist --as json case.json > assistance.json\n"
                      "exit status: 0 all decided; 1 some rejected; 2 the command line or the policy is wrong"));
  command->callback([&options, &status, language] {
    options.language = language;
    status = cli::assist(options);
  });
}

CLI::App* add_policy_diff(CLI::App& policy, cli::PolicyOptions& options, Language language) {
  CLI::App* diff = policy.add_subcommand(
      "diff", say(language, "两日、两个政策包目录或两个统筹区之间的变化",
                  "what changed between two days, or differs between two folders of packs or two pools"));
  diff->add_option(say(language, "统筹区", "pool"), options.pool,
                   say(language, "统筹区代码或名称", "the pool's code or name"))
      ->required();
  diff->add_option(say(language, "前一日", "first"), options.on, say(language, "前一日", "the first day"))->required();
  diff->add_option(
      say(language, "后一日", "second"), options.until,
      say(language, "后一日；用 --with 时默认同一日", "the second day; with --with the first, unless given"));
  diff->add_option("--with", options.with,
                   say(language, "与另一政策包目录的同一统筹区，或另一统筹区比较",
                       "compare with the same pool of another folder of packs, or with another pool"));
  diff->add_option("--case", options.cases,
                   say(language, "案例文件：与另一政策包目录比较时，各笔结算如何改变",
                       "files of cases: how their bills would change by the other folder of packs"));
  diff->footer(say(language,
                   "例：\n  yidan policy diff 370600 2022-12-31 2023-01-01\n"
                   "  yidan policy diff 370600 2023-03-05 --with my-packs --case examples/yantai.json\n"
                   "  yidan policy diff 370600 2023-03-05 --with 371300",
                   "examples:\n  yidan policy diff 370600 2022-12-31 2023-01-01\n"
                   "  yidan policy diff 370600 2023-03-05 --with my-packs --case examples/yantai.json\n"
                   "  yidan policy diff 370600 2023-03-05 --with 371300"));
  return diff;
}

CLI::App* add_policy_new(CLI::App& policy, cli::PolicyOptions& options, Language language) {
  CLI::App* city =
      policy.add_subcommand("new", say(language, "新建一个地市的政策包，不含其他地市的条款",
                                       "make a city's folder of packs, without a clause of any other city"));
  city->add_option(say(language, "区划代码", "region"), options.pool,
                   say(language, "地市区划代码，如 371600", "the city's region, for example 371600"))
      ->required();
  city->add_option(say(language, "名称", "name"), options.name,
                   say(language, "中文名称，如 滨州市", "its Chinese name"))
      ->required();
  city->add_option("--en", options.english, say(language, "英文名称，如“Binzhou”", "its English name"));
  city->add_option("--like", options.with,
                   say(language, "参照的地市：取其仅依据省规定的各项，列出其另有规定的各项",
                       "a city whose files are taken over where they rest on the province alone; what it says of its "
                       "own is listed"));
  city->footer(say(language, "例：\n  yidan policy new 371600 滨州市 --en Binzhou --like 370600 --packs my-packs",
                   "examples:\n  yidan policy new 371600 滨州市 --en Binzhou --like 370600 --packs my-packs"));
  return city;
}

CLI::App* add_policy(CLI::App& app, cli::PolicyOptions& options, Language language, int& status) {
  CLI::App* policy = app.add_subcommand(
      "policy", say(language, "政策包：检查、查看、比较、核查", "the packs: check, show, compare, audit"));
  policy->require_subcommand(1);
  const auto run = [&options, &status, language](int (*command)(const cli::PolicyOptions&)) {
    return [&options, &status, language, command] {
      options.language = language;
      status = command(options);
    };
  };
  CLI::App* check = policy->add_subcommand(
      "check", say(language, "检查全部政策包，一次报告所有错误", "check all packs, report every problem"));
  check->add_option(say(language, "目录", "dir"), options.packs, say(language, "政策包目录", "the folder of packs"));
  check->footer(say(language, "例：\n  yidan policy check\n  yidan policy check my-packs",
                    "examples:\n  yidan policy check\n  yidan policy check my-packs"));
  check->callback(run(cli::policy_check));

  CLI::App* show = policy->add_subcommand(
      "show", say(language, "某日有效的规则，逐条附依据", "what is in force on a day, clause by clause"));
  show->add_option(say(language, "统筹区", "pool"), options.pool,
                   say(language, "统筹区代码或名称", "the pool's code or name"))
      ->required();
  show->add_option("--on", options.on, say(language, "日期，默认今天", "the day; today when not given"));
  show->add_option("--as", options.as, say(language, "text 或 json", "text or json"))
      ->check(cli::one_of({"text", "json"}, language));
  show->footer(say(language, "例：\n  yidan policy show 370600 --on 2023-03-05\n  yidan policy show 济宁市 --as json",
                   "examples:\n  yidan policy show 370600 --on 2023-03-05\n  yidan policy show Jining --as json"));
  show->callback(run(cli::policy_show));

  CLI::App* clauses =
      policy->add_subcommand("clauses", say(language, "政策包引用的条款及其位置", "every clause cited, and where"));
  clauses->add_option("--format", options.as, "tsv")->check(cli::one_of({"tsv"}, language));
  clauses->footer(say(language, "例：\n  yidan policy clauses | grep YT-2.1.1-a",
                      "examples:\n  yidan policy clauses | grep YT-2.1.1-a"));
  clauses->callback(run(cli::policy_clauses));

  CLI::App* documents =
      policy->add_subcommand("documents", say(language, "所依据的文件：文号、制定机关、印发日、有效期、状态",
                                              "the documents: number, issuer, day of issue, validity, status"));
  documents->add_option("--as", options.as, say(language, "text 或 json", "text or json"))
      ->check(cli::one_of({"text", "json"}, language));
  documents->footer(say(language, "例：\n  yidan policy documents\n  yidan policy documents --as json",
                        "examples:\n  yidan policy documents\n  yidan policy documents --as json"));
  documents->callback(run(cli::policy_documents));

  add_policy_diff(*policy, options, language)->callback(run(cli::policy_diff));
  add_policy_new(*policy, options, language)->callback(run(cli::policy_new));
  return policy;
}

// What is asked of packs beyond what they say.
struct PolicyQuestions {
  cli::AuditOptions audit;
  cli::SchemeOptions scheme;
  cli::CostOptions cost;
  cli::WhoOptions who;
  cli::IndicatorOptions indicators;
  cli::ExplainOptions explain;
};

void add_policy_questions(CLI::App& policy, PolicyQuestions& options, const std::string& packs, Language language,
                          int& status) {
  add_audit(policy, options.audit, packs, language, status);
  add_scheme(policy, options.scheme, packs, language, status);
  add_cost(policy, options.cost, packs, language, status);
  add_who(policy, options.who, packs, language, status);
  add_indicators(policy, options.indicators, packs, language, status);
  add_explain(policy, options.explain, packs, language, status);
}

void add_schema(CLI::App& app, cli::SchemaOptions& options, bool& all, Language language, int& status) {
  CLI::App* command = app.add_subcommand(
      "schema", say(language, "各格式的 JSON Schema（不写名称则为全部）", "the JSON Schema of a format, or of all"));
  command->add_option(say(language, "名称", "name"), options.name,
                      say(language, "格式，如 yidan.case/1 或 case", "a format: yidan.case/1, or case"));
  command->add_flag("--all", all, say(language, "全部格式（默认）", "all formats (the default)"));
  command
      ->add_option("--as", options.as,
                   say(language, "json、markdown（字段表）或 dictionary（模糊测试词典）",
                       "json, markdown (tables of fields) or dictionary (words for a fuzzer)"))
      ->check(cli::one_of({"json", "markdown", "dictionary"}, language));
  command->footer(say(language, "例：\n  yidan schema case > case.schema.json\n  yidan schema --all",
                      "examples:\n  yidan schema case > case.schema.json\n  yidan schema --all"));
  command->callback([&options, &all, &status, language] {
    options.language = language;
    if (all) options.name.clear();
    status = cli::schema(options);
  });
}

// The language must be known before the help texts are made: `--lang` is looked for first.
Language language_asked(int count, char** words) {
  Language language = cli::language_of_locale();
  for (int i = 1; i < count; ++i) {
    const std::string_view word = words[i];
    const std::string_view value = word == "--lang" && i + 1 < count ? words[i + 1]
                                   : word.starts_with("--lang=")     ? word.substr(7)
                                                                     : std::string_view{};
    if (value == "zh") language = Language::zh;
    if (value == "en") language = Language::en;
  }
  return language;
}

// Reads the command line, by which a command is run; its exit status.
int run(CLI::App& app, int count, char** words, Language language, const int& status) {
  try {
    app.parse(count, words);
  } catch (const CLI::Success& help) {  // --help, --version
    app.exit(help);
    return cli::kAllSettled;
  } catch (const CLI::ParseError& error) {
    cli::complain(cli::command_line_mistake(app, error), language);
    return cli::kWrongUse;
  }
  return status;
}

}  // namespace

int main(int count, char** words) {
  cli::keep_standard_files_closed();
  const Language language = language_asked(count, words);
  CLI::App app{say(language, "一单：多层医疗保障，一单结算", "Yidan: every layer of protection on one bill"), "yidan"};
  cli::speak(app, language);
  app.set_version_flag("--version", "yidan " YIDAN_VERSION, say(language, "显示版本", "show the version"));
  app.require_subcommand(1);
  app.fallthrough();
  std::string ignored_language;
  app.add_option("--lang", ignored_language,
                 say(language, "语言：zh 或 en（默认按系统语言）", "language: zh or en (default: the locale's)"))
      ->check(cli::one_of({"zh", "en"}, language));
  std::string packs;
  app.add_option("--packs", packs, say(language, "政策包目录", "the folder of packs"));
  cli::SettleOptions settle_options;
  cli::StandingOptions standing_options;
  cli::AnswerOptions assist_options;
  cli::BatchCommands batch_commands;
  cli::BillOptions bill_options;
  cli::BooksCommands books_commands;
  cli::PolicyOptions policy_options;
  PolicyQuestions policy_questions;
  cli::ProveOptions prove_options;
  cli::DecideCommands decide_commands;
  cli::RegisterCommands register_commands;
  cli::TaskOptions task_options;
  cli::BesideCommands beside_commands;
  cli::SchemaOptions schema_options;
  cli::ServeOptions serve_options;
  cli::UserCommands user_commands;
  cli::SignerOptions signer_options;
  bool all_schemas = false;
  int status = cli::kAllSettled;
  app.parse_complete_callback([&] {
    settle_options.packs = packs;
    standing_options.packs = packs;
    assist_options.packs = packs;
    if (policy_options.packs.empty()) policy_options.packs = packs;
  });
  add_settle(app, settle_options, language, status);
  add_standing(app, standing_options, language, status);
  add_assist(app, assist_options, language, status);
  add_batch(app, batch_commands, packs, language, status);
  add_bill(app, bill_options, packs, language, status);
  add_books(app, books_commands, packs, language, status);
  CLI::App* policy = add_policy(app, policy_options, language, status);
  add_policy_questions(*policy, policy_questions, packs, language, status);
  add_prove(app, prove_options, packs, language, status);
  add_decide(*policy, decide_commands, packs, language, status);
  add_registers(app, register_commands, packs, language, status);
  add_tasks(app, task_options, packs, language, status);
  add_users(app, user_commands, packs, language, status);
  add_signers(app, signer_options, packs, language, status);
  add_serve(app, serve_options, packs, language, status);
  add_beside(app, beside_commands, packs, language, status);
  add_schema(app, schema_options, all_schemas, language, status);
  return run(app, count, words, language, status);
}
