// A client that sends what it is told to, byte for byte, and says what came back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

namespace yidan::http {

class RawClient {
 public:
  explicit RawClient(std::uint16_t port) : socket_(context_) {
    socket_.connect({boost::asio::ip::make_address("127.0.0.1"), port});
    socket_.set_option(boost::asio::ip::tcp::no_delay(true));
  }

  void send(std::string_view text) {
    boost::system::error_code gone;  // whoever is sent away may hear it before all is sent
    boost::asio::write(socket_, boost::asio::buffer(text), gone);
  }
  void send_no_more() { socket_.shutdown(boost::asio::ip::tcp::socket::shutdown_send); }

  struct Heard {
    unsigned status = 0;  // 0: nothing came, the connection is closed
    std::string body{};
    std::string type{};
    bool stays = false;
    boost::beast::http::fields headers{};
  };
  Heard hear(bool head_alone = false) {
    boost::beast::http::response_parser<boost::beast::http::string_body> parser;
    parser.skip(head_alone);
    parser.body_limit(std::uint64_t{1} << 32U);
    boost::system::error_code error;
    boost::beast::http::read(socket_, buffer_, parser, error);
    if (error) return {};
    auto& message = parser.get();
    return {message.result_int(), message.body(), std::string(message["Content-Type"]), message.keep_alive(),
            message.base()};
  }
  Heard ask(std::string_view text) {
    send(text);
    return hear();
  }

  // All bytes until the other side closes.
  std::string hear_all() {
    std::string all;
    boost::system::error_code error;
    boost::asio::read(socket_, boost::asio::dynamic_buffer(all), error);
    return all;
  }
  std::string hear_some() {
    std::string some(64 * 1024, '\0');
    boost::system::error_code error;
    some.resize(socket_.read_some(boost::asio::buffer(some), error));
    return some;
  }

 private:
  boost::asio::io_context context_;
  boost::asio::ip::tcp::socket socket_;
  boost::beast::flat_buffer buffer_;
};

}  // namespace yidan::http
