#include "http/server.h"

#include <atomic>
#include <deque>
#include <future>
#include <thread>

#include <gtest/gtest.h>

#include "http/test_support.h"

namespace yidan::http {
namespace {

// Says back what it was sent; "/wait" waits until it is let go, "/quick" is answered at once, "/count" counts.
class Echo final : public Application {
 public:
  Answer answer(Request request) override {
    if (request.target == "/wait") go_.get_future().wait();
    if (request.target == "/count") return {.stream = std::make_shared<Counting>()};
    if (request.target == "/nothing") return {.status = 204, .type = ""};
    return {.type = "text/plain", .body = request.method + " " + request.target + " " + request.body};
  }
  bool is_quick(const Request& request) const override { return request.target == "/quick"; }
  Answer refuse(Unread why) const override {
    constexpr std::array status{400, 431, 413, 503};
    return {.status = status.at(static_cast<std::size_t>(why)), .type = "text/plain", .body = "no", .closes = true};
  }
  void let_go() { go_.set_value(); }

 private:
  class Counting final : public Stream {
    std::optional<std::string> next() override {
      if (count_ == 3) return std::nullopt;
      silent_ = !silent_;
      return silent_ ? "" : std::to_string(++count_);
    }
    bool silent_ = false;
    int count_ = 0;
  };

  std::promise<void> go_;
};

class ServerTest : public testing::Test {
 protected:
  ServerTest() { start({}); }
  ~ServerTest() override { end(); }

  void start(Limits limits, unsigned workers = 4) {
    end();
    auto server = Server::listen({.port = 0, .threads = 2, .workers = workers, .limits = limits}, echo_);
    ASSERT_TRUE(server) << server.error().message.en;
    server_ = std::move(*server);
    thread_ = std::jthread([this] { server_->run(); });
  }
  void end() {
    if (server_) server_->stop();
    if (thread_.joinable()) thread_.join();
  }
  RawClient client() { return RawClient(server_->port()); }

