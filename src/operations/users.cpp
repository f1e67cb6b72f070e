#include "operations/users.h"

#include <algorithm>
#include <charconv>

#include "access/password.h"
#include "base/json.h"
#include "base/json_canonical.h"
#include "base/json_writer.h"
#include "operations/kept.h"
#include "operations/permission.h"

namespace yidan::operations {
namespace {

using access::Rights;

// A user as it is kept.
struct KeptUser {
  Rights rights;
  bool is_closed = false;
  std::string password;  // as argon2id made it; empty: there is none
};

struct KeptToken {
  std::string user;
  Instant until = 0;
  bool is_revoked = false;
};

store::Subject user_subject(const std::string& name) { return {.id = name, .kind = std::string(kUserKind)}; }
store::Subject token_subject(std::string_view token) {
  return {.id = access::name_of_token(token), .kind = std::string(kTokenKind)};
}

std::string text_of_user(const KeptUser& user) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.text("user", user.rights.user);
  json.key("roles");
  json.begin_array();
  for (std::size_t i = 0; i < count_of<Role>; ++i) {
    if (user.rights.roles.contains(static_cast<Role>(i))) json.string(code(static_cast<Role>(i)));
  }
  json.end_array();
  json.key("pools");
  json.begin_array();
  for (const std::int32_t pool : user.rights.pools) json.number(pool);
  json.end_array();
  json.text("provider", user.rights.provider);
  json.text("person", user.rights.person);
  json.key("closed");
  json.boolean(user.is_closed);
  json.text("password", user.password);
  json.end_object();
  return text;
}

template <class Number>
Number number_in(std::string_view text) {
  Number number{};
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

bool truth_in(const json::Value& object, std::string_view name) {
  const json::Value* found = json::find(object, name);
  return found != nullptr && found->truth;
}

Error damaged_user(const std::string& id) {
  return {
      ErrorCode::damaged, {"用户“" + id + "”的记录无法读出", "the record of the user '" + id + "' cannot be read"}, {}};
}

Result<KeptUser> read_user(const std::string& text) {
  json::Document document;
  const auto parsed = document.parse(text);
  if (!parsed || (*parsed)->kind != json::Kind::object) return std::unexpected(damaged_user("?"));
  const json::Value& value = **parsed;
  KeptUser user{.rights = {.user = std::string(json::text_in(value, "user")),
                           .provider = std::string(json::text_in(value, "provider")),
                           .person = std::string(json::text_in(value, "person"))},
                .is_closed = truth_in(value, "closed"),
                .password = std::string(json::text_in(value, "password"))};
  if (const json::Value* roles = json::find(value, "roles")) {
    for (const json::Value& each : roles->items()) {
      const auto role = parse_word<Role>(each.text);
      if (!role) return std::unexpected(damaged_user(user.rights.user));
      user.rights.roles.insert(*role);
    }
  }
  if (const json::Value* pools = json::find(value, "pools")) {
    for (const json::Value& each : pools->items()) user.rights.pools.push_back(number_in<std::int32_t>(each.text));
  }
  return user;
}

std::string text_of_token(const KeptToken& token) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.text("user", token.user);
  json.text("until", std::to_string(token.until));
  json.key("revoked");
  json.boolean(token.is_revoked);
  json.end_object();
  return text;
}

Result<KeptToken> read_token(const std::string& text) {
  json::Document document;
  const auto parsed = document.parse(text);
  if (!parsed || (*parsed)->kind != json::Kind::object) return std::unexpected(damaged_user("token"));
  return KeptToken{.user = std::string(json::text_in(**parsed, "user")),
                   .until = number_in<Instant>(json::text_in(**parsed, "until")),
                   .is_revoked = truth_in(**parsed, "revoked")};
}

// Writes what a user or a token is from now on.
Result<void> write_kept(Desk& desk, const std::string& actor, const store::Subject& subject, std::int64_t seq,
                        std::string_view did, std::string text, std::string_view state) {
  const auto written = write_whole(desk, actor,
                                   {.subject = subject,
                                    .seq = seq,
                                    .did = did,
                                    .text = std::move(text),
                                    .row = {.state = std::string(state), .data = "{}"}});
  if (!written) return std::unexpected(written.error());
  if (*written == store::Written::done) return {};
  return std::unexpected(Error{
      ErrorCode::unavailable, {"该用户正由他人办理：请重试", "somebody else is at work on this user: try again"}, {}});
}

Result<void> may_keep_users(const Caller& caller) { return may(caller, Deed::keep_users, {.is_of_pool = false}); }

Error no_such_user(const std::string& name) {
  return {ErrorCode::not_found, {"没有用户“" + name + "”", "there is no user '" + name + "'"}, {}};
}

struct LoadedUser {
  std::int64_t seq = 0;
  KeptUser user;
};
// Absent: there is none.
Result<std::optional<LoadedUser>> load_user(Desk& desk, const std::string& name) {
  const auto state = desk.store().load(user_subject(name));
  if (!state) return std::unexpected(state.error());
  if (state->seq == 0) return std::nullopt;
  auto user = read_user(state->past);
  if (!user) return std::unexpected(std::move(user.error()));
  return LoadedUser{state->seq, std::move(*user)};
}

Result<LoadedUser> open_user(Desk& desk, const std::string& name) {
  auto loaded = load_user(desk, name);
  if (!loaded) return std::unexpected(std::move(loaded.error()));
  if (!*loaded || (*loaded)->user.is_closed) return std::unexpected(no_such_user(name));
  return std::move(**loaded);
}

Result<void> check_name(const std::string& name) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.@";
  if (!name.empty() && name.size() <= 60 && name.find_first_not_of(plain) == std::string::npos) return {};
  return std::unexpected(
      Error{ErrorCode::invalid_value,
            {"用户名为 1 至 60 个字母、数字或 - _ . @", "a user's name is 1 to 60 letters, digits or - _ . @"},
            "$.user"});
}

