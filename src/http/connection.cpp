#include "http/connection.h"

#include <optional>

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include "http/date_line.h"

namespace yidan::http {
namespace {

namespace wire = beast::http;
using Parser = wire::request_parser<wire::string_body>;

constexpr std::size_t kRead = 16 * 1024;                  // bytes that are asked for at a time
constexpr std::chrono::milliseconds kBetweenPieces{250};  // until a stream that had nothing is asked again

// Why a request could not be read; absent when there is nobody left to tell: gone, or too slow and closed.
std::optional<Unread> reason_of(const error_code& error) {
  if (error == wire::error::header_limit || error == wire::error::buffer_overflow) return Unread::long_header;
  if (error == wire::error::body_limit) return Unread::long_body;
  if (error == wire::error::end_of_stream || error == wire::error::partial_message) return std::nullopt;
  static const error_code any_of_http = wire::error::bad_method;
  if (error.category() == any_of_http.category()) return Unread::malformed;
  return std::nullopt;
}

// A body may come in pieces and in no other coding: where a proxy before us knows one that we do not, it would see the
// end of the request elsewhere.
bool is_plainly_coded(const wire::fields& headers) {
  const auto [first, last] = headers.equal_range(wire::field::transfer_encoding);
  return first == last || (std::next(first) == last && beast::iequals(first->value(), "chunked"));
}

Request request_of(Parser& parser, const std::string& peer) {
  auto& message = parser.get();
  Request request{.method = std::string(message.method_string()),
                  .target = std::string(message.target()),
                  .body = std::move(message.body()),
                  .peer = peer};
  for (const auto& field : message) {
    request.headers.push_back({std::string(field.name_string()), std::string(field.value())});
  }
  return request;
}

std::string peer_of(const Socket& socket) {
  error_code error;
  const auto peer = socket.remote_endpoint(error);
  return error ? std::string() : peer.address().to_string();
}

template <class Wire>
class Line final : public Connection {
 public:
  template <class... More>
  Line(House& house, Socket socket, More&... more)
      : house_(house),
        peer_(peer_of(socket)),
        stream_(std::move(socket), more...),
        buffer_(house.limits.header + kRead) {
    ++house_.connections;
  }
  ~Line() override { --house_.connections; }
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;

  Task<void> serve() override {
    // What is awaited stands alone: GCC 12 loses a coroutine that is awaited within a condition.
    bool stays = co_await shake_hands();
    if (!stays) co_return;
    while (stays && !ends_) stays = co_await serve_one();
    co_await part();
  }

  void end() override {
    ends_ = true;
    if (is_idle_) close();
  }
  void close() override { beast::get_lowest_layer(stream_).close(); }

 private:
  void allow(std::chrono::seconds time) { beast::get_lowest_layer(stream_).expires_after(time); }

  Task<bool> shake_hands() {
    if constexpr (std::is_same_v<Wire, SecureStream>) {
      error_code error;
      allow(house_.limits.head);
      co_await stream_.async_handshake(asio::ssl::stream_base::server, ends_in(error));
      co_return !error;
    }
    co_return true;
  }

  // Says that nothing more comes, so that the last answer is not lost with what the other side still sends.
  Task<void> part() {
    error_code error;
    allow(std::chrono::seconds(1));
    if constexpr (std::is_same_v<Wire, SecureStream>) {
      co_await stream_.async_shutdown(ends_in(error));
    } else {
      stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, error);
      buffer_.clear();
      while (!error) co_await stream_.async_read_some(buffer_.prepare(kRead), ends_in(error));
    }
    close();
  }

  // Whether the connection stays.
  Task<bool> serve_one() {
    const bool has_come = co_await await_request();
    if (!has_come) co_return false;
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(house_.limits.header));
    parser.body_limit(house_.limits.body);
    Share share(house_.bodies);
    error_code error;
    const std::optional<Unread> unread = co_await read(parser, share, error);
    if (unread) {
      Answer refusal = house_.application.refuse(*unread);
      co_await write(std::move(refusal), 11, false, false);
      co_return false;
    }
    if (error) co_return false;
    const unsigned version = parser.get().version();
    const bool stays = parser.keep_alive();
    const bool is_head = parser.get().method() == wire::verb::head;
    Request request = request_of(parser, peer_);
    Answer answer = co_await answer_to(std::move(request));
    const bool goes_on = co_await write(std::move(answer), version, stays, is_head);
    co_return goes_on;
  }

  Task<bool> await_request() {
    if (buffer_.size() > 0) co_return true;
    error_code error;
    is_idle_ = true;
    allow(house_.limits.idle);
    const std::size_t count = co_await stream_.async_read_some(buffer_.prepare(kRead), ends_in(error));
    is_idle_ = false;
    buffer_.commit(count);
    co_return !error;
  }

