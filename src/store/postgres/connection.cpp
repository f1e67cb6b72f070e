#include "store/postgres/connection.h"

#include <chrono>
#include <optional>
#include <thread>
#include <utility>

#include "store/fault.h"

namespace yidan::store::postgres {
namespace {

using std::chrono::milliseconds;

constexpr auto kPatience = milliseconds(10'000);  // with a server that is away
constexpr auto kPause = milliseconds(100);

// Rows are found by index, with plans made once: tables that grow from nothing have no statistics to plan by.
constexpr std::string_view kQuick =
    "set plan_cache_mode = force_generic_plan; set enable_seqscan = off; set enable_hashjoin = off;"
    "set enable_mergejoin = off; set enable_bitmapscan = off; set enable_material = off; set enable_memoize = off;"
    "set statement_timeout = '60s'; set lock_timeout = '20s'; set idle_in_transaction_session_timeout = '60s';";
constexpr std::string_view kEvery = "set jit = off; set client_min_messages = warning; set search_path = yidan;";

Error error_of(const std::string& name, std::string_view state, std::string_view reason) {
  if (state == "53100") return disk_full(name, reason);
  if (state == "25006") return read_only(name);
  if (state == "55P03") return locked(name, reason);
  if (state == "22003") return sums_overflow(name);
  if (state.starts_with("XX")) return damaged(name, reason);
  if (state.starts_with("22") || state.starts_with("23") || state.starts_with("54")) return refused(name, reason);
  return unavailable(name, reason);
}

// What stands before the host, or without a host where a port would, which is a number.
std::string_view password_in(std::string_view name) {
  const std::size_t user = name.find("://") + 3;
  const std::size_t colon = name.find(':', user);
  if (colon == std::string_view::npos || name.substr(user).starts_with('[')) return {};
  const std::size_t host = name.rfind('@');
  if (host != std::string_view::npos) return colon < host ? name.substr(colon + 1, host - colon - 1) : "";
  const std::string_view port = name.substr(colon + 1, name.find('/', user) - colon - 1);
  const std::size_t no_digit = std::min(port.find_first_not_of("0123456789"), port.size());
  return no_digit == port.size() || port[no_digit] == ',' ? "" : port;
}

}  // namespace

std::string name_of(std::string_view url) {
  std::string name(url.substr(0, url.find('?')));
  const std::string_view password = password_in(name);
  if (!password.empty()) name.erase(static_cast<std::size_t>(password.data() - name.data()) - 1, password.size() + 1);
  return name;
}

Connection::Connection(std::string url, Session session, bool read_only, std::shared_ptr<Patience> patience)
    : url_(std::move(url)),
      name_(name_of(url_)),
      session_(session),
      read_only_(read_only),
      patience_(std::move(patience)) {}

Result<std::unique_ptr<Connection>> Connection::open(const std::string& url, Session session, bool read_only,
                                                     std::shared_ptr<Patience> patience) {
  // The library's own message would quote it.
  if (!url.contains('@') && !password_in(url.substr(0, url.find('?'))).empty())
    return std::unexpected(unavailable(name_of(url), "invalid port; write USER:PASSWORD@HOST:PORT"));
  std::unique_ptr<Connection> connection(new Connection(url, session, read_only, std::move(patience)));
  if (auto connected = connection->connect(); !connected) return std::unexpected(connected.error());
  return connection;
}

Result<void> Connection::connect() {
  // What stands before the URL, the URL may overrule.
  const char* const words[] = {"connect_timeout",
                               "tcp_user_timeout",
                               "keepalives_idle",
                               "keepalives_interval",
                               "keepalives_count",
                               "fallback_application_name",
                               "dbname",
                               "client_encoding",
                               nullptr};
  const char* const values[] = {"3", "30000", "10", "5", "3", "yidan", url_.c_str(), "UTF8", nullptr};
  connection_.reset(PQconnectdbParams(words, values, 1));
  prepared_.clear();
  sent_.clear();
  unsent_ = gone_ = in_the_way_ = false;
  if (PQstatus(connection_.get()) != CONNECTION_OK) return std::unexpected(failure(nullptr));
  patience_->renew();
  PQsetNoticeProcessor(connection_.get(), [](void*, const char*) {}, nullptr);
  std::string settings(kEvery);
  if (session_ == Session::quick) settings += kQuick;
  if (read_only_) settings += "set default_transaction_read_only = on;";
  return execute(settings);
}

Result<void> Connection::reconnect() {
  const auto start = std::chrono::steady_clock::now();
  while (true) {
    auto connected = connect();
    if (!connected && std::chrono::steady_clock::now() - start >= kPatience) patience_->use_up();
    if (connected || patience_->is_used_up()) return connected;
    std::this_thread::sleep_for(kPause);
  }
}

Result<void> Connection::execute(const std::string& sql) {
  const Rows result(PQexec(connection_.get(), sql.c_str()));
  if (!result.succeeded()) return std::unexpected(failure(result.get()));
  return {};
}

void Connection::note_unsent(bool sent) { unsent_ = unsent_ || !sent; }

void Connection::send(const Query& query, const Parameters& parameters) {
  PGconn* connection = connection_.get();
  unsent_ = unsent_ || gone_;
  if (PQpipelineStatus(connection) == PQ_PIPELINE_OFF) note_unsent(PQenterPipelineMode(connection) == 1);
  if (!prepared_.contains(query.name)) {
    note_unsent(PQsendPrepare(connection, query.name, query.sql, parameters.count(), parameters.types()) == 1);
    sent_.push_back({.prepares = query.name});
    prepared_.insert(query.name);
  }
  const auto pointers = parameters.pointers();
  note_unsent(PQsendQueryPrepared(connection, query.name, parameters.count(), pointers.values.data(),
                                  pointers.lengths.data(), pointers.formats.data(), 1) == 1);
  sent_.push_back({});
}

Result<std::vector<Rows>> Connection::finish() {
  PGconn* connection = connection_.get();
  note_unsent(PQpipelineSync(connection) == 1);
  std::vector<Rows> all;
  std::optional<Error> error;
  if (unsent_) error = failure(nullptr);
  for (const Sent& sent : std::exchange(sent_, {})) {
    Rows rows(PQgetResult(connection));
    if (!error && !rows.succeeded()) error = failure(rows.get());
    if (!rows.succeeded() && sent.prepares != nullptr) prepared_.erase(sent.prepares);
    if (sent.prepares == nullptr) all.push_back(std::move(rows));
    PQclear(PQgetResult(connection));  // the end of this statement
  }
  PQclear(PQgetResult(connection));  // the end of all
  // All has been answered, but the server has more to say: that it ends this connection.
  if (PQexitPipelineMode(connection) != 1) gone_ = true;
  if (error) return std::unexpected(*error);
  return all;
}

Result<Rows> Connection::run(const Query& query, const Parameters& parameters) {
  send(query, parameters);
  auto all = finish();
  if (!all) return std::unexpected(all.error());
  return std::move(all->front());
}

void Connection::roll_back() {
  if (!lost() && PQtransactionStatus(connection_.get()) != PQTRANS_IDLE) static_cast<void>(execute("rollback"));
}

bool Connection::lost() const { return gone_ || unsent_ || PQstatus(connection_.get()) != CONNECTION_OK; }

Error Connection::failure(const PGresult* result) {
  const char* field = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_SQLSTATE);
  const std::string_view state = field == nullptr ? "" : field;
  std::string reason =
      field == nullptr ? PQerrorMessage(connection_.get()) : PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
  while (reason.ends_with('\n')) reason.pop_back();
  gone_ = gone_ || state.starts_with("57P") || state.starts_with("08");  // shut down, starting up, cut off
  in_the_way_ = state == "40001" || state == "40P01" || state == "23505";
  return error_of(name_, state, reason);
}

Parameters::Pointers Parameters::pointers() const {
  Pointers all;
  for (const std::string& value : values_) {
    all.values.push_back(value.data());
    all.lengths.push_back(static_cast<int>(value.size()));
    all.formats.push_back(1);
  }
  return all;
}

}  // namespace yidan::store::postgres
