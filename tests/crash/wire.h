// What a process that is to be killed tells the one that kills it, through a pipe: a record is there whole or not at
// all, and what was told before the end is not lost with it.
#pragma once

#include <cstdint>
#include <cstring>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <poll.h>
#include <unistd.h>

namespace yidan::crash {

enum class Tells : char {
  opened = 'o',       // the books are open
  sent = 's',         // the request with this key is about to be performed; the text is the request
  answered = 'a',     // performed; the text is the answer
  refused = 'r',      // not performed for what it is; the text is the reason
  unavailable = 'u',  // nobody knows
  closing = 'c',      // the books are about to be closed
  failed = 'f',       // something that must not be; the text says what
};

struct Told {
  Tells what = Tells::failed;
  std::string key;
  std::string text;
};

// The writing end; any number of threads.
class Teller {
 public:
  explicit Teller(int descriptor) : descriptor_(descriptor) {}

  void tell(Tells what, std::string_view key = {}, std::string_view text = {}) {
    const std::uint32_t sizes[] = {static_cast<std::uint32_t>(key.size()), static_cast<std::uint32_t>(text.size())};
    std::string record(1, static_cast<char>(what));
    record.append(reinterpret_cast<const char*>(sizes), sizeof sizes).append(key).append(text);
    const std::scoped_lock lock(mutex_);
    for (std::string_view left = record; !left.empty();) {
      const ssize_t written = ::write(descriptor_, left.data(), left.size());
      if (written <= 0) ::_exit(3);  // nobody listens any more
      left.remove_prefix(static_cast<std::size_t>(written));
    }
  }

 private:
  int descriptor_;
  std::mutex mutex_;
};

// The reading end.
class Listener {
 public:
  explicit Listener(int descriptor) : descriptor_(descriptor) {}
  ~Listener() { ::close(descriptor_); }
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  // What has been told by now, waiting at most so long for the first of it; half a record waits for its other half.
  std::vector<Told> listen(int milliseconds) {
    pollfd waiting{.fd = descriptor_, .events = POLLIN, .revents = 0};
    if (ended_ || ::poll(&waiting, 1, milliseconds) <= 0) return {};
    char block[1U << 16U];
    const ssize_t got = ::read(descriptor_, block, sizeof block);
    ended_ = got <= 0;
    if (got > 0) buffer_.append(block, static_cast<std::size_t>(got));
    return take_whole();
  }
  [[nodiscard]] bool ended() const { return ended_; }

 private:
  std::vector<Told> take_whole() {
    std::vector<Told> all;
    std::uint32_t sizes[2];
    constexpr std::size_t head = 1 + sizeof sizes;
    std::size_t at = 0;
    while (buffer_.size() - at >= head) {
      std::memcpy(sizes, buffer_.data() + at + 1, sizeof sizes);
      if (buffer_.size() - at < head + sizes[0] + sizes[1]) break;
      all.push_back({static_cast<Tells>(buffer_[at]), buffer_.substr(at + head, sizes[0]),
                     buffer_.substr(at + head + sizes[0], sizes[1])});
      at += head + sizes[0] + sizes[1];
    }
    buffer_.erase(0, at);
    return all;
  }

  int descriptor_;
  std::string buffer_;
  bool ended_ = false;
};

}  // namespace yidan::crash
