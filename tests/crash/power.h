// A disk that loses its power together with the process: beside each SQLite file lies another, NAME.platter, with what
// would be found on the disk by then. That is all that was flushed, and of the rest whatever happened to get there.
#pragma once

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

namespace yidan::crash {

class PowerDisk {
 public:
  // From now on every SQLite file of this process that is opened for writing lies on such a disk.
  static void use() {
    beneath() = sqlite3_vfs_find(nullptr);
    static sqlite3_vfs vfs = *beneath();
    vfs.zName = "power";
    vfs.xOpen = open;
    sqlite3_vfs_register(&vfs, 1);
  }

  // What the process of `path` left on the platter takes the place of its files.
  static void lose_power(const std::string& path) {
    namespace fs = std::filesystem;
    for (const char* end : {"", "-wal"}) {
      const std::string file = path + end;
      if (fs::exists(file + ".platter")) fs::rename(file + ".platter", file);
    }
    fs::remove(path + "-shm");
  }

 private:
  struct Piece {
    sqlite3_int64 at = 0;
    std::string bytes;
  };
  // One file; its connections share it, for the platter is one.
  struct Platter {
    int descriptor = -1;
    std::mutex mutex{};
    std::vector<Piece> unflushed{};
    sqlite3_int64 size = -1;  // cut to it, unflushed; -1: not cut
    std::uint32_t chance = 1;
  };

  static sqlite3_vfs*& beneath() {
    static sqlite3_vfs* vfs = nullptr;
    return vfs;
  }
  static std::mutex& all_mutex() {
    static std::mutex mutex;
    return mutex;
  }
  // Of the open files, and by name.
  static std::map<sqlite3_file*, Platter*>& open_files() {
    static std::map<sqlite3_file*, Platter*> files;
    return files;
  }
  static std::map<std::string, Platter>& platters() {
    static std::map<std::string, Platter> all;
    return all;
  }
  static Platter& platter(sqlite3_file* file) {
    const std::scoped_lock lock(all_mutex());
    return *open_files().at(file);
  }
  struct Methods {
    const sqlite3_io_methods* real = nullptr;
    sqlite3_io_methods ours{};
  };
  // The log has methods of its own.
  static Methods& methods(bool log) {
    static Methods both[2];
    return both[log ? 1 : 0];
  }
  static const sqlite3_io_methods* real(sqlite3_file* file) {
    return methods(file->pMethods == &methods(true).ours).real;
  }

  static int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* flags_out) {
    const bool log = (flags & SQLITE_OPEN_WAL) != 0;
    const bool journal = (flags & SQLITE_OPEN_MAIN_JOURNAL) != 0;
    const bool fresh = name != nullptr && !std::filesystem::exists(name);
    const int code = beneath()->xOpen(beneath(), name, file, flags, flags_out);
    if (code != SQLITE_OK || journal || (!log && (flags & SQLITE_OPEN_MAIN_DB) == 0)) return code;
    const std::scoped_lock lock(all_mutex());
    Platter& mine = platters()[name];
    const std::string beside = std::string(name) + ".platter";
    if (mine.descriptor < 0) {
      std::filesystem::copy_file(name, beside, std::filesystem::copy_options::overwrite_existing);
      mine.descriptor = ::open(beside.c_str(), O_RDWR | O_CLOEXEC);
      mine.chance = static_cast<std::uint32_t>(::getpid());
    } else if (fresh) {
      mine.size = 0;
    }
    open_files()[file] = &mine;
    Methods& both = methods(log);
    if (both.real == nullptr) {
      both.ours = *file->pMethods;
      both.ours.xWrite = write;
      both.ours.xSync = sync;
      both.ours.xTruncate = truncate;
      both.real = file->pMethods;
    }
    file->pMethods = &both.ours;
    return SQLITE_OK;
  }

  static void keep(const Platter& platter, const Piece& piece) {
    if (::pwrite(platter.descriptor, piece.bytes.data(), piece.bytes.size(), piece.at) < 0) ::_exit(4);
  }

  static int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
    Platter& mine = platter(file);
    const std::scoped_lock lock(mine.mutex);
    Piece piece{at, std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size))};
    mine.chance = mine.chance * 1'664'525U + 1'013'904'223U;
    // Of that which is not flushed one in four gets there at once, before what was written earlier.
    std::erase_if(mine.unflushed,
                  [&](const Piece& old) { return old.at == at && old.bytes.size() <= piece.bytes.size(); });
    if (mine.size < 0 && mine.chance >> 30U == 0) {
      keep(mine, piece);
    } else {
      mine.unflushed.push_back(std::move(piece));
    }
    return real(file)->xWrite(file, bytes, size, at);
  }

  static int sync(sqlite3_file* file, int flags) {
    Platter& mine = platter(file);
    const std::scoped_lock lock(mine.mutex);
    if (mine.size >= 0 && ::ftruncate(mine.descriptor, mine.size) != 0) ::_exit(4);
    for (const Piece& piece : mine.unflushed) keep(mine, piece);
    mine.unflushed.clear();
    mine.size = -1;
    return real(file)->xSync(file, flags);
  }

  static int truncate(sqlite3_file* file, sqlite3_int64 size) {
    Platter& mine = platter(file);
    const std::scoped_lock lock(mine.mutex);
    std::erase_if(mine.unflushed, [size](const Piece& piece) { return piece.at >= size; });
    mine.size = mine.size < 0 ? size : std::min(mine.size, size);
    return real(file)->xTruncate(file, size);
  }
};

}  // namespace yidan::crash
