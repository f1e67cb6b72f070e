#include "cli/commands/users.h"

#include <cstdio>
#include <iostream>

#include <CLI/CLI.hpp>
#include <termios.h>
#include <unistd.h>

#include "base/json_writer.h"
#include "cli/command_line.h"
#include "cli/load.h"
#include "cli/terminal.h"
#include "exchange/user_request.h"
#include "facts/person_number.h"
#include "operations/trail.h"
#include "operations/users.h"
#include "terms/say.h"

namespace yidan::cli {
namespace {

// What is typed at a terminal is not shown while this lives.
class Unseen {
 public:
  Unseen() {
    if (tcgetattr(STDIN_FILENO, &before_) != 0) return;
    termios hidden = before_;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    changed_ = tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) == 0;
  }
  ~Unseen() {
    if (changed_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  Unseen(const Unseen&) = delete;
  Unseen& operator=(const Unseen&) = delete;

 private:
  termios before_{};
  bool changed_ = false;
};

// A line of standard input: at a terminal it is asked for.
std::string read_password_typed(Language language) {
  const bool at_terminal = is_terminal(stdin);
  if (at_terminal) {
    std::fputs(say(language, "密码：", "password: ").c_str(), stderr);
  }
  const Unseen unseen;
  std::string password;
  std::getline(std::cin, password);
  if (at_terminal) std::fputs("\n", stderr);
  return password;
}

// A request as a program would send it, so that both are read in one way.
std::string rights_text(const UserOptions& options) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  const auto list = [&json](std::string_view name, const std::vector<std::string>& values) {
    json.key(name);
    json.begin_array();
    for (const std::string& each : values) json.string(each);
    json.end_array();
  };
  json.begin_object();
  list("roles", options.roles);
  list("pools", options.pools);
  if (!options.provider.empty()) json.text("provider", options.provider);
  if (!options.person.empty()) json.text("person", options.person);
  json.end_object();
  return text;
}

int done(const Result<void>& done, Text said, Language language) {
  if (!done) return refuse(done.error(), language);
  print(said.in(language) + "\n");
  return kAllSettled;
}

int user_put(const UserOptions& options) {
  const auto books = open_books(options, store::Access::read_write);
  if (books == nullptr) return kWrongUse;
  auto rights = exchange::read_rights(rights_text(options), options.user, books->policy);
  if (!rights) return wrong_use(rights.error(), options.language);
  return done(
      operations::keep_user(caller_of(*books, options), std::move(*rights)),
      {"用户“" + options.user + "”已记下；用 yidan user password 设置密码，或 yidan user token 签发凭证",
       "the user '" + options.user + "' is kept; yidan user password sets a password, yidan user token gives a token"},
      options.language);
}

int user_password(const UserOptions& options) {
  const auto books = open_books(options, store::Access::read_write);
  if (books == nullptr) return kWrongUse;
  const std::string password = read_password_typed(options.language);
  return done(operations::set_password(caller_of(*books, options), options.user, password),
              {"密码已设置", "the password is set"}, options.language);
}

int user_close(const UserOptions& options) {
  const auto books = open_books(options, store::Access::read_write);
  if (books == nullptr) return kWrongUse;
  return done(operations::close_user(caller_of(*books, options), options.user),
              {"用户已停用，其凭证一并作废", "the user is closed; their tokens have ended"}, options.language);
}

int user_token(const UserOptions& options) {
  const auto books = open_books(options, store::Access::read_write);
  if (books == nullptr) return kWrongUse;
  const auto until = parse_instant(options.until);
  if (!until) return wrong_use(until.error(), options.language);
  const auto token = operations::issue_token(caller_of(*books, options), options.user, *until);
  if (!token) return refuse(token.error(), options.language);
  print(token->text + "\n");
  complain({"凭证只显示这一次，有效至 " + to_instant_text(token->until),
            "the token is shown this once, and holds until " + to_instant_text(token->until)},
           options.language);
  return kAllSettled;
}

std::string roles_text(const access::Rights& rights, Language language) {
  std::string list;
  for (std::size_t i = 0; i < count_of<Role>; ++i) {
    const auto role = static_cast<Role>(i);
    if (rights.roles.contains(role)) list += (list.empty() ? "" : " ") + say(language, role);
  }
  return list;
}

int user_list(const UserOptions& options) {
  const auto books = open_books(options, store::Access::read_only);
  if (books == nullptr) return kWrongUse;
  const auto list = operations::users(caller_of(*books, options));
  if (!list) return refuse(list.error(), options.language);
  for (const operations::User& each : *list) {
    std::string line = each.rights.user + "  " + roles_text(each.rights, options.language);
    for (const std::int32_t pool : each.rights.pools) line += "  " + to_text(Region(pool));
    if (!each.rights.provider.empty()) line += "  " + each.rights.provider;
    if (!each.has_password) line += say(options.language, "  无密码", "  no password");
    if (each.is_closed) line += say(options.language, "  已停用", "  closed");
    print(line + "\n");
  }
  return kAllSettled;
}

int trail_list(const TrailOptions& options) {
  const auto books = open_books(options, store::Access::read_only);
  if (books == nullptr) return kWrongUse;
  operations::TraceQuery query{.user = options.user};
  if (!options.on.empty()) {
    const auto day = parse_date(options.on);
    if (!day) return wrong_use(day.error(), options.language);
    query.on = *day;
  }
  if (!options.pool.empty()) {
    const auto pool = pool_asked(*books, options.pool, options.language);
    if (!pool) return kWrongUse;
    query.pool = *pool;
  }
  if (!options.person.empty()) {
    auto person = read_person_number(options.person);
    if (!person) return wrong_use(person.error(), options.language);
    query.person = std::move(*person);
  }
  const auto found = operations::traces(caller_of(*books, options), query);
  if (!found) return refuse(found.error(), options.language);
  if (is_text_asked(options.as)) {
    print_page(traces_text(*found, options.language));
  } else {
    print_answer(traces_json(*found));
  }
  return kAllSettled;
}

int trail_verify(const TrailOptions& options) {
  const auto books = open_books(options, store::Access::read_only);
  if (books == nullptr) return kWrongUse;
  const auto verified = operations::verify_trail(caller_of(*books, options));
  if (!verified) return refuse(verified.error(), options.language);
  if (verified->difference) {
    complain(*verified->difference, options.language);
    return kSomeRejected;
  }
  const std::string batches = std::to_string(verified->batches);
  const std::string traces = std::to_string(verified->traces);
  print(say(options.language, "审计轨迹完整：" + batches + " 批，" + traces + " 条；末批摘要（SM3）",
            "the trail is whole: " + batches + " batches, " + traces + " traces; the last digest (SM3) ") +
        (verified->last.empty() ? "-" : verified->last) + "\n");
  return kAllSettled;
}

// Adds the commands of a group; what they all take is said once.
template <class Options>
class GroupAdder : public Speaker {
 public:
  GroupAdder(CLI::App& group, Options& options, const std::string& packs, Language language, int& status)
      : Speaker(language), group_(group), options_(options), packs_(packs), status_(status) {}

