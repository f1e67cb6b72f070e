#include "cli/commands/batch_options.h"

#include <CLI/CLI.hpp>

#include "cli/command_line.h"
#include "terms/say.h"

namespace yidan::cli {
namespace {

// What both commands take.
void add_common(CLI::App& command, BatchOptions& options, Language language) {
  command.add_option(
      say(language, "文件", "file"), options.file,
      say(language, "每行一人的文件（CSV）；- 为标准输入", "a file with a person a row (CSV); - is standard input"));
  command.add_option("--pool", options.pool, say(language, "统筹区代码或名称", "the pool's code or name"))->required();
  command.add_option("--out", options.out,
                     say(language, "结果文件；默认标准输出", "the file of answers; standard output when not given"));
  command.add_option(
      "--refused", options.refused,
      say(language, "未受理行的文件：原文、行号、原因；默认前 20 条显示在标准错误",
          "a file of refused rows, as written, with line and reason; else the first 20 on standard error"));
  command.add_option(
      "--summary", options.summary,
      say(language, "汇总文件（JSON）；默认显示在标准错误", "a file for the summary (JSON); else on standard error"));
  command.add_flag("--force", options.force,
                   say(language, "输出覆盖已有的其他文件", "outputs replace other files that stand there"));
  command.add_flag("--jsonl", options.jsonl,
                   say(language, "输入与输出均为每行一个 JSON 对象", "JSON lines in and out: one object a line"));
  command.add_flag("--bom", options.mark,
                   say(language, "CSV 结果以字节顺序标记开头，便于电子表格打开",
                       "answers in CSV begin with a byte order mark, for spreadsheets"));
}

void add_credit(CLI::App& app, CreditOptions& options, const std::string& packs, Language language, int& status) {
  CLI::App* command = app.add_subcommand(
      "credit", say(language, "全市个人账户按月划入", "credit the personal accounts of a whole city for a month"));
  add_common(*command, options, language);
  command->add_option("--month", options.month, say(language, "月份，如 2023-03", "the month, for example 2023-03"))
      ->required();
  command->footer(
      say(language,
          "列：id 身份证号, born 出生日期, status 参保身份（active 在职、retired 退休、\n"
          "    flexible 灵活就业）, monthly_wage 月工资（在职必填）；姓名、序号、备注列不读\n"
          "结果：id, month, credit, rule, basis\n"
          "例：\n  yidan credit --pool 370600 --month 2023-03 examples/persons-yantai.csv\n"
          "  yidan credit --pool 370600 --month 2023-03 --out credits.csv --refused refused.csv persons.csv\n"
          "退出码：0 全部答复；1 有未受理的行；2 命令、政策或文件有误",
          "columns: id, born, status (active, retired, flexible), monthly_wage (of who is active)\n"
          "answers: id, month, credit, rule, basis\n"
          "examples:\n  yidan credit --pool 370600 --month 2023-03 examples/persons-yantai.csv\n"
          "  yidan credit --pool 370600 --month 2023-03 --out credits.csv --refused refused.csv persons.csv\n"
          "exit status: 0 all answered; 1 some rows refused; 2 the command line, the policy or a file is wrong"));
  command->callback([&options, &packs, &status, language] {
    options.language = language;
    options.packs = packs;
    status = credit(options);
  });
}

void add_dues(CLI::App& app, DuesOptions& options, const std::string& packs, Language language, int& status) {
  CLI::App* command =
      app.add_subcommand("dues", say(language, "全市居民年度应缴：由谁承担多少",
                                     "what the residents of a whole city owe for a year, and who bears it"));
  add_common(*command, options, language);
  command->add_option("--year", options.year, say(language, "参保年度，如 2022", "the insured year, for example 2022"))
      ->required();
  command->add_option("--on", options.on,
                      say(language, "未缴费者的核定日；默认年度最后一日",
                          "the day as of which the unpaid are charged; the last of the year when not given"));
  command->footer(
      say(language,
          "列：id 身份证号, born 出生日期,\n"
          "    status 参保身份（adult、child、student、newborn）,\n"
          "    category 救助身份（可选）, category_from 身份起始日, exempt 免缴（yes、no）,\n"
          "    enrolled 参保登记日（默认集中缴费期首日）, paid_on 缴费日期；\n"
          "    姓名、序号、备注列不读\n"
          "结果：id, insured_year, part, payer, amount, rule, basis, standard_year\n"
          "例：\n  yidan dues --pool 371700 --year 2022 examples/residents-heze.csv\n"
          "  yidan dues --pool 371700 --year 2022 --on 2022-06-30 --summary summary.json residents.csv > dues.csv\n"
          "退出码：0 全部答复；1 有未受理的行；2 命令、政策或文件有误",
          "columns: id, born, status (adult, child, student, newborn); optional category, category_from,\n"
          "    exempt (yes, no), enrolled (the first day of the collection window), paid_on\n"
          "answers: id, insured_year, part, payer, amount, rule, basis, standard_year\n"
          "examples:\n  yidan dues --pool 371700 --year 2022 examples/residents-heze.csv\n"
          "  yidan dues --pool 371700 --year 2022 --on 2022-06-30 --summary summary.json residents.csv > dues.csv\n"
          "exit status: 0 all answered; 1 some rows refused; 2 the command line, the policy or a file is wrong"));
  command->callback([&options, &packs, &status, language] {
    options.language = language;
    options.packs = packs;
    status = dues(options);
  });
}

}  // namespace

void add_batch(CLI::App& app, BatchCommands& options, const std::string& packs, Language language, int& status) {
  add_credit(app, options.credit, packs, language, status);
  add_dues(app, options.dues, packs, language, status);
}

}  // namespace yidan::cli
