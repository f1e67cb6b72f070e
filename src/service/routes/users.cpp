// Logging in and out, and the users.

#include "contract/users.h"

#include "base/json.h"
#include "base/json_canonical.h"
#include "base/json_writer.h"
#include "exchange/user_request.h"
#include "operations/numbers.h"
#include "operations/trail.h"
#include "operations/users.h"
#include "service/bearer.h"
#include "service/problem.h"
#include "service/routes/all.h"

namespace yidan::service {
namespace {

template <json::KeyText kName>
constexpr json::Key login_key = contract::kKey<contract::kLoginFields, kName>;

template <json::KeyText kName>
constexpr json::Key revealed_key = contract::kKey<contract::kRevealedFields, kName>;

constexpr Instant kHour = 3600LL * 1'000'000;
constexpr Instant kLoginLasts = 12 * kHour;

void write_rights(json::Writer& json, const access::Rights& rights) {
  json.text("user", rights.user);
  json.key("roles");
  json.begin_array();
  for (std::size_t i = 0; i < count_of<Role>; ++i) {
    if (rights.roles.contains(static_cast<Role>(i))) json.string(code(static_cast<Role>(i)));
  }
  json.end_array();
  json.key("pools");
  json.begin_array();
  for (const std::int32_t pool : rights.pools) json.string(to_text(Region(pool)));
  json.end_array();
  if (!rights.provider.empty()) json.text("provider", rights.provider);
}

// A token with what its user may do.
Result<http::Answer> token_answer(Context& context, const operations::Token& token) {
  const auto rights = context.sessions.rights_of(token.text, context.clock());
  if (!rights) return std::unexpected(rights.error());
  http::Answer answer;
  json::Writer json(answer.body, json::Writer::Style::compact);
  json.begin_object();
  json.text(login_key<"format">, "yidan.login/1");
  json.text(login_key<"token">, token.text);
  json.text(login_key<"until">, to_instant_text(token.until));
  if (*rights) write_rights(json, **rights);
  json.end_object();
  return answer;
}

http::Answer too_many_attempts(std::int64_t seconds, const Asked& asked) {
  const std::string wait = std::to_string(seconds);
  http::Answer answer = way_problem(429, "too-many-attempts",
                                    {"登录失败次数过多：请 " + wait + " 秒后再试",
                                     "too many attempts have failed: try again in " + wait + " seconds"},
                                    {asked.language, asked.request_number});
  answer.headers.push_back({"Retry-After", wait});
  return answer;
}

Result<http::Answer> log_in(Context& context, const Asked& asked) {
  const auto login = exchange::read_login(asked.request->body);
  if (!login) return std::unexpected(login.error());
  const Instant now = context.clock();
  const std::array names{"user " + login->user, "peer " + asked.request->peer};
  for (const std::string& name : names) {
    const std::int64_t wait = context.throttle.seconds_to_wait(name, now);
    if (wait > 0) return too_many_attempts(wait, asked);
  }
  const auto token = operations::log_in(context.desk, login->user, login->password, now + kLoginLasts);
  if (!token && token.error().code == ErrorCode::forbidden) {
    for (const std::string& name : names) context.throttle.failed(name, now);
    return way_problem(401, "unauthenticated", token.error().message, {asked.language, asked.request_number});
  }
  if (!token) return std::unexpected(token.error());
  for (const std::string& name : names) context.throttle.succeeded(name);
  return token_answer(context, *token);
}

http::Answer nothing_to_say() { return {.status = 204, .type = ""}; }

Result<http::Answer> log_out(Context& context, const Asked& asked) {
  auto revoked = operations::revoke_token(context.desk, bearer_token(*asked.request));
  if (!revoked) return std::unexpected(std::move(revoked.error()));
  context.sessions.forget();
  return nothing_to_say();
}

Result<http::Answer> who_am_i(Context&, const Asked& asked) {
  http::Answer answer;
  json::Writer json(answer.body, json::Writer::Style::compact);
  json.begin_object();
  if (asked.rights) write_rights(json, *asked.rights);
  json.end_object();
  return answer;
}

Result<http::Answer> list_users(Context& context, const Asked& asked) {
  const auto list = operations::users(context.caller(asked));
  if (!list) return std::unexpected(list.error());
  http::Answer answer;
  json::Writer json(answer.body, json::Writer::Style::compact);
  json.begin_object();
  json.text("format", "yidan.users/1");
  json.key("users");
  json.begin_array();
  for (const operations::User& each : *list) {
    json.begin_object();
    write_rights(json, each.rights);
    json.key("closed");
    json.boolean(each.is_closed);
    json.key("password");
    json.boolean(each.has_password);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return answer;
}

// What was done with a user; who is logged in is asked anew.
Result<http::Answer> user_changed(Context& context, Result<void> done) {
  if (!done) return std::unexpected(std::move(done.error()));
  context.sessions.forget();
  return nothing_to_say();
}

std::string user_of(const Asked& asked) { return std::string(asked.value("user")); }

Result<http::Answer> put_user(Context& context, const Asked& asked) {
  auto rights = exchange::read_rights(asked.request->body, user_of(asked), context.policy);
  if (!rights) return std::unexpected(std::move(rights.error()));
  return user_changed(context, operations::keep_user(context.caller(asked), std::move(*rights)));
}

Result<http::Answer> put_password(Context& context, const Asked& asked) {
  const auto password = exchange::read_password(asked.request->body);
  if (!password) return std::unexpected(password.error());
  return user_changed(context, operations::set_password(context.caller(asked), user_of(asked), *password));
}

Result<http::Answer> delete_user(Context& context, const Asked& asked) {
  return user_changed(context, operations::close_user(context.caller(asked), user_of(asked)));
}

Result<http::Answer> give_token(Context& context, const Asked& asked) {
  const auto day = exchange::read_token_asked(asked.request->body);
  if (!day) return std::unexpected(day.error());
  const auto until = parse_instant(to_text(*day));
  const auto token = operations::issue_token(context.caller(asked), user_of(asked), until.value_or(0));
  if (!token) return std::unexpected(token.error());
  return token_answer(context, *token);
}

Result<http::Answer> trail(Context& context, const Asked& asked) {
  operations::TraceQuery query{.on = asked.day("on"), .user = user_of(asked)};
  if (asked.has("pool")) {
    const auto pool = pool_of(context, asked);
    if (!pool) return std::unexpected(pool.error());
    query.pool = (*pool)->region.code();
  }
  if (asked.has("person")) {
    auto person = person_of(asked);
    if (!person) return std::unexpected(std::move(person.error()));
    query.person = std::move(*person);
  }
  const auto found = operations::traces(context.caller(asked), query);
  if (!found) return std::unexpected(found.error());
  return http::Answer{.body = traces_json(*found)};
}

Result<http::Answer> reveal(Context& context, const Asked& asked) {
  const auto wanted = exchange::read_reveal_asked(asked.request->body);
  if (!wanted) return std::unexpected(wanted.error());
  const auto revealed = operations::reveal(context.caller(asked), wanted->person, wanted->reason);
  if (!revealed) return std::unexpected(revealed.error());
  http::Answer answer;
  json::Writer json(answer.body, json::Writer::Style::compact);
  json.begin_object();
  json.text(revealed_key<"format">, "yidan.revealed/1");
  json.text(revealed_key<"pool">, to_text(Region(revealed->pool)));
  json.text(revealed_key<"person">, revealed->person);
  json.end_object();
  return answer;
}

constexpr std::array kTrailQuery{
    on_day().with(&Field::gist, Gist{"日期；默认全部", "the day; all when not given"}),
    contract::text("user", "用户", "the user"), contract::text("pool", "统筹区", "the pool"),
    contract::number_of_person("person", "人员编号，与统筹区同写", "the person's number, with the pool")};

constexpr Route of_users(std::string_view method, std::string_view path, std::string_view name, Gist gist,
                         Handler handler) {
  return {.method = method, .path = path, .name = name, .part = Part::users, .gist = gist, .handler = handler};
}

constexpr std::array kUserRoutes{
    of_users("POST", "/v1/login", "login", {"登录", "log in"}, log_in)
        .taking(contract::kLoginAsked)
        .giving("yidan.login/1")
        .open(),
    of_users("POST", "/v1/logout", "logout", {"退出：凭证作废", "log out: the token ends"}, log_out).giving_nothing(),
    of_users("GET", "/v1/me", "me", {"本人的岗位和范围", "who is logged in, and what they may do"}, who_am_i),
    of_users("GET", "/v1/users", "users", {"全部用户", "all users"}, list_users).giving("yidan.users/1"),
    of_users("PUT", "/v1/users/{user}", "put-user",
             {"新增用户，或改其岗位和范围", "open a user, or change what they may do"}, put_user)
        .taking(contract::kUserTold)
        .giving_nothing(),
    of_users("PUT", "/v1/users/{user}/password", "put-password",
             {"设置密码：本人的，或由管理员", "set a password: one's own, or by the administrator"}, put_password)
        .taking(contract::kPasswordTold)
        .giving_nothing(),
    of_users("DELETE", "/v1/users/{user}", "delete-user",
             {"停用用户，其凭证一并作废", "close a user; their tokens end with it"}, delete_user)
        .giving_nothing(),
    of_users("POST", "/v1/users/{user}/tokens", "give-token", {"为程序签发凭证", "a token for a program"}, give_token)
        .taking(contract::kTokenAsked)
        .giving("yidan.login/1"),
    of_users("POST", "/v1/reveal", "reveal",
             {"凭理由查看化名的证件号码，记入审计轨迹", "the number behind a pseudonym, with a reason: both are noted"},
             reveal)
        .taking(contract::kRevealAsked)
        .giving("yidan.revealed/1"),
    of_users("GET", "/v1/trail", "trail", {"审计轨迹：谁对谁做了什么", "the audit trail: who did what to whom"}, trail)
        .asking(kTrailQuery)
        .giving("yidan.trail/1"),
};

}  // namespace

std::span<const Route> user_routes() { return kUserRoutes; }

}  // namespace yidan::service