  CLI::App* add(const char* name, const std::string& about, int (*run)(const Options&)) {
    CLI::App* command = group_.add_subcommand(name, about);
    add_access(*command, options_.db, options_.actor, language())->required();
    command->callback([said = language(), &options = options_, &packs = packs_, &status = status_, run] {
      options.language = said;
      options.packs = packs;
      status = run(options);
    });
    return command;
  }

 private:
  CLI::App& group_;
  Options& options_;
  const std::string& packs_;
  int& status_;
};

void add_user_commands(GroupAdder<UserOptions>& adder, UserOptions& options) {
  const auto named = [&](CLI::App* command) {
    command->add_option(adder.say("用户", "user"), options.user, adder.say("用户名", "the user's name"))->required();
    return command;
  };
  adder.add("list", adder.say("全部用户", "all users"), user_list);
  CLI::App* put = named(
      adder.add("put", adder.say("新增用户，或改其岗位和范围", "open a user, or change what they may do"), user_put));
  put->add_option("--role", options.roles, adder.say("岗位，可写多个", "a role; may stand several times"))
      ->required()
      ->delimiter(',');
  put->add_option("--pool", options.pools,
                  adder.say("统筹区，可写多个；不写为全部", "a pool, may stand several times; all when not given"))
      ->delimiter(',');
  put->add_option("--provider", options.provider,
                  adder.say("医药机构的用户：机构编号", "of an institution, its number"));
  put->add_option("--person", options.person, adder.say("参保人的用户：人员编号", "of a citizen, their number"));
  put->footer(
      adder.say("例：\n  yidan user put --db books.db zhang --role window --pool 370600\n"
                "  yidan user put --db books.db h1 --role institution --pool 370600 --provider H1",
                "examples:\n  yidan user put --db books.db zhang --role window --pool 370600\n"
                "  yidan user put --db books.db h1 --role institution --pool 370600 --provider H1"));
  named(adder.add("password", adder.say("设置密码（由标准输入读一行）", "set a password (a line of standard input)"),
                  user_password));
  named(adder.add("close", adder.say("停用用户", "close a user"), user_close));
  CLI::App* token = named(adder.add("token", adder.say("为程序签发凭证", "a token for a program"), user_token));
  token->add_option("--until", options.until, adder.say("有效至（日期，含当日）", "the last day on which it holds"))
      ->required();
}

void add_trail_commands(GroupAdder<TrailOptions>& adder, TrailOptions& options) {
  CLI::App* list = adder.add("list", adder.say("谁对谁做了什么", "who did what to whom"), trail_list);
  list->add_option("--on", options.on, adder.say("日期；默认全部", "the day; all when not given"));
  list->add_option("--user", options.user, adder.say("用户", "the user"));
  list->add_option("--pool", options.pool, adder.say("统筹区", "the pool"));
  list->add_option("--person", options.person,
                   adder.say("人员编号，与统筹区同写", "the person's number, with the pool"));
  list->add_option("--as", options.as, adder.say("text 或 json", "text or json"))
      ->check(one_of({"text", "json"}, adder.language()));
  CLI::App* verify = adder.add(
      "verify",
      adder.say("核对轨迹的摘要链，改动一个字节也能发现", "go through the chain of digests: a changed byte is found"),
      trail_verify);
  verify->footer(adder.say("例：\n  yidan audit verify --db books.db\n退出码：0 完整；1 有改动；2 账册有误",
                           "examples:\n  yidan audit verify --db books.db\n"
                           "exit status: 0 whole; 1 something was changed; 2 the books are wrong"));
}

}  // namespace

void add_users(CLI::App& app, UserCommands& options, const std::string& packs, Language language, int& status) {
  CLI::App* user = app.add_subcommand(
      "user", say(language, "用户：岗位、范围、密码、凭证", "users: roles, scope, passwords, tokens"));
  user->require_subcommand(1);
  GroupAdder<UserOptions> users(*user, options.user, packs, language, status);
  add_user_commands(users, options.user);
  CLI::App* audit =
      app.add_subcommand("audit", say(language, "审计轨迹：查看、核对", "the audit trail: see it, verify it"));
  audit->require_subcommand(1);
  GroupAdder<TrailOptions> trail(*audit, options.trail, packs, language, status);
  add_trail_commands(trail, options.trail);
}

}  // namespace yidan::cli
