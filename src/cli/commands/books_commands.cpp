#include "cli/commands/books_commands.h"

#include <CLI/CLI.hpp>

#include "cli/command_line.h"
#include "cli/terminal.h"
#include "terms/say.h"

namespace yidan::cli {
namespace {

// Whether all that was printed has got where it should; said on standard error when it has not.
bool is_written(Language language) {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return true;
  complain({"结果没有写完：磁盘已满，或输出已关闭。已记账的不受影响，可以重新查询或重发",
            "the answer could not be written: the disk is full, or the output was closed. What was booked stays: ask "
            "for it or send it again"},
           language);
  return false;
}

// Adds commands one after the other; what they all take is said once.
class BooksAdder : public Speaker {
 public:
  BooksAdder(CLI::App& app, const std::string& packs, Language language, int& status)
      : Speaker(language), app_(app), packs_(packs), status_(status) {}

  template <class Options>
  CLI::App* add(const char* name, std::string about, Options& options, int (*run)(const Options&)) {
    CLI::App* command = app_.add_subcommand(name, std::move(about));
    add_access(*command, options.db, options.actor, language())->required();
    command->callback([this_language = language(), &options, &packs = packs_, &status = status_, run] {
      options.language = this_language;
      options.packs = packs;
      status = run(options);
      if (!is_written(this_language)) status = kWrongUse;
    });
    return command;
  }

  template <class Options>
  void add_person(CLI::App& command, Options& options) const {
    command.add_option(say("统筹区", "pool"), options.pool, say("统筹区代码或名称", "the pool's code or name"))
        ->required();
    command.add_option(say("人员编号", "person"), options.person, say("人员编号", "the person's id"))->required();
  }

  void add_form(CLI::App& command, std::string& as) const {
    command.add_option("--as", as, say("输出形式：text 供人阅读，json 供程序", "text for people, json for programs"))
        ->check(one_of({"text", "json"}, language()));
  }

  template <class Options>
  void add_provider(CLI::App& command, Options& options) const {
    command.add_option("--provider", options.provider,
                       say("机构编号：两家机构的就诊编号相同时须写", "the provider's id, where two gave that number"));
  }

  void add_force(CLI::App& command, bool& force) const {
    command.add_flag("--force", force, say("覆盖已有的其他文件", "replace another file that stands there"));
  }

  void add_known(CLI::App& command, std::string& known) const {
    command.add_option(
        "--known", known,
        say("按当时所知：\"2026-11-22 10:00:00\" 或日期", "as it was known then: \"2026-11-22 10:00:00\", or a day"));
  }

