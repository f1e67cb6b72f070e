#include "cli/commands/signers.h"

#include <cerrno>
#include <fstream>
#include <iterator>

#include <CLI/CLI.hpp>

#include "calendar/instant.h"
#include "cli/command_line.h"
#include "cli/load.h"
#include "cli/system_reason.h"
#include "cli/terminal.h"
#include "operations/signers.h"
#include "terms/say.h"

namespace yidan::cli {
namespace {

int told(const Result<void>& done, const Text& said, Language language) {
  if (!done) return refuse(done.error(), language);
  print(said.in(language) + "\n");
  return kAllSettled;
}

std::string key_line(const operations::SigningKey& key, Date today, Language language) {
  std::string line = "  " + key.name + "  " + to_text(key.from) + " – " + (key.until ? to_text(*key.until) : "");
  if (key.revoked) {
    line += say(language, "  已撤销 ", "  revoked ") + to_instant_text(*key.revoked).substr(0, 19);
  } else if (!key.holds_on(today)) {
    line += say(language, "  今日无效", "  does not hold today");
  }
  return line + "\n    " + key.hex + "\n";
}

int show_signer(const SignerOptions& options) {
  const auto books = open_books(options, store::Access::read_only);
  if (books == nullptr) return kWrongUse;
  const auto signer = operations::signer_of(caller_of(*books, options), options.provider);
  if (!signer) return refuse(signer.error(), options.language);
  print(options.provider +
        (signer->required ? say(options.language, "  须签名", "  has to sign")
                          : say(options.language, "  可不签名", "  need not sign")) +
        "\n");
  const Date today = beijing_day(store::wall_clock());
  for (const operations::SigningKey& each : signer->keys) print(key_line(each, today, options.language));
  return kAllSettled;
}

// The days of the options. False when one is none; it is said.
bool take_days(const SignerOptions& options, operations::SigningKey& key) {
  key.from = beijing_day(store::wall_clock());
  for (const bool is_first : {true, false}) {
    const std::string& text = is_first ? options.from : options.until;
    if (text.empty()) continue;
    const auto day = parse_date(text);
    if (!day) {
      wrong_use(day.error(), options.language);
      return false;
    }
    if (is_first) {
      key.from = *day;
    } else {
      key.until = *day;
    }
  }
  return true;
}

int add_key(const SignerOptions& options) {
  operations::SigningKey key{.name = options.name};
  if (!take_days(options, key)) return kWrongUse;
  std::ifstream file(options.public_key, std::ios::binary);
  if (!file) {
    const Text why = system_reason(errno);
    return wrong_use({ErrorCode::not_found,
                      {"无法读取公钥文件 " + options.public_key + "（" + why.zh + "）",
                       "the key file " + options.public_key + " cannot be read (" + why.en + ")"},
                      {}},
                     options.language);
  }
  key.hex = {std::istreambuf_iterator<char>(file), {}};
  const auto books = open_books(options, store::Access::read_write);
  if (books == nullptr) return kWrongUse;
  const Text said{"已登记 " + options.provider + " 的公钥 " + options.name,
                  "the key " + options.name + " of " + options.provider + " is registered"};
  return told(operations::add_signing_key(caller_of(*books, options), options.provider, std::move(key)), said,
              options.language);
}

int revoke_key(const SignerOptions& options) {
  const auto books = open_books(options, store::Access::read_write);
  if (books == nullptr) return kWrongUse;
  return told(
      operations::revoke_signing_key(caller_of(*books, options), options.provider, options.name, store::wall_clock()),
      {"公钥已撤销", "the key is revoked"}, options.language);
}

int require_signing(const SignerOptions& options) {
  const auto books = open_books(options, store::Access::read_write);
  if (books == nullptr) return kWrongUse;
  const bool required = options.required == "on";
  const Text said = required ? Text{options.provider + " 未签名的报文从现在起一律拒绝",
                                    "what " + options.provider + " does not sign is refused from now on"}
                             : Text{options.provider + " 的报文可不签名", options.provider + " need not sign"};
  return told(
      operations::require_signatures(caller_of(*books, options), options.provider, required, store::wall_clock()), said,
      options.language);
}

}  // namespace

void add_signers(CLI::App& app, SignerOptions& options, const std::string& packs, Language language, int& status) {
  const auto tell = [language](const char* zh, const char* en) { return say(language, zh, en); };
  CLI::App* group = app.add_subcommand(
      "signer", tell("机构签名：SM2 公钥、是否须签名", "how institutions sign: SM2 keys, whether they have to"));
  group->require_subcommand(1);
  const auto add = [&](const char* name, const std::string& about, int (*run)(const SignerOptions&)) {
    CLI::App* command = group->add_subcommand(name, about);
    add_access(*command, options.db, options.actor, language)->required();
    command->add_option(tell("机构", "institution"), options.provider, tell("机构编号", "the institution's number"))
        ->required();
    command->callback([&options, &packs, &status, language, run] {
      options.language = language;
      options.packs = packs;
      status = run(options);
    });
    return command;
  };
  const auto named = [&](CLI::App* command) {
    command->add_option(tell("名称", "name"), options.name, tell("公钥名", "the key's name"))->required();
    return command;
  };
  add("show", tell("公钥与要求", "the keys, and whether signatures are required"), show_signer);
  CLI::App* key = named(add("key", tell("登记公钥", "register a public key"), add_key));
  key->add_option("--public", options.public_key,
                  tell("公钥文件：PEM，或十六进制", "the file of the public key: PEM, or hexadecimal digits"))
      ->required();
  key->add_option("--from", options.from, tell("有效期起；默认今天", "the first day; today when not given"));
  key->add_option("--until", options.until, tell("有效期止（含）", "the last day on which it holds"));
  key->footer(tell("例：\n  yidan signer key H1 K1 --db books.db --public H1.pem --until 2027-12-31",
                   "examples:\n  yidan signer key H1 K1 --db books.db --public H1.pem --until 2027-12-31"));
  named(add("revoke", tell("撤销公钥", "revoke a key"), revoke_key));
  add("require", tell("是否须签名", "whether signatures are required"), require_signing)
      ->add_option("on|off", options.required, tell("on 须签名，off 可不签名", "on: required, off: not"))
      ->required()
      ->check(one_of({"on", "off"}, language));
}

}  // namespace yidan::cli
