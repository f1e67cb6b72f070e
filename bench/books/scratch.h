// Where the books of a run stand: a folder on a disk, gone when the run ends, and the bytes of what is in it.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "bench/harness.h"

namespace yidan::bench {

class Scratch {
 public:
  explicit Scratch(const std::filesystem::path& parent) {
    std::filesystem::create_directories(parent);
    std::string name = (std::filesystem::absolute(parent) / "books-XXXXXX").string();
    require(::mkdtemp(name.data()) != nullptr, "the folder cannot be made");
    path_ = name;
    struct statfs system = {};
    require(::statfs(name.c_str(), &system) == 0, "the folder cannot be seen");
    require(system.f_type != TMPFS_MAGIC && system.f_type != RAMFS_MAGIC, "the folder is in memory: choose a disk");
    std::filesystem::permissions(path_, std::filesystem::perms::others_exec, std::filesystem::perm_options::add);
    ::setenv("TMPDIR", name.c_str(), 1);  // of the private PostgreSQL server, too
  }
  ~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

// Of a SQLite file with its log.
inline double bytes_of_file(const std::string& path) {
  std::error_code none;
  const auto log = std::filesystem::file_size(path + "-wal", none);
  return static_cast<double>(std::filesystem::file_size(path) + (none ? 0 : log));
}

// The file is read from the disk again.
inline void forget_pages(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  require(file >= 0 && ::fsync(file) == 0 && ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED) == 0, "cached pages");
  ::close(file);
}

}  // namespace yidan::bench
