// One connection to a PostgreSQL server; the one place that knows the library's calls (libpq).
//
// Statements are sent one after the other without waiting (pipeline mode) and prepared when they are first used. A
// connection is used by one thread at a time. When it is lost, the next `reconnect` makes a new one.
#pragma once

#include <atomic>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/postgres/values.h"

namespace yidan::store::postgres {

// A statement that is kept prepared under its name.
struct Query {
  const char* name;
  const char* sql;
};

// A URL without its password and its options, for messages.
[[nodiscard]] std::string name_of(std::string_view url);

enum class Session : std::uint8_t {
  quick,  // finds rows by their keys, whatever the planner thinks of tables that it has not looked at yet; bounded time
  scan,   // reads whole tables and takes its time
};

// How long a server that is away is waited for. The connections of a store share it: once one of them has waited in
// vain, the others try but do not wait, until one of them finds the server back.
class Patience {
 public:
  [[nodiscard]] bool is_used_up() const { return used_up_; }
  void use_up() { used_up_ = true; }
  void renew() { used_up_ = false; }

 private:
  std::atomic<bool> used_up_ = false;
};

class Connection {
 public:
  // `read_only`: the server refuses every write.
  [[nodiscard]] static Result<std::unique_ptr<Connection>> open(
      const std::string& url, Session session, bool read_only,
      std::shared_ptr<Patience> patience = std::make_shared<Patience>());

  // Sends a statement with the next `finish`.
  void send(const Query& query, const Parameters& parameters = Parameters());
  // What the statements gave that were sent, in order; or the first error, after which the others were not run.
  [[nodiscard]] Result<std::vector<Rows>> finish();
  // One statement alone.
  [[nodiscard]] Result<Rows> run(const Query& query, const Parameters& parameters = Parameters());
  // Plain SQL, of several statements.
  [[nodiscard]] Result<void> execute(const std::string& sql);

  // Ends a transaction that is still open, leaving no trace of it.
  void roll_back();

  // Of the last error: the connection is gone, and what it was doing may have been done or not.
  [[nodiscard]] bool lost() const;
  // Of the last error: another transaction was in the way, and it is as if nothing had been tried.
  [[nodiscard]] bool in_the_way() const { return in_the_way_; }
  // A new connection in place of this one, waiting a while for a server that is starting.
  [[nodiscard]] Result<void> reconnect();

  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  struct Close {
    void operator()(PGconn* connection) const { PQfinish(connection); }
  };
  Connection(std::string url, Session session, bool read_only, std::shared_ptr<Patience> patience);
  [[nodiscard]] Result<void> connect();
  [[nodiscard]] Error failure(const PGresult* result);
  void note_unsent(bool sent);

  std::string url_;
  std::string name_;  // the URL without its password
  Session session_;
  bool read_only_;
  std::shared_ptr<Patience> patience_;
  std::unique_ptr<PGconn, Close> connection_;
  struct Sent {
    const char* prepares = nullptr;  // the name of the statement; else it runs one
  };
  std::set<std::string_view> prepared_;
  std::vector<Sent> sent_;  // since the last `finish`
  bool unsent_ = false;     // something could not be sent
  bool gone_ = false;       // the server said that it ends this connection
  bool in_the_way_ = false;
};

}  // namespace yidan::store::postgres