  // Reads head and body. What is told to the client, else `error` when there is nobody to tell.
  Task<std::optional<Unread>> read(Parser& parser, Share& share, error_code& error) {
    allow(house_.limits.head);
    co_await wire::async_read_header(stream_, buffer_, parser, ends_in(error));
    if (error) co_return reason_of(error);
    if (!is_plainly_coded(parser.get())) co_return Unread::malformed;
    if (beast::iequals(parser.get()[wire::field::expect], "100-continue")) {
      wire::response<wire::empty_body> go_on(wire::status::continue_, 11);
      co_await wire::async_write(stream_, go_on, ends_in(error));
      if (error) co_return std::nullopt;
    }
    allow(house_.limits.reading);
    while (!parser.is_done()) {
      co_await wire::async_read_some(stream_, buffer_, parser, ends_in(error));
      if (error) co_return reason_of(error);
      if (!share.grow_to(parser.get().body().size())) co_return Unread::too_many_bodies;
    }
    co_return std::nullopt;
  }

  Task<Answer> answer_to(Request request) {
    Application& application = house_.application;
    if (application.is_quick(request)) co_return application.answer(std::move(request));
    if (house_.workers.busy() >= house_.limits.waiting) co_return application.refuse(Unread::too_many_bodies);
    auto work = [&application, request = std::move(request)]() mutable {
      return application.answer(std::move(request));
    };
    Answer answer = co_await house_.workers.ask(std::move(work));
    co_return answer;
  }

  // Whether the connection stays.
  Task<bool> write(Answer answer, unsigned version, bool stays, bool is_head) {
    stays = stays && !answer.closes && !ends_;
    if (answer.stream && !is_head) {
      co_await write_stream(std::move(answer), version);
      co_return false;
    }
    wire::response<wire::string_body> response(wire::int_to_status(static_cast<unsigned>(answer.status)), version);
    head_of(answer, response);
    response.keep_alive(stays);
    const bool has_body = answer.status != 204 && answer.status != 304;
    if (has_body) response.content_length(answer.body.size());
    if (has_body && !is_head) response.body() = std::move(answer.body);
    allow(house_.limits.writing);
    error_code error;
    co_await wire::async_write(stream_, response, ends_in(error));
    co_return stays && !error;
  }

  // A stream ends with its connection: a client that goes on listening begins anew.
  Task<void> write_stream(Answer answer, unsigned version) {
    wire::response<wire::empty_body> head(wire::int_to_status(static_cast<unsigned>(answer.status)), version);
    head_of(answer, head);
    head.keep_alive(false);
    const bool chunked = version >= 11;
    head.chunked(chunked);
    wire::response_serializer<wire::empty_body> serializer(head);
    error_code error;
    allow(house_.limits.writing);
    co_await wire::async_write_header(stream_, serializer, ends_in(error));
    asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor> pause(
        beast::get_lowest_layer(stream_).get_executor());
    while (!error && !ends_) {
      auto ask = [&stream = *answer.stream] { return stream.next(); };
      const std::optional<std::string> piece = co_await house_.workers.ask(std::move(ask));
      if (!piece) break;
      if (piece->empty()) {
        pause.expires_after(kBetweenPieces);
        co_await pause.async_wait(ends_in(error));
        continue;
      }
      allow(house_.limits.writing);
      const auto bytes = asio::buffer(*piece);
      if (chunked) {
        co_await asio::async_write(stream_, wire::make_chunk(bytes), ends_in(error));
      } else {
        co_await asio::async_write(stream_, bytes, ends_in(error));
      }
    }
    if (!error && chunked) co_await asio::async_write(stream_, wire::make_chunk_last(), ends_in(error));
  }

  template <class Message>
  static void head_of(const Answer& answer, Message& message) {
    message.set(wire::field::date, date_now());
    if (!answer.type.empty()) message.set(wire::field::content_type, answer.type);
    for (const Header& header : answer.headers) message.insert(header.name, header.value);
  }

  static const std::string& date_now() {
    thread_local std::chrono::sys_seconds second{};
    thread_local std::string line;
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    if (now != second) line = date_line(now);
    second = now;
    return line;
  }

  House& house_;
  std::string peer_;
  Wire stream_;
  beast::flat_buffer buffer_;
  bool is_idle_ = false;
  bool ends_ = false;
};

}  // namespace

std::shared_ptr<Connection> connection_over(House& house, Socket socket) {
  return std::make_shared<Line<PlainStream>>(house, std::move(socket));
}

std::shared_ptr<Connection> connection_over(House& house, Socket socket, asio::ssl::context& tls) {
  return std::make_shared<Line<SecureStream>>(house, std::move(socket), tls);
}

}  // namespace yidan::http
