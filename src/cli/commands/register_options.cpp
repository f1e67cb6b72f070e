#include <CLI/CLI.hpp>

#include "cli/command_line.h"
#include "cli/commands/registers.h"

namespace yidan::cli {
namespace {

class RegisterAdder {
 public:
  RegisterAdder(CLI::App& group, const std::string& packs, Language language, int& status)
      : group_(group), packs_(packs), language_(language), status_(status) {}

  [[nodiscard]] std::string say(const char* zh, const char* en) const { return language_ == Language::zh ? zh : en; }

  CLI::App& add(const char* name, std::string about, RegisterOptions& options, int (*run)(const RegisterOptions&)) {
    CLI::App* command = group_.add_subcommand(name, std::move(about));
    command->callback([this_language = language_, &options, &packs = packs_, &status = status_, run] {
      options.language = this_language;
      options.packs = packs;
      status = run(options);
    });
    return *command;
  }

  void books(CLI::App& command, RegisterOptions& options) const {
    add_access(command, options.db, options.actor, language_)->required();
  }
  void reg(CLI::App& command, RegisterOptions& options) const {
    command
        .add_option(say("登记册", "register"), options.reg,
                    say("登记册，如 agreement", "the register, such as agreement"))
        ->required();
  }
  void id(CLI::App& command, RegisterOptions& options) const {
    command.add_option(say("编号", "entry"), options.id, say("登记编号", "the entry's id"))->required();
  }
  void pool(CLI::App& command, RegisterOptions& options, bool required = true) const {
    CLI::Option* pool = command.add_option("--pool", options.pool, say("统筹区代码或名称", "the pool's code or name"));
    if (required) pool->required();
  }
  void day(CLI::App& command, RegisterOptions& options) const {
    command.add_option("--on", options.on, say("日期；默认今天", "the day; today when not given"));
  }
  void known(CLI::App& command, RegisterOptions& options) const {
    command.add_option(
        "--known", options.known_at,
        say("按当时所知：\"2026-11-22 10:00:00\" 或日期", "as it was known then: \"2026-11-22 10:00:00\", or a day"));
  }
  void act(CLI::App& command, RegisterOptions& options) const {
    books(command, options);
    pool(command, options);
    day(command, options);
    command.add_option("--by", options.by, say("由谁办理，如 designation", "in whose name, such as designation"));
    command.add_option("--set", options.with, say("字段=值，可多次", "field=value, as often as needed"));
    command.add_option("--key", options.key,
                       say("请求的键；默认由内容得出", "the key of the request; follows from its content"));
    form(command, options, {"text", "json"});
  }
  void form(CLI::App& command, RegisterOptions& options, std::initializer_list<std::string> forms) const {
    command.add_option("--as", options.as, say("输出形式", "the form of the output"))->check(one_of(forms, language_));
  }
  void file(CLI::App& command, RegisterOptions& options) const {
    command.add_option("--out", options.out, say("写入此文件；默认标准输出", "write to this file; standard output"));
    command.add_flag("--force", options.force, say("替换已有的其他文件", "replace whatever stands there"));
  }

