#include "cli/output_file.h"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/system_reason.h"

namespace yidan::cli {
namespace {

// Shorter when the file is.
std::string beginning_of(const std::string& name, std::size_t size) {
  std::string start(size, '\0');
  std::ifstream file(name, std::ios::binary);
  file.read(start.data(), static_cast<std::streamsize>(size));
  start.resize(static_cast<std::size_t>(file.gcount()));
  return start;
}

// Books, or another program's: never replaced.
bool is_database(const std::string& name) {
  constexpr std::string_view mark = "SQLite format 3";
  return beginning_of(name, mark.size()) == mark;
}

// Enough to tell our files from others, and before anything that differs from one to the next: "yidan.backup/1",
// "id,month", {"id":"…
constexpr std::size_t kBeginning = 7;

}  // namespace

OutputFile::OutputFile(std::string name, bool force) : name_(std::move(name)), force_(force), target_(name_) {}

OutputFile::~OutputFile() {
  if (descriptor_ < 0 || descriptor_ == STDOUT_FILENO) return;
  ::close(descriptor_);
  if (!partial_.empty()) ::unlink(partial_.c_str());
}

bool OutputFile::fail() {
  error_ = errno;
  return false;
}

bool OutputFile::fail_for_other() {
  errno = EEXIST;
  return fail();
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
  if (exists && is_database(name_)) return fail_for_other();
  if (exists && !force_ && found.st_size > 0) beginning_ = beginning_of(name_, kBeginning);
  std::error_code ignored;
  if (exists) target_ = std::filesystem::canonical(name_, ignored).string();
  partial_ = target_ + ".part";
  constexpr mode_t everybody_reads = 0666;  // less the umask
  descriptor_ = ::open(partial_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, everybody_reads);
  return descriptor_ >= 0 || fail();
}

bool OutputFile::write(std::string_view text) {
  if (beginning_ && !text.empty()) {
    if (!text.starts_with(*std::exchange(beginning_, std::nullopt))) return fail_for_other();
  }
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
  if (beginning_) return fail_for_other();  // nothing was written, and something stands there
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
            {"“" + file.name() + "”已存在，且不是同类的文件，不覆盖：请换一个文件名，或加 --force（数据库从不覆盖）",
             "'" + file.name() +
                 "' is there already and is another kind of file: give another name, or add --force "
                 "(a database is never overwritten)"},
            {}};
  }
  const Text why = system_reason(file.error());
  return {ErrorCode::unavailable,
          {"无法写入“" + file.name() + "”：" + why.zh, "cannot write '" + file.name() + "': " + why.en},
          {}};
}

}  // namespace yidan::cli
