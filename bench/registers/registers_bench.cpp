// How long does it take to load 100,000 entries of a register durably, and to list those of a state that are due by a
// day? The limit of loading is a table with the same columns and indices, written in as many transactions.

#include <sqlite3.h>

#include "base/temporary_folder.h"
#include "bench/harness.h"
#include "operations/registers.h"
#include "testing/packs.h"
#include "testing/values.h"
#include "tests/support/counter_desk.h"

namespace {

using namespace yidan;  // NOLINT

constexpr std::size_t kEntries = 100'000;
constexpr std::size_t kAtOnce = 2000;
constexpr Region kLinyi(371300);

std::vector<exchange::RegisterRequest> rows_from(std::size_t begin, std::size_t end) {
  std::vector<exchange::RegisterRequest> rows;
  for (std::size_t i = begin; i < end; ++i) {
    const std::string number = std::to_string(i);
    exchange::RegisterRequest request{.pool = kLinyi, .reg = "service", .entry = "S" + number};
    request.told = {.act = RegisterAct::open, .on = testing::day("2022-01-01"), .by = Role::window};
    request.fields = {{"item", {"S" + number}}, {"name", {"事项" + number}},      {"owner", {"county"}},
                      {"limit", {"20"}},        {"limit_unit", {"working-days"}}, {"channels", {"window", "online"}}};
    request.content = content_of(request);
    request.key = "bench/" + number;
    rows.push_back(std::move(request));
  }
  return rows;
}

// The same columns by hand.
void write_by_hand(const std::filesystem::path& file) {
  sqlite3* database = nullptr;
  sqlite3_open(file.c_str(), &database);
  const auto run = [&](const char* sql) {
    bench::require(sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == 0, sql);
  };
  run("pragma journal_mode = wal; pragma synchronous = full;"
      "create table item (id text primary key, kind text, day text, state text, due text, data text) without rowid;"
      "create table event (number integer primary key, key text unique, content text, answer text);"
      "create index item_due on item (kind, due); create index item_listed on item (kind, day)");
  sqlite3_stmt* item = nullptr;
  sqlite3_stmt* event = nullptr;
  sqlite3_prepare_v2(database, "insert into item values (?, 'service', '2022-01-01', 'in-force', '', ?)", -1, &item,
                     nullptr);
  sqlite3_prepare_v2(database, "insert into event (key, content, answer) values (?, ?, ?)", -1, &event, nullptr);
  const std::string text(400, 'x');
  for (std::size_t i = 0; i < kEntries; ++i) {
    if (i % kAtOnce == 0) run("begin");
    const std::string id = "S" + std::to_string(i);
    sqlite3_bind_text(item, 1, id.c_str(), -1, SQLITE_TRANSIENT);
    sqlite3_bind_text(item, 2, text.c_str(), -1, SQLITE_TRANSIENT);
    sqlite3_step(item);
    sqlite3_reset(item);
    for (int column = 1; column <= 3; ++column) {
      sqlite3_bind_text(event, column, column == 1 ? id.c_str() : text.c_str(), -1, SQLITE_TRANSIENT);
    }
    sqlite3_step(event);
    sqlite3_reset(event);
    if (i % kAtOnce == kAtOnce - 1) run("commit");
  }
  sqlite3_finalize(item);
  sqlite3_finalize(event);
  sqlite3_close(database);
}

}  // namespace

int main() {
  const TemporaryFolder folder;
  int round = 0;
  std::unique_ptr<store::Store> kept;
  std::unique_ptr<operations::Desk> desk;
  bench::compare("100,000 service items, entries per second", static_cast<double>(kEntries),
                 {{"a table by hand", [&] { write_by_hand(folder.path() / ("hand" + std::to_string(++round))); }},
                  {"register load, durable",
                   [&] {
                     desk.reset();
                     const auto file = folder.path() / ("books" + std::to_string(++round) + ".db");
                     auto opened = store::open(file.string(), store::Access::create, testing::counting_clock());
                     bench::require(opened.has_value(), "books can be made");
                     kept = std::move(*opened);
                     desk = testing::open_desk(*kept);
                     std::size_t done = 0;
                     for (std::size_t i = 0; i < kEntries; i += kAtOnce) {
                       const auto rows = rows_from(i, i + kAtOnce);
                       const auto loaded = operations::load(*desk, rows);
                       bench::require(loaded && loaded->refused.empty(), "every row is opened");
                       done += loaded->done;
                     }
                     bench::require(done == kEntries, "all of them");
                   }}},
                 3);
  operations::RegisterBook book(*desk, kLinyi);
  const policy::RegisterDefinition* definition = book.definition("service");
  const auto list = [&](const operations::RegisterBook::Wanted& wanted, std::size_t expected) {
    std::size_t found = 0;
    const auto done = book.list(*definition, wanted, testing::day("2022-06-01"), [&](const registers::Seen&) {
      ++found;
      return true;
    });
    bench::require(done && found == expected, "the list has what it should have");
  };
  bench::compare(
      "lists of them, entries per second", static_cast<double>(kEntries),
      {{"all", [&] { list({}, kEntries); }},
       {"of a state", [&] { list({.state = "withdrawn"}, 0); }},
       {"of a state, due by a day", [&] { list({.state = "in-force", .due_by = testing::day("2022-02-01")}, 0); }}});
  return 0;
}
