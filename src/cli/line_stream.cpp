#include "cli/line_stream.h"

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

#include "cli/interrupt.h"

namespace yidan::cli {

std::unique_ptr<LineStream> LineStream::open(const std::string& name) {
  const int descriptor = name == "-" ? STDIN_FILENO : ::open(name.c_str(), O_RDONLY | O_CLOEXEC);
  return descriptor < 0 ? nullptr : std::make_unique<LineStream>(descriptor);
}

LineStream::~LineStream() {
  if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
}

bool LineStream::fill() {
  if (ended_) return false;
  constexpr std::size_t block = 1U << 18U;
  buffer_.erase(0, start_);
  start_ = 0;
  if (buffer_.size() > kLongest) {
    too_long_ = true;
    return false;
  }
  const std::size_t held = buffer_.size();
  buffer_.resize(held + block);
  ssize_t got = 0;
  do {
    got = ::read(descriptor_, buffer_.data() + held, block);
  } while (got < 0 && errno == EINTR && !interrupted());
  buffer_.resize(held + static_cast<std::size_t>(got > 0 ? got : 0));
  if (got < 0 && !interrupted()) read_error_ = errno;
  ended_ = got <= 0;
  return !ended_;
}

std::optional<std::string_view> LineStream::next() {
  std::size_t searched = start_;
  while (true) {
    const std::size_t end = buffer_.find('\n', searched);
    if (end != std::string::npos) {
      const std::string_view line(buffer_.data() + start_, end - start_);
      start_ = end + 1;
      return line;
    }
    searched = buffer_.size() - start_;
    if (fill()) continue;
    if (too_long_ || start_ == buffer_.size()) return std::nullopt;
    const std::string_view line(buffer_.data() + start_, buffer_.size() - start_);
    start_ = buffer_.size();
    return line;
  }
}

std::optional<std::string_view> LineStream::read_all() {
  while (fill()) continue;
  if (too_long_ || read_error_ != 0 || interrupted()) return std::nullopt;
  return std::string_view(buffer_).substr(start_);
}

}  // namespace yidan::cli
