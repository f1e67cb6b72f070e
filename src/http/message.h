// What passes between the server and whoever answers: a request that was read whole, and its answer.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yidan::http {

struct Header {
  std::string name;
  std::string value;
};

struct Request {
  std::string method;  // "GET"
  std::string target;  // "/v1/requests?limit=10", as it was sent
  std::vector<Header> headers;
  std::string body;
  std::string peer;  // the address that sent it

  // The value of the first header of that name, whatever its case; empty when there is none.
  [[nodiscard]] std::string_view header(std::string_view name) const;
};

// An answer that goes on: pieces as they come, until there are none.
class Stream {
 public:
  Stream() = default;
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;
  virtual ~Stream() = default;

  // The next piece; an empty one when there is nothing now and more may come; absent at the end. May block. It is not
  // called by two threads at once.
  virtual std::optional<std::string> next() = 0;
};

struct Answer {
  int status = 200;
  std::string type = "application/json";  // empty with an empty body: no content
  std::string body{};
  std::vector<Header> headers{};
  std::shared_ptr<Stream> stream{};  // in place of a body
  bool closes = false;               // the connection ends with it
};

// A request that was not read whole, because it cannot be: what is answered in place of it.
enum class Unread : unsigned char {
  malformed,        // it is no HTTP
  long_header,      // more than the server takes
  long_body,        // the same
  too_many_bodies,  // the server has its hands full
};

// Who answers. Called by many threads at once.
class Application {
 public:
  Application() = default;
  Application(const Application&) = delete;
  Application& operator=(const Application&) = delete;
  virtual ~Application() = default;

  // Must not throw. It may block: it is called by one of the workers.
  virtual Answer answer(Request request) = 0;
  // Whether the answer comes without waiting for anything (a disk, another server): then it is made at once.
  [[nodiscard]] virtual bool is_quick(const Request& request) const = 0;
  [[nodiscard]] virtual Answer refuse(Unread why) const = 0;
};

}  // namespace yidan::http
