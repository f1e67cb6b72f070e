#include "cli/commands/bill.h"

#include <cerrno>
#include <expected>

#include <CLI/CLI.hpp>

#include "base/visible.h"
#include "cli/command_line.h"
#include "cli/line_stream.h"
#include "cli/load.h"
#include "cli/output_file.h"
#include "cli/terminal.h"
#include "exchange/session.h"
#include "facts/person_number.h"
#include "operations/year.h"
#include "statement/statement.h"

namespace yidan::cli {
namespace {

using statement::Settled;

constexpr std::size_t kOfTheBooks = 3;

Error wrong(std::string zh, std::string en) { return {ErrorCode::invalid_value, {std::move(zh), std::move(en)}, {}}; }

int write(std::span<const Settled> bills, const BillOptions& options) {
  const auto pdf = statement::draw(bills, {options.language, options.full_id, options.terms});
  if (!pdf) return refuse(pdf.error(), options.language);
  if (options.out == "-" && is_terminal(stdout)) {
    return wrong_use(
        wrong("PDF 不能显示在终端：请用 --out 写入文件", "a PDF is not for a terminal: --out names a file"),
        options.language);
  }
  OutputFile file(options.out, options.force);
  if (!file.open() || !file.write(*pdf) || !file.commit()) return refuse(cannot_write(file), options.language);
  return kAllSettled;
}

int from_books(const BillOptions& options) {
  if (options.db.empty()) return complain_of_no_books(options.language);
  const auto books = open_books(options, store::Access::read_only);
  if (books == nullptr) return kWrongUse;
  const auto pool = pool_asked(*books, options.asked[0], options.language);
  if (!pool) return kWrongUse;
  const auto known = known_asked(options.known);
  if (!known) return wrong_use(known.error(), options.language);
  const auto person = read_person_number(options.asked[1]);
  if (!person) return wrong_use(person.error(), options.language);
  const EncounterName asked{options.asked[2], options.provider};
  const auto found = operations::explanation_of(caller_of(*books, options), {*pool, *person, *known}, asked);
  if (!found) return refuse(found.error(), options.language);
  const Settled settled{found->facts.person, *found->facts.entries.back().encounter, found->bill};
  return write({&settled, 1}, options);
}

// The case of the file, settled; the exit status when it cannot be, which was said.
std::expected<exchange::SettledCase, int> settled_case(const policy::Policy& policy, const BillOptions& options) {
  const std::string& name = options.asked.front();
  const auto input = LineStream::open(name);
  if (!input) {
    complain_of_reading(name, errno, options.language);
    return std::unexpected(kWrongUse);
  }
  const auto text = input->read_all();
  if (!text) {
    complain_of_reading(name, input->too_long() ? EFBIG : input->read_error(), options.language);
    return std::unexpected(kWrongUse);
  }
  exchange::Session session(policy, {.language = options.language}, exchange::Form::text);
  auto settled = session.settled(*text);
  if (settled) return std::move(*settled);
  (void)refuse(settled.error(), options.language);
  return std::unexpected(kSomeRejected);
}

int from_case(const BillOptions& options) {
  const auto policy = load(options.packs, options.language);
  if (!policy) return kWrongUse;
  const auto settled = settled_case(*policy, options);
  if (!settled) return settled.error();
  int status = kAllSettled;
  std::vector<Settled> bills;
  for (std::size_t i = 0; i < settled->bills.size(); ++i) {
    const benefit::Bill& each = settled->bills[i];
    if (!options.encounter.empty() && each.encounter != options.encounter) continue;
    if (each.error) {
      status = refuse(*each.error, options.language);
    } else {
      bills.push_back({settled->facts.person, *settled->facts.entries[i].encounter, each});
    }
  }
  if (!bills.empty()) {
    const int written = write(bills, options);
    return written == kAllSettled ? status : written;
  }
  if (status != kAllSettled) return status;
  return wrong_use(wrong("案例中没有这次就诊：“" + shown(options.encounter) + "”",
                         "the case has no such encounter: '" + shown(options.encounter) + "'"),
                   options.language);
}

}  // namespace

int bill(const BillOptions& options) {
  if (options.asked.size() == kOfTheBooks) return from_books(options);
  if (options.asked.size() == 1) return from_case(options);
  return wrong_use(wrong("请给一个案例文件，或统筹区、人员编号与就诊编号三项",
                         "give one case file, or the three of pool, person and encounter"),
                   options.language);
}

void add_bill(CLI::App& app, BillOptions& options, const std::string& packs, Language language, int& status) {
  const auto say = [language](const char* zh, const char* en) { return language == Language::zh ? zh : en; };
  CLI::App* command =
      app.add_subcommand("bill", say("结算单打印件（PDF，A4）：来自账册，或没有账册的案例",
                                     "a statement on paper (PDF, A4): from the books, or of a case without books"));
  command
      ->add_option(say("案例文件", "asked"), options.asked,
                   say("案例文件（- 为标准输入）；或 统筹区 人员编号 就诊编号（来自账册）",
                       "a case file (- is standard input); or POOL PERSON ENCOUNTER, from the books"))
      ->required()
      ->expected(1, static_cast<int>(kOfTheBooks));
  command->add_option("--out", options.out, say("PDF 文件；- 为标准输出", "the PDF; - is standard output"))->required();
  command->add_option("--encounter", options.encounter,
                      say("案例中的这次就诊；默认全部，各自成页",
                          "this encounter of the case; all when not given, each on pages of its own"));
  command->add_option(
      "--provider", options.provider,
      say("账册中两家机构的就诊编号相同时，机构编号", "of the books: the provider's id, where two gave that number"));
  command->add_flag("--force", options.force, say("覆盖已有的其他文件", "replace another file that stands there"));
  command->add_flag("--full-id", options.full_id, say("写出完整的人员编号", "print the person's number unmasked"));
  command->add_flag("--terms", options.terms, say("附用语解释", "say what the words mean"));
  add_books(*command, options.db, language);
  command->add_option(
      "--known", options.known,
      say("按当时所知：\"2026-11-22 10:00:00\" 或日期", "as it was known then: \"2026-11-22 10:00:00\", or a day"));
  command->footer(
      say("例：\n  yidan bill examples/yantai.json --out bill.pdf\n"
          "  yidan bill --db books.db 370600 370600195003010028 E1 --out bill.pdf\n"
          "退出码：0 已写出；1 有未受理；2 命令、政策或账册有误",
          "examples:\n  yidan bill examples/yantai.json --out bill.pdf\n"
          "  yidan bill --db books.db 370600 370600195003010028 E1 --out bill.pdf --lang en\n"
          "exit status: 0 written; 1 something was rejected; 2 the command line, the policy or the books "
          "are wrong"));
  command->callback([&options, &packs, &status, language] {
    options.language = language;
    options.packs = packs;
    status = bill(options);
  });
}

}  // namespace yidan::cli
