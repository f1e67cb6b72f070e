#include "store/sqlite/gathered_log.h"

#include <cstddef>
#include <memory>
#include <new>
#include <string>

#include <sqlite3.h>

namespace yidan::store::sqlite {
namespace {

constexpr std::size_t kMostGathered = std::size_t{64} << 10U;  // SQLite writes no more than 128 KiB at once
constexpr const char* kName = "yidan-gathered-log";

// What stands behind SQLite's own part of the file of a log.
struct Gathered {
  const sqlite3_io_methods* real;
  sqlite3_io_methods mine;
  std::string bytes = {};
  sqlite3_int64 at = 0;  // where they belong
};

// The default access. It is looked for each time: in tests another one stands in for it.
sqlite3_vfs* real_vfs() { return sqlite3_vfs_find(nullptr); }

std::byte* place(sqlite3_file* file) {
  constexpr std::size_t unit = alignof(Gathered);
  static const std::size_t offset = (static_cast<std::size_t>(real_vfs()->szOsFile) + unit - 1) / unit * unit;
  return reinterpret_cast<std::byte*>(file) + offset;
}

Gathered& gathered(sqlite3_file* file) { return *std::launder(reinterpret_cast<Gathered*>(place(file))); }

int write_down(sqlite3_file* file) {
  Gathered& log = gathered(file);
  if (log.bytes.empty()) return SQLITE_OK;
  const int code = log.real->xWrite(file, log.bytes.data(), static_cast<int>(log.bytes.size()), log.at);
  log.bytes.clear();
  return code;
}

// Calls the real method once everything has been written down.
template <auto method, class... Arguments>
int after_writing(sqlite3_file* file, Arguments... arguments) {
  const int code = write_down(file);
  return code != SQLITE_OK ? code : (gathered(file).real->*method)(file, arguments...);
}

int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
  Gathered& log = gathered(file);
  const auto more = static_cast<std::size_t>(size);
  const bool follows = at == log.at + static_cast<sqlite3_int64>(log.bytes.size());
  if (!follows || log.bytes.size() + more > kMostGathered) {
    if (const int code = write_down(file); code != SQLITE_OK) return code;
    log.at = at;
  }
  log.bytes.append(static_cast<const char*>(bytes), more);
  return SQLITE_OK;
}

int close(sqlite3_file* file) {
  const int written = write_down(file);
  Gathered& log = gathered(file);
  const auto* real = log.real;
  std::destroy_at(&log);
  const int closed = real->xClose(file);
  return written != SQLITE_OK ? written : closed;
}

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* flags_out) {
  const int code = real_vfs()->xOpen(real_vfs(), name, file, flags, flags_out);
  if (code != SQLITE_OK || (flags & SQLITE_OPEN_WAL) == 0) return code;
  auto* log = new (place(file)) Gathered{.real = file->pMethods, .mine = *file->pMethods};
  log->bytes.reserve(kMostGathered);
  log->mine.xWrite = write;
  log->mine.xClose = close;
  log->mine.xRead = after_writing<&sqlite3_io_methods::xRead>;
  log->mine.xSync = after_writing<&sqlite3_io_methods::xSync>;
  log->mine.xTruncate = after_writing<&sqlite3_io_methods::xTruncate>;
  log->mine.xFileSize = after_writing<&sqlite3_io_methods::xFileSize>;
  file->pMethods = &log->mine;
  return SQLITE_OK;
}

// Like the default one but for how files are opened.
class Vfs {
 public:
  Vfs() : vfs_(*real_vfs()) {
    vfs_.zName = kName;
    vfs_.szOsFile += static_cast<int>(alignof(Gathered) + sizeof(Gathered));
    vfs_.xOpen = open;
    sqlite3_vfs_register(&vfs_, 0);
  }

 private:
  sqlite3_vfs vfs_;
};

}  // namespace

const char* gathered_log() {
  static const Vfs once;
  return kName;
}

}  // namespace yidan::store::sqlite
