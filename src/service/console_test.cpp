#include "service/console.h"

#include <fstream>

#include <gtest/gtest.h>

namespace yidan::service {
namespace {

namespace fs = std::filesystem;

class ConsoleTest : public testing::Test {
 protected:
  ConsoleTest()
      : folder_(fs::path(testing::TempDir()) /
                ("console-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()))) {
    write("index.html", "<!doctype html>");
    write("assets/main-1a2b.js", "let all = 1;");
    write("assets/main-1a2b.js.br", "BR");
    write("assets/main-1a2b.js.gz", "GZ");
    write("notes.txt", "not of the console");
  }
  ~ConsoleTest() override { fs::remove_all(folder_); }

  void write(const std::string& path, std::string_view text) const {
    fs::create_directories((folder_ / path).parent_path());
    std::ofstream(folder_ / path) << text;
  }

  [[nodiscard]] std::optional<http::Answer> ask(std::string target, std::vector<http::Header> headers = {},
                                                std::string method = "GET") const {
    const auto console = Console::read(folder_);
    if (!console) return std::nullopt;
    const auto read = http::read_target(target);
    return read ? console->answer({.method = std::move(method), .target = target, .headers = std::move(headers)}, *read)
                : std::nullopt;
  }

  fs::path folder_;
};

std::string header_of(const http::Answer& answer, std::string_view name) {
  for (const http::Header& each : answer.headers) {
    if (each.name == name) return each.value;
  }
  return {};
}

TEST_F(ConsoleTest, TheFrontPageIsAskedForAnewAndGuarded) {
  const auto answer = ask("/");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->body, "<!doctype html>");
  EXPECT_EQ(answer->type, "text/html; charset=utf-8");
  EXPECT_EQ(header_of(*answer, "Cache-Control"), "no-cache");
  const std::string policy = header_of(*answer, "Content-Security-Policy");
  EXPECT_NE(policy.find("script-src 'self';"), std::string::npos);
  EXPECT_NE(policy.find("frame-ancestors 'none'"), std::string::npos);
  EXPECT_EQ(policy.find("unsafe"), std::string::npos);
}

TEST_F(ConsoleTest, WhatBrowsersHaveIsNotSentAgain) {
  const auto first = ask("/");
  ASSERT_TRUE(first);
  const auto again = ask("/", {{"If-None-Match", header_of(*first, "ETag")}});
  ASSERT_TRUE(again);
  EXPECT_EQ(again->status, 304);
  EXPECT_TRUE(again->body.empty());
}

TEST_F(ConsoleTest, FilesNamedByTheirDigestAreKeptForEver) {
  const auto answer = ask("/assets/main-1a2b.js");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->body, "let all = 1;");
  EXPECT_EQ(header_of(*answer, "Cache-Control"), "public, max-age=31536000, immutable");
  EXPECT_EQ(header_of(*answer, "Content-Encoding"), "");
}

TEST_F(ConsoleTest, TheSmallestFormThatTheBrowserTakes) {
  const auto coding = [&](const char* accepted) {
    const auto answer = ask("/assets/main-1a2b.js", {{"Accept-Encoding", accepted}});
    return answer ? header_of(*answer, "Content-Encoding") + ":" + answer->body : "none";
  };
  EXPECT_EQ(coding("gzip, deflate, br"), "br:BR");
  EXPECT_EQ(coding("gzip;q=0.5, br;q=0"), "gzip:GZ");
  EXPECT_EQ(coding("identity"), ":let all = 1;");
  EXPECT_EQ(coding("brotli"), ":let all = 1;");
}

TEST_F(ConsoleTest, PagesOfTheFrontEndAreTheFrontPage) {
  const auto page = ask("/window/bills", {{"Accept", "text/html,application/xhtml+xml"}});
  ASSERT_TRUE(page);
  EXPECT_EQ(page->body, "<!doctype html>");
  EXPECT_FALSE(ask("/v2", {{"Accept", "application/json"}})) << "a program is told that there is no such path";
  EXPECT_FALSE(ask("/assets/gone-1a2b.js", {{"Accept", "text/html"}})) << "a file that is not there is no page";
  EXPECT_FALSE(ask("/", {}, "POST"));
}

TEST_F(ConsoleTest, NoPathLeavesTheFolder) {
  write("../secret.html", "secret");
  for (const char* path : {"/../secret.html", "/%2e%2e/secret.html", "/..%2fsecret.html", "/assets/../../secret.html",
                           "/notes.txt", "/assets/main-1a2b.js.br"}) {
    EXPECT_FALSE(ask(path)) << path;
  }
  fs::remove(folder_ / "../secret.html");
}

TEST_F(ConsoleTest, AFolderWithoutAFrontPageIsNone) {
  fs::remove(folder_ / "index.html");
  const auto console = Console::read(folder_);
  ASSERT_FALSE(console);
  EXPECT_EQ(console.error().code, ErrorCode::not_found);
  EXPECT_FALSE(Console::read(folder_ / "nowhere"));
}

}  // namespace
}  // namespace yidan::service