 private:
  CLI::App& app_;
  const std::string& packs_;
  int& status_;
};

void add_init(const BooksAdder& say, CLI::App* init, InitOptions& options) {
  init->add_flag("--drafts", options.drafts, say.say("允许征求意见稿动用资金", "let rules that are drafts move money"));
  init->add_flag("!--no-activate", options.activate, say.say("不启用任何政策包", "put no packs into force"));
  init->add_flag("--activate", options.activate,
                 say.say("核查并启用全部统筹区的政策包（默认）",
                         "audit the packs and put them into force in all pools (the default)"));
  init->add_option("--on", options.on, say.say("关口的日期，默认今天", "the day of the gate; today when not given"));
  init->add_flag(
      "--ungated", options.ungated,
      say.say("不设关口：示例、试算用，每个答复都会注明", "no gate: for examples and trials, every answer says so"));
  init->footer(say.say("例：\n  yidan init --db books.db\n  yidan init --db postgresql://yidan@localhost/yidan",
                       "examples:\n  yidan init --db books.db\n  yidan init --db postgresql://yidan@localhost/yidan"));
}

void add_post(const BooksAdder& say, CLI::App* post, PostOptions& options) {
  post->add_option(say.say("文件", "files"), options.files,
                   say.say("案例或请求（JSON）；- 为标准输入", "cases or requests (JSON); - is standard input"));
  post->add_flag("--jsonl", options.jsonl, say.say("每行一个，同一人按顺序", "one a line; those of a person in order"));
  post->add_flag("--quiet", options.quiet,
                 say.say("只输出拒绝、改变以前结算的答复与汇总",
                         "print refusals, answers that changed earlier bills, and the sum"));
  post->add_flag("--later-days", options.later_days,
                 say.say("记账日之后的日期也记入", "write what is said to happen after today"));
  say.add_form(*post, options.as);
  post->add_option("--threads", options.threads, say.say("同时处理数", "how many at a time"))
      ->check(between(1, 256, say.language()))
      ->capture_default_str();
  post->footer(say.say(
      "请求：{\"format\":\"yidan.request/1\",\"key\":…,\"pool\":…,\"person\":…,\"do\":…}\n"
      "  do：settle, trial, correct, reverse, facts, record, enrol, pay, grant,\n"
      "    credit, use（见 docs/books.md）\n"
      "例：\n  yidan post --db books.db examples/yantai.json\n"
      "  yidan post --db books.db --jsonl < requests.jsonl\n"
      "退出码：0 全部记账；1 有被拒绝的；2 命令、政策或账册有误",
      "a request: {\"format\":\"yidan.request/1\",\"key\":…,\"pool\":…,\"person\":…,\"do\":…}\n"
      "  do: settle, trial, correct, reverse, facts, record, enrol, pay, grant, credit, use (see docs/books.md)\n"
      "examples:\n  yidan post --db books.db examples/yantai.json\n"
      "  yidan post --db books.db --jsonl < requests.jsonl\n"
      "exit status: 0 all done; 1 some refused; 2 the command line, the policy or the books are wrong"));
}

void add_year(const BooksAdder& say, CLI::App* year, YearOptions& options) {
  say.add_person(*year, options);
  year->add_option(say.say("年度", "year"), options.year, say.say("年度；默认全部", "the year; all when not given"));
  year->add_option("--bill", options.bill,
                   say.say("只看这笔，附逐步说明", "this encounter alone, explained step by step"));
  year->add_flag("--terms", options.terms,
                 say.say("与 --bill 同用：附用语解释", "with --bill: say what its words mean"));
  year->add_flag("--clauses", options.clauses,
                 say.say("与 --bill 同用：附所引条款的大意", "with --bill: say what the clauses say that it cites"));
  say.add_provider(*year, options);
  say.add_known(*year, options.known);
  say.add_form(*year, options.as);
  year->footer(
      say.say("例：\n  yidan year --db books.db 370600 370600195003010028 2023\n"
              "  yidan year --db books.db 370600 370600195003010028 --bill E1 --lang en",
              "examples:\n  yidan year --db books.db 370600 370600195003010028 2023\n"
              "  yidan year --db books.db 370600 370600195003010028 --bill E1 --lang en"));
}

void add_balance(const BooksAdder& say, CLI::App* balance, BalanceOptions& options) {
  balance->add_option("--pool", options.pool, say.say("统筹区；默认全部", "the pool; all when not given"));
  balance
      ->add_option("--by", options.by,
                   say.say("provider 按医疗机构，month 按记账月份", "by provider, or by month of booking"))
      ->check(one_of({"provider", "month"}, say.language()));
  say.add_known(*balance, options.known);
  say.add_form(*balance, options.as);
  balance->footer(
      say.say("例：\n  yidan balance --db books.db\n  yidan balance --db books.db --by provider\n"
              "  yidan balance --db books.db --known \"2026-11-22 10:00:00\"\n"
              "退出码：0 平；1 不平；2 账册有误",
              "examples:\n  yidan balance --db books.db\n  yidan balance --db books.db --by provider\n"
              "  yidan balance --db books.db --known \"2026-11-22 10:00:00\"\n"
              "exit status: 0 it balances; 1 it does not; 2 the books are wrong"));
}

void add_journal(const BooksAdder& say, CLI::App* journal, JournalOptions& options) {
  journal->add_option("--pool", options.pool, say.say("统筹区；默认全部", "the pool; all when not given"));
  journal->add_option("--out", options.out,
                      say.say("输出文件；默认标准输出", "the file; standard output when not given"));
  say.add_force(*journal, options.force);
  journal->add_flag("--persons", options.persons, say.say("写出人员编号", "name the persons"));
  journal->footer(
      say.say("例：\n  yidan journal --db books.db --out books.journal\n  hledger -f books.journal balance\n"
              "  ledger -f books.journal balance",
              "examples:\n  yidan journal --db books.db --out books.journal\n"
              "  hledger -f books.journal balance\n  ledger -f books.journal balance"));
}

void add_reading(BooksAdder& adder, BooksCommands& options) {
  CLI::App* ask = adder.add("ask", adder.say("某个键的请求结果如何", "what became of the request with this key"),
                            options.ask, books_ask);
  ask->add_option(adder.say("键", "key"), options.ask.key, adder.say("请求的键", "the key of the request"))->required();
  adder.add_form(*ask, options.ask.as);
  ask->footer(adder.say(
      "例：\n  yidan ask --db books.db 370600/370600195003010028/settle/H1/E1\n退出码：0 有答复；1 没有这个请求",
      "examples:\n  yidan ask --db books.db 370600/370600195003010028/settle/H1/E1\n"
      "exit status: 0 here is the answer; 1 no such request is known"));
  add_year(adder,
           adder.add("year",
                     adder.say("一个人的账单：现在的，或按某时刻所知", "a person's bills, now or as they were known"),
                     options.year, books_year),
           options.year);
  add_balance(adder,
              adder.add("balance", adder.say("试算表：各基金各科目", "the trial balance, fund by fund"),
                        options.balance, books_balance),
              options.balance);
  add_journal(adder,
              adder.add("journal", adder.say("日记账，hledger 与 ledger 可读", "the journal, for hledger and ledger"),
                        options.journal, books_journal),
              options.journal);
  CLI::App* verify = adder.add(
      "verify",
      adder.say("由事项重新结算全部账册并逐字节核对", "settle everything again from its events and compare every byte"),
      options.verify, books_verify);
  verify->footer(adder.say("例：\n  yidan verify --db books.db\n退出码：0 一致；1 有不同；2 账册有误",
                           "examples:\n  yidan verify --db books.db\n"
                           "exit status: 0 all is as it should be; 1 something differs; 2 the books are wrong"));
}

void add_keeping(BooksAdder& adder, BooksCommands& options) {
  CLI::App* backup = adder.add("backup", adder.say("备份账册，其间可继续记账", "back the books up while others write"),
                               options.backup, books_backup);
  backup->add_option(adder.say("文件", "file"), options.backup.file, adder.say("备份文件", "the file of the backup"))
      ->required();
  adder.add_force(*backup, options.backup.force);
  backup->footer(adder.say("例：\n  yidan backup --db books.db books.backup",
                           "examples:\n  yidan backup --db books.db books.backup"));
  CLI::App* restore = adder.add("restore", adder.say("由备份恢复到空的账册", "restore a backup into empty books"),
                                options.restore, books_restore);
  restore->add_option(adder.say("文件", "file"), options.restore.file, adder.say("备份文件", "the file of the backup"))
      ->required();
  restore->footer(adder.say("例：\n  yidan restore --db new.db books.backup\n  yidan verify --db new.db",
                            "examples:\n  yidan restore --db new.db books.backup\n  yidan verify --db new.db"));
}

void add_seal(BooksAdder& adder, SealOptions& options) {
  CLI::App* seal = adder.add(
      "seal", adder.say("封存：账册中的公民身份号码加密保存", "seal books: the numbers of persons are kept encrypted"),
      options, books_seal);
  CLI::Option* status =
      seal->add_flag("--status", options.status, adder.say("只看是否已封存", "say whether they are sealed"));
  CLI::Option* rotate = seal->add_flag("--rotate", options.rotate,
                                       adder.say("更换主密钥", "put another master key in the place of this one"))
                            ->excludes(status);
  CLI::Option* file = seal->add_option("--new-key-file", options.new_key_file,
                                       adder.say("与 --rotate 同用：新的密钥文件", "with --rotate: the new key file"));
  rotate->needs(file);
  file->needs(rotate);
  seal->footer(
      adder.say("主密钥：YIDAN_KEY_FILE 所指文件（64 个十六进制数字，权限 600），或 YIDAN_KEY\n"
                "例：\n  (umask 077; openssl rand -hex 32 > yidan.key)\n"
                "  YIDAN_KEY_FILE=yidan.key yidan seal --db books.db\n"
                "  YIDAN_KEY_FILE=yidan.key yidan seal --db books.db --rotate --new-key-file new.key\n"
                "退出码：0 已封存；1 被拒绝；2 命令、密钥或账册有误",
                "the master key: the file named in YIDAN_KEY_FILE (64 hexadecimal digits, mode 600), or "
                "YIDAN_KEY\n"
                "examples:\n  (umask 077; openssl rand -hex 32 > yidan.key)\n"
                "  YIDAN_KEY_FILE=yidan.key yidan seal --db books.db\n"
                "  YIDAN_KEY_FILE=yidan.key yidan seal --db books.db --rotate --new-key-file new.key\n"
                "exit status: 0 sealed; 1 refused; 2 the command line, the key or the books are wrong"));
}

}  // namespace

void add_books(CLI::App& app, BooksCommands& options, const std::string& packs, Language language, int& status) {
  // The callbacks outlive this function; what they hold are references to what main keeps.
  BooksAdder adder(app, packs, language, status);
  add_init(adder, adder.add("init", adder.say("新建账册", "make new books"), options.init, books_init), options.init);
  CLI::App* drafts = adder.add("drafts", adder.say("征求意见稿可否动用资金", "whether drafts may move money"),
                               options.drafts, books_drafts);
  drafts
      ->add_option(adder.say("开关", "switch"), options.drafts.asked,
                   adder.say("on 允许，off 不允许；不写则只显示", "on or off; shown when not given"))
      ->check(one_of({"on", "off"}, language));
  drafts->footer(adder.say("例：\n  yidan drafts --db books.db\n  yidan drafts --db books.db on",
                           "examples:\n  yidan drafts --db books.db\n  yidan drafts --db books.db on"));
  add_post(
      adder,
      adder.add("post",
                adder.say("记入案例与请求：结算、冲正、登记、缴费、账户", "write cases and requests into the books"),
                options.post, books_post),
      options.post);
  CLI::App* reverse = adder.add(
      "reverse", adder.say("冲正一笔结算，其后的重新结算", "reverse a bill; those after it are settled again"),
      options.reverse, books_reverse);
  adder.add_person(*reverse, options.reverse);
  reverse
      ->add_option(adder.say("就诊编号", "encounter"), options.reverse.encounter,
                   adder.say("就诊编号", "the encounter's id"))
      ->required();
  adder.add_provider(*reverse, options.reverse);
  adder.add_form(*reverse, options.reverse.as);
  reverse->add_option("--key", options.reverse.key,
                      adder.say("请求的键；默认由人员与就诊编号组成",
                                "the key of the request; made of person and encounter when not given"));
  reverse->footer(adder.say("例：\n  yidan reverse --db books.db 370600 370600195003010028 E1",
                            "examples:\n  yidan reverse --db books.db 370600 370600195003010028 E1"));
  add_reading(adder, options);
  add_elsewhere(app, options.elsewhere, packs, language, status);
  add_reconcile(app, options.reconcile, packs, language, status);
  add_keeping(adder, options);
  add_seal(adder, options.seal);
}

}  // namespace yidan::cli