Result<Token> issue(Desk& desk, const std::string& actor, const std::string& user, Instant until) {
  Token token{access::new_token(), until};
  auto written = write_kept(desk, actor, token_subject(token.text), 0, "issue", text_of_token({user, until}), "open");
  if (!written) return std::unexpected(std::move(written.error()));
  return token;
}

}  // namespace

Result<void> keep_user(const Caller& caller, Rights rights) {
  if (auto allowed = may_keep_users(caller); !allowed) return allowed;
  if (auto right = check_name(rights.user); !right) return right;
  if (auto right = access::check_rights(rights); !right) return right;
  auto loaded = load_user(caller.desk, rights.user);
  if (!loaded) return std::unexpected(std::move(loaded.error()));
  if (!rights.person.empty()) rights.person = caller.desk.store().pseudonym({rights.pools.front(), rights.person});
  KeptUser user;
  if (*loaded) user = (*loaded)->user;
  user.is_closed = false;
  user.rights = std::move(rights);
  const store::Subject subject = user_subject(user.rights.user);
  return write_kept(caller.desk, caller.actor, subject, *loaded ? (*loaded)->seq : 0, *loaded ? "amend" : "open",
                    text_of_user(user), "open");
}

Result<void> set_password(const Caller& caller, const std::string& name, std::string_view password) {
  // Everybody may change their own.
  if (caller.rights && caller.rights->user != name) {
    if (auto allowed = may_keep_users(caller); !allowed) return allowed;
  }
  if (auto right = access::check_password(name, password); !right) return right;
  auto loaded = open_user(caller.desk, name);
  if (!loaded) return std::unexpected(std::move(loaded.error()));
  auto kept = access::kept_password(password);
  if (!kept) return std::unexpected(std::move(kept.error()));
  loaded->user.password = std::move(*kept);
  return write_kept(caller.desk, caller.actor, user_subject(name), loaded->seq, "password", text_of_user(loaded->user),
                    "open");
}