 private:
  CLI::App& group_;
  const std::string& packs_;
  Language language_;
  int& status_;
};

void add_lists(RegisterAdder& say, RegisterCommands& options) {
  CLI::App& kinds = say.add("kinds",
                            say.say("有哪些登记册：字段、状态、流转、时限、核查",
                                    "which registers there are: fields, states, moves, limits, checks"),
                            options.kinds, register_kinds);
  kinds.add_option(say.say("登记册", "register"), options.kinds.reg, say.say("只看这一个", "this one alone"));
  say.pool(kinds, options.kinds, false);
  say.form(kinds, options.kinds, {"text", "json"});
  for (auto* each : {&options.list, &options.out}) {
    const bool is_list = each == &options.list;
    CLI::App& list =
        say.add(is_list ? "list" : "export",
                is_list ? say.say("某日的登记：按状态、期限筛选", "the entries of a day, by state and deadline")
                        : say.say("导出登记册（CSV 或 XLSX）", "write a register as CSV or XLSX"),
                *each, register_list);
    say.reg(list, *each);
    say.books(list, *each);
    say.pool(list, *each, false);
    list.add_option("--state", each->state, say.say("只要此状态的", "of this state alone"));
    list.add_option("--due-before", each->due_before, say.say("期限早于此日的", "due before this day"));
    list.add_flag("--overdue", each->overdue, say.say("只要逾期的", "overdue ones alone"));
    list.add_option("--with", each->with, say.say("只要 字段=值 的，可多次", "with field=value alone"));
    say.day(list, *each);
    say.known(list, *each);
    say.file(list, *each);
    say.form(list, *each, {"text", "json", "csv", "xlsx"});
    if (!is_list) each->as = "csv";
  }
}

void add_acts(RegisterAdder& say, RegisterCommands& options) {
  CLI::App& show = say.add("show",
                           say.say("一项登记：某日的状态、历次办理、核查",
                                   "an entry: how it stood on a day, its steps, what the checks find"),
                           options.show, register_show);
  say.reg(show, options.show);
  say.id(show, options.show);
  say.books(show, options.show);
  say.pool(show, options.show);
  say.day(show, options.show);
  say.known(show, options.show);
  say.form(show, options.show, {"text", "json", "html"});
  CLI::App& open = say.add("open", say.say("登记", "open an entry"), options.open, register_open);
  say.reg(open, options.open);
  say.id(open, options.open);
  open.add_option("--move", options.open.move, say.say("登记事项；只有一种时可不写", "the act, where several open"));
  say.act(open, options.open);
  CLI::App& amend = say.add("amend", say.say("变更字段", "change fields of an entry"), options.amend, register_amend);
  say.reg(amend, options.amend);
  say.id(amend, options.amend);
  say.act(amend, options.amend);
  CLI::App& move = say.add("move", say.say("流转到下一状态", "move an entry on"), options.move, register_move);
  say.reg(move, options.move);
  say.id(move, options.move);
  move.add_option(say.say("事项", "act"), options.move.move, say.say("办理事项，如 accept", "the act, such as accept"))
      ->required();
  say.act(move, options.move);
}

void add_whole(RegisterAdder& say, RegisterCommands& options) {
  CLI::App& check =
      say.add("check",
              say.say("核查整个登记册：覆盖、一致、期限", "check a register as a whole: coverage, variants, deadlines"),
              options.check, register_check);
  say.reg(check, options.check);
  check.add_option(say.say("核查", "check"), options.check.check, say.say("只做这一项", "this check alone"));
  say.books(check, options.check);
  say.pool(check, options.check);
  say.day(check, options.check);
  check.add_option("--from", options.check.from,
                   say.say("核查结算单时，自此日起；默认全部", "of bills: from this day on; all when not given"));
  say.known(check, options.check);
  say.form(check, options.check, {"text", "json"});
  CLI::App& load = say.add("load",
                           say.say("从表格登记（CSV 或 XLSX），被拒的行写入一个文件",
                                   "open entries from a sheet (CSV or XLSX); refused rows go to a file"),
                           options.load, register_load);
  say.reg(load, options.load);
  load.add_option(say.say("文件", "file"), options.load.file, say.say("CSV 或 XLSX 文件", "a CSV or XLSX file"))
      ->required();
  say.books(load, options.load);
  say.pool(load, options.load, false);
  say.day(load, options.load);
  load.add_option("--by", options.load.by, say.say("由谁办理", "in whose name"));
  load.add_option("--move", options.load.move, say.say("登记事项", "the act, where several open"));
  load.add_option("--batch", options.load.batch,
                  say.say("批次号；默认文件内容的摘要", "the batch's number; else the digest of the file"));
  load.add_option("--refused", options.load.refused,
                  say.say("被拒的行写入此文件；默认标准错误", "refused rows go to this file; else to standard error"));
  load.add_flag("--force", options.load.force, say.say("替换已有的其他文件", "replace whatever stands there"));
}

}  // namespace

void add_registers(CLI::App& app, RegisterCommands& options, const std::string& packs, Language language, int& status) {
  const bool zh = language == Language::zh;
  CLI::App* group = app.add_subcommand("register", zh ? "登记册：机构、协议、服务事项、任务等，由政策包定义"
                                                      : "registers: institutions, agreements, services, tasks, as the "
                                                        "packs define them");
  group->require_subcommand(1);
  RegisterAdder adder(*group, packs, language, status);
  add_lists(adder, options);
  add_acts(adder, options);
  add_whole(adder, options);
}

}  // namespace yidan::cli
