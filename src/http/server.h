// An HTTP/1.1 server: reads requests within limits, has an application answer them, keeps connections open.
//
// One thread a core reads and writes; each connection stays with one of them. Answers that may wait (for a disk, say)
// are made by workers, of which there are as many as requests may wait together. Nothing that a client does or leaves
// undone holds up another: every step has its time and its size. TLS where a certificate is given.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "http/message.h"

namespace yidan::http {

struct Limits {
  std::size_t header = 16 * 1024;             // bytes of a request line with its headers
  std::size_t body = 64 * 1024 * 1024;        // bytes of one body
  std::size_t bodies = 1024UL * 1024 * 1024;  // bytes of all bodies that are being read or answered
  std::size_t connections = 20'000;           // what comes beyond them waits to be accepted
  std::size_t waiting = 4'096;                // requests that wait for a worker or are with one
  std::chrono::seconds idle{75};              // between two requests
  std::chrono::seconds head{15};              // from the first byte of a request to the end of its headers
  std::chrono::seconds reading{120};          // for its body
  std::chrono::seconds writing{120};          // for a piece of an answer to be taken
  std::chrono::seconds ending{20};            // for what is under way when the server is stopped
};

struct Tls {
  std::string certificate;  // files, PEM: the chain, and its key
  std::string key;
};

struct Options {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;  // 0: any that is free
  unsigned threads = 2;
  unsigned workers = 64;
  Limits limits{};
  std::optional<Tls> tls{};
  bool ends_on_signals = false;  // an interruption (SIGINT) or SIGTERM stops it
};

// What a server has to do at the moment.
struct Load {
  std::size_t connections = 0;
  std::size_t waiting = 0;  // requests that wait for a worker or are with one
  std::size_t bodies = 0;   // bytes of bodies that are kept
};

class Server {
 public:
  // Listens from now on, and answers once `run` is called. `application` outlives the server. Errors: `unavailable`:
  // the address is taken or none of this machine; `not_found`, `invalid_value`: of the certificate.
  [[nodiscard]] static Result<std::unique_ptr<Server>> listen(const Options& options, Application& application);
  virtual ~Server() = default;
  Server() = default;
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  [[nodiscard]] virtual std::uint16_t port() const = 0;
  // Returns after `stop`, when what was under way has ended or its time is over.
  virtual void run() = 0;
  // Takes no more requests. May be called by any thread, and again.
  virtual void stop() = 0;
  [[nodiscard]] virtual Load load() const = 0;
};

}  // namespace yidan::http
