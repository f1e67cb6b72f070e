// A connection for tests that is cut where it hurts: a way to a PostgreSQL server that passes everything on, until it
// is told to cut the next commit, before the server hears of it, while it is at it, or after.
#pragma once

#include <array>
#include <atomic>
#include <cstring>
#include <filesystem>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace yidan::store::testing {

enum class Cut : std::uint8_t { nothing, before_commit, during_commit, after_commit };

class CuttingProxy {
 public:
  // Makes a socket in `folder` that leads to the one in `server_folder`.
  CuttingProxy(const std::string& folder, const std::string& server_folder)
      : server_(server_folder + "/.s.PGSQL.5432"), listener_(::socket(AF_UNIX, SOCK_STREAM, 0)) {
    const sockaddr_un address = address_of(folder + "/.s.PGSQL.5432");
    if (::bind(listener_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
        ::listen(listener_, 64) != 0)
      throw std::runtime_error("cannot listen in " + folder);
    accepting_ = std::jthread([this](const std::stop_token& stop) { accept(stop); });
  }
  ~CuttingProxy() {
    accepting_.request_stop();
    accepting_.join();
    for (std::jthread& each : passing_) each.request_stop();
    passing_.clear();
    ::close(listener_);
  }
  CuttingProxy(const CuttingProxy&) = delete;
  CuttingProxy& operator=(const CuttingProxy&) = delete;

  void cut_next(Cut where) { next_cut_ = where; }
  [[nodiscard]] int cuts() const { return cuts_; }

 private:
  static sockaddr_un address_of(const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
    return address;
  }

  static bool readable(int socket, int milliseconds = 20) {
    pollfd waiting{.fd = socket, .events = POLLIN, .revents = 0};
    return ::poll(&waiting, 1, milliseconds) > 0;
  }

  void accept(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      if (!readable(listener_)) continue;
      const int client = ::accept(listener_, nullptr, nullptr);
      passing_.emplace_back([this, client](const std::stop_token& ended) { pass(client, ended); });
    }
  }

  void pass(int client, const std::stop_token& stop) {
    const int server = ::socket(AF_UNIX, SOCK_STREAM, 0);
    const sockaddr_un address = address_of(server_);
    bool open = ::connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    while (open && !stop.stop_requested()) {
      if (readable(client, 1)) open = pass_on(client, server, true);
      if (open && readable(server, 1)) open = pass_on(server, client, false);
    }
    ::close(server);
    ::close(client);
  }

  // What has come from one side goes to the other; false when the connection ends here.
  bool pass_on(int from, int to, bool asks) {
    static thread_local std::array<char, 1U << 20U> block;
    const ssize_t size = ::read(from, block.data(), block.size());
    if (size <= 0) return false;
    const std::string_view text(block.data(), static_cast<std::size_t>(size));
    const bool commits = asks && text.find(std::string_view("\0commit\0", 8)) != std::string_view::npos;
    const Cut cut = commits ? next_cut_.exchange(Cut::nothing) : Cut::nothing;
    if (cut != Cut::nothing) ++cuts_;
    if (cut == Cut::before_commit) return false;
    for (std::size_t at = 0; at < text.size();) {
      const ssize_t sent = ::send(to, text.data() + at, text.size() - at, MSG_NOSIGNAL);
      if (sent <= 0) return false;
      at += static_cast<std::size_t>(sent);
    }
    if (cut == Cut::after_commit) readable(to, 1'000);  // the server has answered, and nobody hears it
    return cut == Cut::nothing;
  }

  std::string server_;
  int listener_;
  std::atomic<Cut> next_cut_{Cut::nothing};
  std::atomic<int> cuts_ = 0;
  std::vector<std::jthread> passing_;  // changed by the accepting thread alone, until it has ended
  std::jthread accepting_;
};

}  // namespace yidan::store::testing