Result<void> close_user(const Caller& caller, const std::string& name) {
  if (auto allowed = may_keep_users(caller); !allowed) return allowed;
  auto loaded = open_user(caller.desk, name);
  if (!loaded) return std::unexpected(std::move(loaded.error()));
  loaded->user.is_closed = true;
  loaded->user.password.clear();
  return write_kept(caller.desk, caller.actor, user_subject(name), loaded->seq, "close", text_of_user(loaded->user),
                    "closed");
}

Result<std::vector<User>> users(const Caller& caller) {
  if (auto allowed = may_keep_users(caller); !allowed) return std::unexpected(std::move(allowed.error()));
  std::vector<User> list;
  store::RowQuery query{.table = std::string(kUserKind)};
  do {
    const auto page = caller.desk.store().rows(query);
    if (!page) return std::unexpected(page.error());
    for (const store::FoundRow& each : page->rows) {
      auto loaded = load_user(caller.desk, each.row.id);
      if (!loaded) return std::unexpected(std::move(loaded.error()));
      if (!*loaded) continue;
      KeptUser& user = (*loaded)->user;
      list.push_back({std::move(user.rights), user.is_closed, !user.password.empty()});
    }
    query.after = page->next;
  } while (!query.after.empty());
  std::ranges::sort(list, {}, [](const User& each) { return each.rights.user; });
  return list;
}

Result<Token> log_in(Desk& desk, const std::string& name, std::string_view password, Instant until) {
  auto loaded = check_name(name) ? load_user(desk, name) : Result<std::optional<LoadedUser>>(std::nullopt);
  if (!loaded) return std::unexpected(std::move(loaded.error()));
  // A name that there is not takes as long as one that there is.
  static const std::string nobody = access::kept_password("nobody's password").value_or("");
  const bool is_known = *loaded && !(*loaded)->user.is_closed && !(*loaded)->user.password.empty();
  if (access::is_password(is_known ? (*loaded)->user.password : nobody, password) && is_known) {
    return issue(desk, name, name, until);
  }
  return std::unexpected(Error{ErrorCode::forbidden, {"用户名或密码不对", "the name or the password is wrong"}, {}});
}

Result<Token> issue_token(const Caller& caller, const std::string& user, Instant until) {
  if (auto allowed = may_keep_users(caller); !allowed) return std::unexpected(std::move(allowed.error()));
  if (caller.today && beijing_day(until) < *caller.today) {
    return std::unexpected(Error{ErrorCode::invalid_value,
                                 {"有效期已过：请写今天或以后的日期", "that day is over: name today or a later one"},
                                 "$.until"});
  }
  if (auto loaded = open_user(caller.desk, user); !loaded) return std::unexpected(std::move(loaded.error()));
  return issue(caller.desk, caller.actor, user, until);
}

Result<void> revoke_token(Desk& desk, std::string_view text) {
  const store::Subject subject = token_subject(text);
  const auto state = desk.store().load(subject);
  if (!state) return std::unexpected(state.error());
  if (state->seq == 0) return {};
  auto token = read_token(state->past);
  if (!token) return std::unexpected(std::move(token.error()));
  if (token->is_revoked) return {};
  token->is_revoked = true;
  return write_kept(desk, token->user, subject, state->seq, "revoke", text_of_token(*token), "revoked");
}

Result<std::optional<Rights>> rights_of_token(Desk& desk, std::string_view text, Instant now) {
  const auto state = desk.store().load(token_subject(text));
  if (!state) return std::unexpected(state.error());
  if (state->seq == 0) return std::nullopt;
  const auto token = read_token(state->past);
  if (!token) return std::unexpected(token.error());
  if (token->is_revoked || token->until <= now) return std::nullopt;
  auto loaded = load_user(desk, token->user);
  if (!loaded) return std::unexpected(std::move(loaded.error()));
  if (!*loaded || (*loaded)->user.is_closed) return std::nullopt;
  return std::move((*loaded)->user.rights);
}

}  // namespace yidan::operations
