// Rounds of a crash test: each kills whoever writes into the books, at a random moment, and looks at what is left.
#pragma once

#include <memory>
#include <string>

#include "store/postgres/private_postgres.h"
#include "tests/crash/after.h"
#include "tests/crash/child.h"

namespace yidan::crash {

struct Options {
  bool postgres = false;
  std::size_t rounds = 8;
  std::uint64_t seed = 1;
  std::size_t full_every = 10;  // rounds
  std::string folder;
};

enum class Death : std::uint8_t {
  under_load,     // the writer is killed at work
  opening,        // … while it opens the books
  migrating,      // … while it makes new ones
  closing,        // … while it closes them, which empties the log of SQLite
  power,          // SQLite: with what was not flushed
  server,         // PostgreSQL: immediate shutdown; the writer lives and must go on by itself
  server_killed,  // … every process of it, by SIGKILL
};

class Rounds {
 public:
  explicit Rounds(const Options& options);

  // Throws `Failure`.
  void run();
  [[nodiscard]] const Totals& totals() const { return totals_; }

 private:
  [[nodiscard]] Death any_death(std::size_t round);
  void go(std::size_t round, Death death);
  void kill_writer(std::size_t round, Death death);
  void kill_maker_of_new_books(std::size_t round);
  void kill_server_under_load(std::size_t round, Death death);
  void say_progress(std::size_t round) const;
  [[nodiscard]] Child child(std::size_t round) const;
  // At most so many milliseconds.
  [[nodiscard]] int any_moment(int most) { return static_cast<int>(choices_.pick(static_cast<std::size_t>(most) + 1)); }

  Options options_;
  testing::Choices choices_;
  std::unique_ptr<store::testing::PrivatePostgres> server_;
  std::string url_;
  Totals totals_;
  Acknowledged known_;
  Afterwards afterwards_;
};

}  // namespace yidan::crash
