#include "store/sqlite/connection.h"

#include <array>
#include <utility>

#include "store/fault.h"
#include "store/sqlite/gathered_log.h"

namespace yidan::store::sqlite {
namespace {

Error failure(sqlite3* database, const std::string& path, int code) {
  const std::string_view reason = database == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(database);
  switch (code & 0xFF) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return damaged(path, reason);
    case SQLITE_FULL:
      return disk_full(path, reason);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return locked(path, reason);
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
      return refused(path, reason);
    default:
      return reason == "integer overflow" ? sums_overflow(path) : unavailable(path, reason);
  }
}

// A path as the URI that SQLite wants for its options.
std::string uri_of(std::string_view path, std::string_view options) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20U && byte < 0x7FU && c != '%' && c != '?' && c != '#') {
      uri += c;
    } else {
      uri += {'%', digits[byte >> 4U], digits[byte & 0xFU]};
    }
  }
  return uri.append("?").append(options);
}

int flags_of(Mode mode) {
  switch (mode) {
    case Mode::write:
      return SQLITE_OPEN_READWRITE;
    case Mode::create:
      return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case Mode::read:
    case Mode::immutable:
      break;
  }
  return SQLITE_OPEN_READONLY;
}

bool writes(Mode mode) { return mode == Mode::write || mode == Mode::create; }

}  // namespace

Result<bool> Rows::next() {
  const int code = bound_ == SQLITE_OK ? sqlite3_step(row_) : bound_;
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return std::unexpected(failure(statement_.database_, *statement_.name_, code));
}

std::string Rows::text(int column) const {
  const void* bytes = sqlite3_column_blob(row_, column);
  const int size = sqlite3_column_bytes(row_, column);
  return size == 0 ? std::string() : std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

void Rows::bind(int index, std::string_view text) {
  const char* data = text.data() == nullptr ? "" : text.data();
  note(sqlite3_bind_text64(row_, index, data, text.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void Rows::bind(int index, Blob blob) {
  const char* data = blob.bytes.data() == nullptr ? "" : blob.bytes.data();
  note(sqlite3_bind_blob64(row_, index, data, blob.bytes.size(), SQLITE_STATIC));
}

void Rows::bind(int index, const std::optional<std::int64_t>& value) {
  note(value ? sqlite3_bind_int64(row_, index, *value) : sqlite3_bind_null(row_, index));
}

Result<Connection> Connection::open(const std::string& path, Mode mode) {
  const std::string uri = uri_of(path, mode == Mode::immutable ? "immutable=1" : "");
  sqlite3* database = nullptr;
  const int code = sqlite3_open_v2(uri.c_str(), &database, flags_of(mode) | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI,
                                   writes(mode) ? gathered_log() : nullptr);
  Connection connection;
  connection.path_ = std::make_unique<const std::string>(path);
  connection.database_.reset(database);
  if (code != SQLITE_OK) return std::unexpected(failure(database, path, code));
  sqlite3_extended_result_codes(database, 1);
  sqlite3_busy_timeout(database, static_cast<int>(kLockTimeout.count()));
  return connection;
}

Result<void> Connection::execute(const std::string& sql) {
  const int code = sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return std::unexpected(failure(database_.get(), *path_, code));
  return {};
}

Result<Statement> Connection::prepare(std::string_view sql) {
  sqlite3_stmt* prepared = nullptr;
  const int code = sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &prepared, nullptr);
  if (code != SQLITE_OK) return std::unexpected(failure(database_.get(), *path_, code));
  return Statement(database_.get(), path_.get(), prepared);
}

Result<std::int64_t> Connection::integer(std::string_view sql) {
  auto statement = prepare(sql);
  if (!statement) return std::unexpected(statement.error());
  Rows rows(*statement);
  const auto row = rows.next();
  if (!row) return std::unexpected(row.error());
  return rows.integer(0);
}

void Connection::roll_back() {
  if (sqlite3_get_autocommit(database_.get()) == 0)
    sqlite3_exec(database_.get(), "rollback", nullptr, nullptr, nullptr);
}

}  // namespace yidan::store::sqlite
