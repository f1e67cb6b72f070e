// A disk for tests that fails when it is told to, and counts what is written: a thin layer over SQLite's own access to
// files.
#pragma once

#include <atomic>

#include <sqlite3.h>

#include "store/sqlite/gathered_log.h"

namespace yidan::store::testing {

// While there is one, every SQLite file that is opened lies on it.
class FaultyDisk {
 public:
  FaultyDisk() {
    static_cast<void>(sqlite::gathered_log());  // which is never the default, not even when this one is gone
    beneath() = sqlite3_vfs_find(nullptr);
    vfs_ = *beneath();
    vfs_.zName = "faulty";
    vfs_.xOpen = open;
    sqlite3_vfs_register(&vfs_, 1);
  }
  ~FaultyDisk() {
    writes_fail() = syncs_fail() = SQLITE_OK;
    sqlite3_vfs_unregister(&vfs_);
  }
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;

  // What every write, every flush says instead of working; SQLITE_OK: they work.
  static std::atomic<int>& writes_fail() {
    static std::atomic<int> code{SQLITE_OK};
    return code;
  }
  static std::atomic<int>& syncs_fail() {
    static std::atomic<int> code{SQLITE_OK};
    return code;
  }
  // How often something was written since the program began.
  static std::atomic<int>& writes() {
    static std::atomic<int> count{0};
    return count;
  }

 private:
  struct Methods {
    const sqlite3_io_methods* real = nullptr;
    sqlite3_io_methods faulty{};
  };
  // Of the database, and of its log.
  static Methods& methods(bool log) {
    static Methods both[2];
    return both[log ? 1 : 0];
  }
  static sqlite3_vfs*& beneath() {
    static sqlite3_vfs* vfs = nullptr;
    return vfs;
  }
  static const sqlite3_io_methods* real(sqlite3_file* file) {
    return methods(file->pMethods == &methods(true).faulty).real;
  }

  static int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* flags_out) {
    const int code = beneath()->xOpen(beneath(), name, file, flags, flags_out);
    const bool log = (flags & SQLITE_OPEN_WAL) != 0;
    if (code != SQLITE_OK || (!log && (flags & SQLITE_OPEN_MAIN_DB) == 0)) return code;
    Methods& mine = methods(log);
    if (mine.real == nullptr) {
      mine.faulty = *file->pMethods;
      mine.faulty.xWrite = write;
      mine.faulty.xSync = sync;
      mine.real = file->pMethods;
    }
    file->pMethods = &mine.faulty;
    return SQLITE_OK;
  }
  static int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
    ++writes();
    const int code = writes_fail();
    return code != SQLITE_OK ? code : real(file)->xWrite(file, bytes, size, at);
  }
  static int sync(sqlite3_file* file, int flags) {
    const int code = syncs_fail();
    return code != SQLITE_OK ? code : real(file)->xSync(file, flags);
  }

  sqlite3_vfs vfs_{};
};

}  // namespace yidan::store::testing
