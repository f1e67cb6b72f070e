// One connection: reads a request, has it answered, writes the answer, and again. A coroutine of the connection's lane.
#pragma once

#include <atomic>
#include <memory>

#include <boost/asio/ssl/context.hpp>

#include "http/asio.h"
#include "http/budget.h"
#include "http/message.h"
#include "http/server.h"
#include "http/workers.h"

namespace yidan::http {

// What all connections of a server share.
struct House {
  House(const Limits& some, Application& who, unsigned count)
      : limits(some), application(who), workers(count), bodies(some.bodies) {}

  Limits limits;
  Application& application;
  Workers workers;
  Budget bodies;
  std::atomic<std::size_t> connections{0};
};

// As its lane sees it.
class Connection {
 public:
  Connection() = default;
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  virtual ~Connection() = default;

  [[nodiscard]] virtual Task<void> serve() = 0;
  // Takes no further request: one that waits for the next is closed now, the others after their answer.
  virtual void end() = 0;
  virtual void close() = 0;
};

[[nodiscard]] std::shared_ptr<Connection> connection_over(House& house, Socket socket);
[[nodiscard]] std::shared_ptr<Connection> connection_over(House& house, Socket socket, asio::ssl::context& tls);

}  // namespace yidan::http
