// How SQLite goes about every statement that the store sends: nothing may grow with the square of what is kept. A table
// is walked at most once by the outermost loop of a statement; everything below it is looked up by a key or an index
// that is there before.
#include <mutex>
#include <set>
#include <sstream>
#include <utility>

#include <gtest/gtest.h>
#include <sqlite3.h>

#include "store/asked_for_all.h"

namespace yidan::store::testing {
namespace {

// What is sent on every connection that is opened while it is there.
class Listener {
 public:
  Listener() { sqlite3_auto_extension(reinterpret_cast<void (*)()>(listen)); }
  ~Listener() { sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(listen)); }
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  [[nodiscard]] static std::set<std::string> take() {
    const std::scoped_lock lock(mutex());
    return std::exchange(heard(), {});
  }

 private:
  static std::mutex& mutex() {
    static std::mutex one;
    return one;
  }
  static std::set<std::string>& heard() {
    static std::set<std::string> all;
    return all;
  }
  static int listen(sqlite3* database, const char**, const sqlite3_api_routines*) {
    return sqlite3_trace_v2(database, SQLITE_TRACE_STMT, hear, nullptr);
  }
  static int hear(unsigned, void*, void* statement, void*) {
    const std::scoped_lock lock(mutex());
    heard().insert(sqlite3_sql(static_cast<sqlite3_stmt*>(statement)));
    return 0;
  }
};

// The lines of `explain query plan`, each behind the number of its parent.
using Plan = std::vector<std::pair<int, std::string>>;

Plan plan_of(sqlite3* database, const std::string& sql) {
  Plan plan;
  const auto keep = [](void* out, int, char** values, char**) {
    static_cast<Plan*>(out)->emplace_back(std::atoi(values[1]), values[3]);
    return 0;
  };
  sqlite3_exec(database, ("explain query plan " + sql).c_str(), keep, &plan, nullptr);
  return plan;
}

bool walks_a_table(const std::string& line) {
  const bool of_a_text = line.contains("VIRTUAL TABLE");  // json_each over one row's text
  return line.starts_with("SCAN") && !line.starts_with("SCAN CONSTANT ROW") && !of_a_text;
}

// Why the statement may take more than one look at each row of its outermost table; empty: it does not.
std::string what_is_wrong(const Plan& plan) {
  std::set<int> begun;  // loops that have an outermost table
  for (const auto& [parent, line] : plan) {
    if (line.contains("AUTOMATIC")) return line;
    const bool joins = line.starts_with("SCAN") || line.starts_with("SEARCH");
    if (walks_a_table(line) && begun.contains(parent)) return line;
    if (joins) begun.insert(parent);
  }
  return {};
}

class Plans : public ::testing::Test {
 protected:
  // The statements that were sent since the last time, with what is wrong about them.
  std::string wrong_ones() {
    sqlite3* database = nullptr;
    sqlite3_open(place_.url().substr(std::string_view("sqlite:").size()).c_str(), &database);
    std::ostringstream wrong;
    for (const std::string& sql : Listener::take()) {
      ++seen_;
      const std::string line = what_is_wrong(plan_of(database, sql));
      if (!line.empty()) wrong << line << "\n  " << sql << "\n";
    }
    sqlite3_close(database);
    return wrong.str();
  }

  Place place_{Kind::sqlite};
  const Listener listener_;
  std::size_t seen_ = 0;
};

TEST_F(Plans, OfEveryStatementLookEachRowUpOnce) {
  const auto store = place_.opened();
  ask_for_all(*store);
  EXPECT_EQ(wrong_ones(), "");
  EXPECT_GT(seen_, 25U) << "the statements were heard";
}

TEST_F(Plans, ThatGrowWithTheSquareAreSeen) {
  sqlite3* database = nullptr;
  sqlite3_open(":memory:", &database);
  sqlite3_exec(database, "create table a (x, y); create table b (x, y)", nullptr, nullptr, nullptr);
  for (const char* sql : {"select * from a cross join b", "select * from a left join b on b.x = a.x"}) {
    EXPECT_NE(what_is_wrong(plan_of(database, sql)), "") << sql;
  }
  EXPECT_EQ(what_is_wrong(plan_of(database, "select * from a where y = 1")), "");
  sqlite3_close(database);
}

}  // namespace
}  // namespace yidan::store::testing
