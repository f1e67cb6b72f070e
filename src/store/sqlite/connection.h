// One connection to a SQLite file, and the statements that it keeps ready; the one place that knows the library's
// calls.
//
// A connection is used by one thread at a time.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <sqlite3.h>

#include "base/result.h"

namespace yidan::store::sqlite {

// For how long a call waits for another who holds the file locked.
inline constexpr std::chrono::milliseconds kLockTimeout{5'000};

// Bytes that are not text.
struct Blob {
  std::string_view bytes;
};

class Connection;

// A prepared statement.
class Statement {
 public:
  Statement() = default;
  Statement(sqlite3* database, const std::string* name, sqlite3_stmt* prepared)
      : database_(database), name_(name), prepared_(prepared) {}

 private:
  friend class Rows;
  struct Finalize {
    void operator()(sqlite3_stmt* prepared) const { sqlite3_finalize(prepared); }
  };
  sqlite3* database_ = nullptr;
  const std::string* name_ = nullptr;
  std::unique_ptr<sqlite3_stmt, Finalize> prepared_;
};

// One run of a statement, with its rows. What is bound must outlive the run; the statement is free again when it ends.
class Rows {
 public:
  template <class... Values>
  explicit Rows(Statement& statement, const Values&... values) : statement_(statement), row_(prepared()) {
    int index = 0;
    (bind(++index, values), ...);
  }
  ~Rows() { sqlite3_reset(row_); }
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;

  // Whether there is another row, which is then the current one.
  [[nodiscard]] Result<bool> next();

  // Columns of the current row, from 0.
  [[nodiscard]] std::int64_t integer(int column) const { return sqlite3_column_int64(row_, column); }
  [[nodiscard]] std::string text(int column) const;
  // Of the database, for messages.
  [[nodiscard]] const std::string& name() const { return *statement_.name_; }

 private:
  [[nodiscard]] sqlite3_stmt* prepared() const { return statement_.prepared_.get(); }
  void bind(int index, std::int64_t value) { note(sqlite3_bind_int64(row_, index, value)); }
  void bind(int index, std::string_view text);
  void bind(int index, Blob blob);
  void bind(int index, const std::optional<std::int64_t>& value);
  void note(int code) { bound_ = code == SQLITE_OK ? bound_ : code; }

  Statement& statement_;
  sqlite3_stmt* row_;
  int bound_ = SQLITE_OK;
};

// Runs a statement to its end.
template <class... Values>
[[nodiscard]] Result<void> run(Statement& statement, const Values&... values) {
  Rows rows(statement, values...);
  while (true) {
    const auto more = rows.next();
    if (!more) return std::unexpected(more.error());
    if (!*more) return {};
  }
}

enum class Mode : std::uint8_t {
  read,       // an existing file
  write,      // an existing file
  create,     // made when it is not there
  immutable,  // an existing file that nobody can change
};

class Connection {
 public:
  // Errors name the file.
  [[nodiscard]] static Result<Connection> open(const std::string& path, Mode mode);

  [[nodiscard]] Result<void> execute(const std::string& sql);
  [[nodiscard]] Result<Statement> prepare(std::string_view sql);
  // The first value of the first row, which is there.
  [[nodiscard]] Result<std::int64_t> integer(std::string_view sql);

  [[nodiscard]] std::int64_t last_id() const { return sqlite3_last_insert_rowid(database_.get()); }
  // Whether the last call failed because another held the file locked.
  [[nodiscard]] bool is_locked() const { return (sqlite3_errcode(database_.get()) & 0xFF) == SQLITE_BUSY; }
  // The rows that the last statement has added or changed.
  [[nodiscard]] std::int64_t changed() const { return sqlite3_changes64(database_.get()); }
  // Ends a transaction that is still open, leaving no trace of it.
  void roll_back();
  [[nodiscard]] const std::string& path() const { return *path_; }

 private:
  struct Close {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
  };
  Connection() = default;

  std::unique_ptr<const std::string> path_;
  std::unique_ptr<sqlite3, Close> database_;
};

}  // namespace yidan::store::sqlite
