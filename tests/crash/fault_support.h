// What the tests of faults share: books in a folder, requests to fill them, and the program as a user runs it, on a
// disk that is full or closed to writing, or killed.
#pragma once

#include <string>

#include <gtest/gtest.h>

#include "tests/support/run_yidan.h"

namespace yidan::crash {

using testing::Ran;

// The program, through the shell, after `before` ("ulimit -f 100; exec"); its messages are English.
inline Ran run(const std::string& before, const std::string& arguments, const std::string& input = {}) {
  const TemporaryFolder folder;
  const auto in = [&folder](const char* name) { return "'" + (folder.path() / name).string() + "'"; };
  testing::write_file(folder.path() / "in", input);
  const std::string command = "cd '" + testing::in_repository("").string() + "' && { " + before +
                              " '" YIDAN_PROGRAM "' --lang en " + arguments + "; } < " + in("in") + " > " + in("out") +
                              " 2> " + in("err");
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, testing::read_file(folder.path() / "out"),
          testing::read_file(folder.path() / "err")};
}

// Persons with their facts, then visits of them in turn; every key begins with `start`.
inline std::string requests(int persons, int visits, const std::string& start = "k") {
  const auto request = [](const std::string& key, int person, const std::string& rest) {
    return R"({"format":"yidan.request/1","key":")" + key + R"(","pool":"370600","person":"P)" +
           std::to_string(person) + "\"," + rest + "}\n";
  };
  std::string text;
  for (int i = 0; i < persons; ++i) {
    text += request("facts" + std::to_string(i), i,
                    R"("do":"facts","facts":{"person":{"born":"1960-05-12","account_balance":"500.00","coverage":[)"
                    R"({"scheme":"employee","status":"active","from":"2019-01-01"}]}})");
  }
  for (int i = 0; i < visits; ++i) {
    const std::string id = start + std::to_string(i);
    text += request(id, i % persons,
                    R"("do":"settle","encounter":{"id":")" + id + R"(","care":"outpatient","date":"2023-04-11",)" +
                        R"("provider":{"id":"H1","region":"370600","level":2,"designated":["outpatient"]},)" +
                        R"("lines":[{"class":"A","amount":"420.00"}]})");
  }
  return text;
}

// The answers that acknowledge something.
inline std::vector<std::string> acknowledged(const std::string& out) {
  std::vector<std::string> lines;
  for (std::string& line : testing::split_lines(out)) {
    if (line.ends_with('}') && !line.contains("yidan.refused/1")) lines.push_back(std::move(line));
  }
  std::ranges::sort(lines);
  return lines;
}

class Faults : public ::testing::Test {
 protected:
  [[nodiscard]] std::string in(const std::string& name) const { return (folder_.path() / name).string(); }
  [[nodiscard]] std::string db() const { return in("books.db"); }
  [[nodiscard]] static std::string on(const std::string& db) { return " --db '" + db + "' "; }

  void make_books(int persons, int visits) const { make_books(db(), persons, visits); }
  static void make_books(const std::string& db, int persons, int visits) {
    ASSERT_EQ(run("", "init" + on(db)).status, 0);
    const Ran posted = run("", "post --jsonl --quiet" + on(db), requests(persons, visits));
    ASSERT_EQ(posted.status, 0) << posted.err;
  }
  static void expect_sound(const std::string& db) {
    const Ran verified = run("", "verify" + on(db));
    EXPECT_EQ(verified.status, 0) << verified.out << verified.err;
  }
  // The same input again succeeds, and gives what was acknowledged before.
  static void expect_kept(const std::string& db, const std::string& input, const Ran& before) {
    const Ran again = run("", "post --jsonl" + on(db), input);
    EXPECT_EQ(again.status, 0) << again.err;
    const auto first = acknowledged(before.out);
    const auto now = acknowledged(again.out);
    EXPECT_TRUE(std::ranges::includes(now, first)) << "of " << first.size() << " acknowledged answers some are lost";
    expect_sound(db);
  }

 private:
  TemporaryFolder folder_;
};

}  // namespace yidan::crash