  Echo echo_;
  std::unique_ptr<Server> server_;
  std::jthread thread_;
};

TEST_F(ServerTest, KeepsAConnectionOpenForManyRequests) {
  auto one = client();
  for (int i = 0; i < 3; ++i) {
    const auto heard = one.ask("POST /a?b=1 HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello");
    EXPECT_EQ(heard.body, "POST /a?b=1 hello");
    EXPECT_TRUE(heard.stays);
    EXPECT_EQ(heard.type, "text/plain");
    EXPECT_EQ(heard.headers["Date"].size(), 29U);
  }
  const auto last = one.ask("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_FALSE(last.stays);
  EXPECT_EQ(one.hear_all(), "");
}

TEST_F(ServerTest, AnswersRequestsThatComeTogetherInTheirOrder) {
  auto one = client();
  one.send(
      "GET /1 HTTP/1.1\r\nHost: x\r\n\r\nGET /quick HTTP/1.1\r\nHost: x\r\n\r\nGET /3 HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_EQ(one.hear().body, "GET /1 ");
  EXPECT_EQ(one.hear().body, "GET /quick ");
  EXPECT_EQ(one.hear().body, "GET /3 ");
}

TEST_F(ServerTest, TakesBodiesInPieces) {
  auto one = client();
  one.send("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
  one.send("2;some=thing\r\nde\r\n0\r\n\r\n");
  EXPECT_EQ(one.hear().body, "POST / abcde");
}

TEST_F(ServerTest, TellsThemToGoOn) {
  auto one = client();
  one.send("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
  EXPECT_TRUE(one.hear_some().starts_with("HTTP/1.1 100 Continue\r\n"));
  EXPECT_EQ(one.ask("abc").body, "POST / abc");
}

TEST_F(ServerTest, HasNoBodyForHeadAndNoContent) {
  auto one = client();
  one.send("HEAD /a HTTP/1.1\r\nHost: x\r\n\r\n");
  const auto head = one.hear(true);
  EXPECT_EQ(head.headers["Content-Length"], "8");
  EXPECT_EQ(one.ask("GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n").status, 204U);
  EXPECT_EQ(one.ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n").body, "GET / ") << "nothing was left between them";
}

TEST_F(ServerTest, RefusesWhatIsTooLongOrNoHttpAndCloses) {
  start({.header = 2048, .body = 1000});
  EXPECT_EQ(client().ask("GET / HTTP/1.1\r\nX: " + std::string(3000, 'x') + "\r\n\r\n").status, 431U);
  EXPECT_EQ(client().ask("GET /" + std::string(3000, 'x') + " HTTP/1.1\r\n\r\n").status, 431U);
  EXPECT_EQ(client().ask("POST / HTTP/1.1\r\nContent-Length: 1001\r\n\r\n").status, 413U);
  EXPECT_EQ(
      client().ask("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n" + std::string(1001, 'x')).status,
      413U);
  EXPECT_EQ(client().ask("nonsense\r\n\r\n").status, 400U);
  EXPECT_EQ(client().ask("GET / HTTP/9.9\r\n\r\n").status, 400U);
  EXPECT_EQ(client().ask("GET /ok HTTP/1.1\r\nHost: x\r\n\r\n").body, "GET /ok ");
}

// One that reads a request's end elsewhere than a proxy before it would take a body for a request.
TEST_F(ServerTest, RefusesRequestsWhoseEndIsInDoubt) {
  for (const char* headers : {
           "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
           "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
           "Content-Length: 5\r\nContent-Length: 6\r\n",
           "Content-Length: +5\r\n",
           "Content-Length: 5, 6\r\n",
           "Content-Length: 99999999999999999999\r\n",
           "Content-Length: 0x5\r\n",
           "Content-Length : 5\r\n",
           "Content-Length: -1\r\n",
           "Transfer-Encoding: xchunked\r\nContent-Length: 5\r\n",
           "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
           "Transfer-Encoding: gzip\r\n",
       }) {
    const auto heard = client().ask("POST / HTTP/1.1\r\nHost: x\r\n" + std::string(headers) + "\r\n0\r\n\r\n");
    EXPECT_EQ(heard.status / 100, 4U) << headers;
    EXPECT_FALSE(heard.stays) << headers;
  }
  EXPECT_EQ(client().ask("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\nab\r\n0\r\n\r\n").status, 400U);
  EXPECT_EQ(client().ask("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1ffffffffffffffff\r\nab").status, 400U);
}

TEST_F(ServerTest, ClosesThoseWhoAreTooSlow) {
  start({.idle = std::chrono::seconds(1), .head = std::chrono::seconds(1), .reading = std::chrono::seconds(1)});
  auto silent = client();
  auto in_the_head = client();
  in_the_head.send("GET / HTT");
  auto in_the_body = client();
  in_the_body.send("POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\na");
  EXPECT_EQ(client().ask("GET /ok HTTP/1.1\r\nHost: x\r\n\r\n").body, "GET /ok ") << "nobody is held up by them";
  EXPECT_EQ(silent.hear_all(), "");
  EXPECT_EQ(in_the_head.hear_all(), "");
  EXPECT_EQ(in_the_body.hear_all(), "");
}

TEST_F(ServerTest, KeepsNoMoreBodiesThanItMay) {
  start({.body = 100'000, .bodies = 100'000}, 1);
  auto first = client();
  first.send("POST /wait HTTP/1.1\r\nContent-Length: 90000\r\n\r\n" + std::string(90'000, 'x'));
  while (server_->load().waiting == 0) std::this_thread::yield();
  EXPECT_EQ(client().ask("POST / HTTP/1.1\r\nContent-Length: 90000\r\n\r\n" + std::string(90'000, 'x')).status, 503U);
  echo_.let_go();
  EXPECT_EQ(first.hear().status, 200U);
  while (server_->load().bodies != 0) std::this_thread::yield();
  EXPECT_EQ(client().ask("POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc").status, 200U);
}

TEST_F(ServerTest, HoldsUpNobodyForAnAnswerThatWaits) {
  start({}, 1);
  auto waiting = client();
  waiting.send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
  while (server_->load().waiting == 0) std::this_thread::yield();
  EXPECT_EQ(client().ask("GET /quick HTTP/1.1\r\nHost: x\r\n\r\n").body, "GET /quick ");
  echo_.let_go();
  EXPECT_EQ(waiting.hear().status, 200U);
}

TEST_F(ServerTest, RefusesWhatWouldWaitTooLong) {
  start({.waiting = 1}, 1);
  auto waiting = client();
  waiting.send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
  while (server_->load().waiting == 0) std::this_thread::yield();
  EXPECT_EQ(client().ask("GET /a HTTP/1.1\r\nHost: x\r\n\r\n").status, 503U);
  echo_.let_go();
  EXPECT_EQ(waiting.hear().status, 200U);
}

TEST_F(ServerTest, EndsWhatIsUnderWayBeforeItStops) {
  auto idle = client();
  EXPECT_EQ(idle.ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n").status, 200U);
  auto waiting = client();
  waiting.send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
  while (server_->load().waiting == 0) std::this_thread::yield();
  server_->stop();
  EXPECT_EQ(idle.hear_all(), "") << "closed at once";
  echo_.let_go();
  const auto heard = waiting.hear();
  EXPECT_EQ(heard.body, "GET /wait ");
  EXPECT_FALSE(heard.stays);
  thread_.join();
}

TEST_F(ServerTest, StreamsPieces) {
  EXPECT_EQ(client().ask("GET /count HTTP/1.1\r\nHost: x\r\n\r\n").body, "123");
  auto old = client();
  old.send("GET /count HTTP/1.0\r\n\r\n");
  EXPECT_TRUE(old.hear_all().ends_with("\r\n\r\n123"));
}

TEST_F(ServerTest, RefusesAPortThatIsTaken) {
  Echo other;
  const auto second = Server::listen({.port = server_->port()}, other);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::unavailable);
  EXPECT_FALSE(Server::listen({.address = "no address"}, other));
}

TEST_F(ServerTest, ServesManyConnectionsAtOnce) {
  std::deque<RawClient> clients;
  for (int i = 0; i < 200; ++i) clients.emplace_back(server_->port());
  for (auto& each : clients) each.send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
  for (auto& each : clients) EXPECT_EQ(each.hear().body, "GET /a ");
}

}  // namespace
}  // namespace yidan::http
