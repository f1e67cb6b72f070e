#include "http/server.h"

#include <csignal>
#include <set>
#include <thread>
#include <vector>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include "http/connection.h"

namespace yidan::http {
namespace {

using Timer =
    asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor>;
using Acceptor = asio::basic_socket_acceptor<asio::ip::tcp, Executor>;

// One thread with its connections; all but `context` and `stop` is the thread's own.
class Lane {
 public:
  Lane() : work_(context.get_executor()), deadline_(context.get_executor()) {}

  asio::io_context context{1};

  void add(std::shared_ptr<Connection> connection) {
    connections_.insert(connection);
    if (ends_) connection->end();
    asio::co_spawn(context, serve(std::move(connection)), asio::detached);
  }

  void stop(std::chrono::seconds patience) {
    asio::post(context, [this, patience] {
      if (ends_) return;
      ends_ = true;
      work_.reset();
      for (const auto& each : std::vector(connections_.begin(), connections_.end())) each->end();
      if (connections_.empty()) return;
      deadline_.expires_after(patience);
      deadline_.async_wait([this](const error_code& error) {
        if (error) return;
        for (const auto& each : connections_) each->close();
      });
    });
  }

 private:
  Task<void> serve(std::shared_ptr<Connection> connection) {
    try {
      co_await connection->serve();
    } catch (const std::exception&) {  // out of memory: this connection ends, the others go on
      connection->close();
    }
    connections_.erase(connection);
    if (ends_ && connections_.empty()) deadline_.cancel();
  }

  asio::executor_work_guard<Executor> work_;
  Timer deadline_;
  std::set<std::shared_ptr<Connection>> connections_;
  bool ends_ = false;
};

Error cannot_listen(const Options& options, const error_code& error) {
  const std::string place = options.address + ":" + std::to_string(options.port);
  return {ErrorCode::unavailable,
          {"无法监听 " + place + "（" + error.message() + "）：请换一个端口，或先停止占用它的程序",
           "cannot listen at " + place + " (" + error.message() + "): choose another port, or stop what uses it"},
          {}};
}

Error wrong_certificate(const std::string& file, const error_code& error) {
  return {ErrorCode::invalid_value,
          {"证书或私钥无法使用：" + file + "（" + error.message() + "）",
           "the certificate or its key cannot be used: " + file + " (" + error.message() + ")"},
          {}};
}

class RunningServer final : public Server {
 public:
  RunningServer(const Options& options, Application& application)
      : house_(options.limits, application, options.workers),
        lanes_(std::max(1U, options.threads)),
        heeds_signals_(options.ends_on_signals) {}

  Result<void> open(const Options& options) {
    if (auto secured = secure(options); !secured) return secured;
    error_code error;
    const auto address = asio::ip::make_address(options.address, error);
    if (error) return std::unexpected(cannot_listen(options, error));
    const asio::ip::tcp::endpoint place(address, options.port);
    acceptor_.open(place.protocol(), error);
    if (!error) acceptor_.set_option(asio::socket_base::reuse_address(true), error);
    if (!error) acceptor_.bind(place, error);
    if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
    if (error) return std::unexpected(cannot_listen(options, error));
    return {};
  }

  std::uint16_t port() const override { return acceptor_.local_endpoint().port(); }

  void run() override {
    asio::co_spawn(lanes_.front().context, accept(), asio::detached);
    if (heeds_signals_) await_signal();
    std::vector<std::jthread> threads;
    for (std::size_t i = 1; i < lanes_.size(); ++i) {
      threads.emplace_back([&lane = lanes_[i]] { lane.context.run(); });
    }
    lanes_.front().context.run();
    threads.clear();
    house_.workers.join();
  }

  void stop() override {
    asio::post(lanes_.front().context, [this] {
      error_code error;
      acceptor_.close(error);
      signals_.cancel(error);
    });
    for (Lane& lane : lanes_) lane.stop(house_.limits.ending);
  }

  Load load() const override { return {house_.connections, house_.workers.busy(), house_.bodies.taken()}; }

 private:
  void await_signal() {
    error_code error;
    signals_.add(SIGINT, error);
    signals_.add(SIGTERM, error);
    signals_.async_wait([this](const error_code& cancelled, int) {
      if (!cancelled) stop();
    });
  }

  Result<void> secure(const Options& options) {
    if (!options.tls) return {};
    tls_.emplace(asio::ssl::context::tls_server);
    error_code error;
    tls_->set_options(
        asio::ssl::context::default_workarounds | asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1, error);
    if (!error) tls_->use_certificate_chain_file(options.tls->certificate, error);
    if (error) return std::unexpected(wrong_certificate(options.tls->certificate, error));
    tls_->use_private_key_file(options.tls->key, asio::ssl::context::pem, error);
    if (error) return std::unexpected(wrong_certificate(options.tls->key, error));
    return {};
  }

  // Connections go to the lanes in turn, so that each has its part of them.
  Task<void> accept() {
    Timer pause(lanes_.front().context.get_executor());
    for (std::size_t next = 0; acceptor_.is_open(); ++next) {
      error_code error;
      if (house_.connections >= house_.limits.connections) {
        pause.expires_after(std::chrono::milliseconds(20));
        co_await pause.async_wait(ends_in(error));
        continue;
      }
      Lane& lane = lanes_[next % lanes_.size()];
      Socket socket(lane.context);
      co_await acceptor_.async_accept(socket, ends_in(error));
      if (!error) {
        welcome(lane, std::move(socket));
      } else if (acceptor_.is_open()) {  // no more files can be opened, say: those that end make room
        pause.expires_after(std::chrono::milliseconds(100));
        co_await pause.async_wait(ends_in(error));
      }
    }
  }

  void welcome(Lane& lane, Socket socket) {
    error_code error;
    socket.set_option(asio::ip::tcp::no_delay(true), error);
    auto connection =
        tls_ ? connection_over(house_, std::move(socket), *tls_) : connection_over(house_, std::move(socket));
    asio::post(lane.context,
               [&lane, connection = std::move(connection)]() mutable { lane.add(std::move(connection)); });
  }

  House house_;
  std::vector<Lane> lanes_;
  Acceptor acceptor_{lanes_.front().context};
  asio::signal_set signals_{lanes_.front().context};
  bool heeds_signals_;
  std::optional<asio::ssl::context> tls_;
};

}  // namespace

Result<std::unique_ptr<Server>> Server::listen(const Options& options, Application& application) {
  auto server = std::make_unique<RunningServer>(options, application);
  if (auto opened = server->open(options); !opened) return std::unexpected(std::move(opened.error()));
  return server;
}

}  // namespace yidan::http
