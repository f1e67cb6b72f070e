// The types of Boost.Asio and Boost.Beast that this module uses, fixed to one executor: coroutines that know theirs are
// smaller and quicker than those that ask for it.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/basic_stream.hpp>
#include <boost/beast/core/rate_policy.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

namespace yidan::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
using boost::system::error_code;

using Executor = asio::io_context::executor_type;
template <class T>
using Task = asio::awaitable<T, Executor>;

using Socket = asio::basic_stream_socket<asio::ip::tcp, Executor>;
using PlainStream = beast::basic_stream<asio::ip::tcp, Executor, beast::unlimited_rate_policy>;
using SecureStream = beast::ssl_stream<PlainStream>;

// Waits for an operation; what went wrong is in `error`.
inline auto ends_in(error_code& error) { return asio::redirect_error(asio::use_awaitable_t<Executor>(), error); }

}  // namespace yidan::http
