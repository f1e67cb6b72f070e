#include "cli/output_file.h"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace yidan::cli {
namespace {

// Books, or another program's: what took long to gather is not replaced for a slip of the keyboard.
bool is_database(const std::string& name) {
  constexpr std::string_view mark = "SQLite format 3";
  std::string start(mark.size(), '\0');
  std::ifstream file(name, std::ios::binary);
  return file.read(start.data(), static_cast<std::streamsize>(start.size())) && start == mark;
}

}  // namespace

OutputFile::OutputFile(std::string name) : name_(std::move(name)), target_(name_) {}

OutputFile::~OutputFile() {
  if (descriptor_ < 0 || descriptor_ == STDOUT_FILENO) return;
  ::close(descriptor_);
  if (!partial_.empty()) ::unlink(partial_.c_str());
}

bool OutputFile::fail() {
  error_ = errno;
  return false;
}

bool OutputFile::open() {
  if (name_ == "-") {
    descriptor_ = STDOUT_FILENO;
    return true;
  }
  struct stat found{};
  const bool exists = ::stat(name_.c_str(), &found) == 0;
  // /dev/stderr may well be an ordinary file, which is not ours to replace.
  if (name_.starts_with("/dev/") || (exists && !S_ISREG(found.st_mode))) {
    descriptor_ = ::open(name_.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
    return descriptor_ >= 0 || fail();
  }
  if (exists && is_database(name_)) {
    errno = EEXIST;
    return fail();
  }
  std::error_code ignored;
  if (exists) target_ = std::filesystem::canonical(name_, ignored).string();
  partial_ = target_ + ".part";
  constexpr mode_t everybody_reads = 0666;  // less the umask
  descriptor_ = ::open(partial_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, everybody_reads);
  return descriptor_ >= 0 || fail();
}

bool OutputFile::write(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor_, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return fail();
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool OutputFile::commit() {
  if (descriptor_ == STDOUT_FILENO) return true;
  if (!partial_.empty() && ::fsync(descriptor_) != 0) return fail();
  const int closed = ::close(descriptor_);
  descriptor_ = -1;
  if (closed == 0 && (partial_.empty() || std::rename(partial_.c_str(), target_.c_str()) == 0)) return true;
  (void)fail();
  if (!partial_.empty()) ::unlink(partial_.c_str());
  return false;
}

Error cannot_write(const OutputFile& file) {
  if (file.error() == EEXIST) {
    return {ErrorCode::unavailable,
            {"“" + file.name() + "”是数据库，不覆盖：请换一个文件名",
             "'" + file.name() + "' is a database and is not overwritten: give another name"},
            {}};
  }
  const std::string reason = std::generic_category().message(file.error());
  return {ErrorCode::unavailable,
          {"无法写入“" + file.name() + "”：" + reason, "cannot write '" + file.name() + "': " + reason},
          {}};
}

}  // namespace yidan::cli
