#include "tests/crash/rounds.h"

#include <cstdio>

#include <sys/wait.h>

#include "testing/files.h"
#include "testing/packs.h"
#include "tests/crash/power.h"
#include "tests/crash/server.h"
#include "tests/crash/stopwatch.h"

namespace yidan::crash {
namespace {

constexpr int kPatience = 90'000;  // milliseconds

// A child with its pipe; it does not outlive this.
class Running {
 public:
  Running(const Child& child, Acknowledged& known, Afterwards& afterwards) : afterwards_(afterwards) {
    int ends[2];
    if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
    id_ = start(child, testing::shipped_policy(), known, ends[1]);
    ::close(ends[1]);
    listener_ = std::make_unique<Listener>(ends[0]);
  }
  ~Running() {
    if (id_ <= 0) return;
    ::kill(id_, SIGKILL);
    ::waitpid(id_, nullptr, 0);
  }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  void listen_for_milliseconds(int time) {
    const Stopwatch stopwatch;
    while (stopwatch.passed() < time && !listener_->ended()) hear(static_cast<int>(time - stopwatch.passed()) + 1);
  }
  void listen_for(Tells what) {
    awaited_ = what;
    come_ = false;
    wait([this] { return come_; });
    if (!come_) throw Failure("被测进程没有响应", "the process does not get on");
  }
  void listen_for_answers(std::size_t more) {
    const std::size_t enough = afterwards_.heard_answers() + more;
    wait([&] { return afterwards_.heard_answers() >= enough; });
    if (afterwards_.heard_answers() < enough)
      throw Failure("服务器恢复后没有继续记账", "nothing is written after the server is back");
  }
  // Ends it, and hears all it had to tell. It must not have ended before.
  void end(int signal) {
    ::kill(id_, signal);
    wait([] { return false; });
    if (!listener_->ended()) throw Failure("被测进程没有结束", "the process does not end");
    int status = 0;
    ::waitpid(id_, &status, 0);
    id_ = 0;
    const bool killed = signal == SIGKILL && WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    const bool in_order = signal == SIGTERM && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    if (!killed && !in_order)
      throw Failure("被测进程自行结束，状态 " + std::to_string(status),
                    "the process ended by itself with status " + std::to_string(status));
  }

 private:
  // Until it is so, or there is nothing more to hear.
  template <class Done>
  void wait(const Done& done) {
    const Stopwatch stopwatch;
    while (!done() && stopwatch.passed() < kPatience && !listener_->ended()) hear(100);
  }
  void hear(int milliseconds) {
    for (const Told& told : listener_->listen(milliseconds)) {
      come_ = come_ || told.what == awaited_;
      afterwards_.hear(told);
    }
  }

  Afterwards& afterwards_;
  pid_t id_ = 0;
  std::unique_ptr<Listener> listener_;
  Tells awaited_ = Tells::failed;
  bool come_ = false;
};

}  // namespace

Rounds::Rounds(const Options& options)
    : options_(options), choices_(options.seed), afterwards_(testing::shipped_policy(), known_, totals_) {
  if (options_.postgres) {
    server_ = std::make_unique<store::testing::PrivatePostgres>();
    url_ = server_->new_database();
  } else {
    url_ = "sqlite:" + options_.folder + "/books.db";
  }
}

Child Rounds::child(std::size_t round) const {
  constexpr std::size_t threads[] = {8, 16, 32};
  return {.url = url_,
          .round = round,
          .threads = threads[round % 3],
          .seed = options_.seed * 100'000 + round,
          .first_person = round * 3};
}

// The first rounds show each of them once.
Death Rounds::any_death(std::size_t round) {
  static constexpr Death sqlite[] = {Death::under_load, Death::power,   Death::migrating,  Death::closing,
                                     Death::opening,    Death::power,   Death::under_load, Death::power,
                                     Death::under_load, Death::closing, Death::under_load, Death::migrating};
  static constexpr Death postgres[] = {Death::under_load, Death::server,        Death::migrating,  Death::server_killed,
                                       Death::opening,    Death::under_load,    Death::under_load, Death::closing,
                                       Death::under_load, Death::server_killed, Death::under_load, Death::migrating};
  constexpr std::size_t count = 12;
  const std::size_t at = round < count ? round : choices_.pick(count);
  return options_.postgres ? postgres[at] : sqlite[at];
}

void Rounds::run() {
  for (std::size_t round = 0; round < options_.rounds; ++round) {
    go(round, any_death(round));
    ++totals_.rounds;
    const bool full = round + 1 == options_.rounds || (round + 1) % options_.full_every == 0;
    afterwards_.check(url_, full);
    say_progress(round);
  }
}

void Rounds::go(std::size_t round, Death death) {
  if (death == Death::migrating) return kill_maker_of_new_books(round);
  if (death == Death::server || death == Death::server_killed) return kill_server_under_load(round, death);
  kill_writer(round, death);
}

void Rounds::kill_writer(std::size_t round, Death death) {
  Child writer = child(round);
  writer.power_fails = death == Death::power;
  constexpr int most = 400;
  if (death == Death::closing) writer.loading_for = 1 + any_moment(most);
  {
    Running running(writer, known_, afterwards_);
    if (death == Death::opening) {
      running.listen_for_milliseconds(any_moment(80));
    } else if (death == Death::closing) {
      running.listen_for(Tells::closing);
      running.listen_for_milliseconds(any_moment(30));
    } else {
      running.listen_for(Tells::opened);
      running.listen_for_milliseconds(any_moment(most));
    }
    running.end(SIGKILL);
  }
  ++totals_.kills;
  if (death == Death::power) PowerDisk::lose_power(options_.folder + "/books.db");
}

void Rounds::kill_maker_of_new_books(std::size_t round) {
  Child maker = child(round);
  const std::string file = options_.folder + "/new.db";
  constexpr std::size_t start = std::string_view("postgresql://postgres@/").size();
  maker.url = options_.postgres ? server_->new_database() : "sqlite:" + file;
  Totals totals;
  Acknowledged nothing;
  Afterwards afterwards(testing::shipped_policy(), nothing, totals);
  {
    Running running(maker, nothing, afterwards);
    running.listen_for_milliseconds(any_moment(80));
    running.end(SIGKILL);
  }
  ++totals_.kills;
  afterwards.check(maker.url, true);
  for (const char* end : {"", "-wal", "-shm", "-journal"}) std::filesystem::remove(file + end);
  // A server that starts after a crash flushes every file of every database first.
  if (options_.postgres)
    server_->execute("postgres",
                     "drop database " + maker.url.substr(start, maker.url.find('?') - start) + " with (force)");
}

void Rounds::kill_server_under_load(std::size_t round, Death death) {
  Child writer = child(round);
  writer.life = Life::until_told;
  Running running(writer, known_, afterwards_);
  running.listen_for(Tells::opened);
  running.listen_for_milliseconds(any_moment(400));
  if (death == Death::server) {
    server_->stop(SIGQUIT);
  } else {
    kill_server(*server_);
  }
  ++totals_.servers_killed;
  running.listen_for_milliseconds(any_moment(200));
  server_->start();
  constexpr std::size_t some = 20;
  running.listen_for_answers(some);
  running.end(SIGTERM);
}

void Rounds::say_progress(std::size_t round) const {
  if (::isatty(STDERR_FILENO) == 0) return;
  std::fprintf(stderr, "\r\033[K%zu/%zu  %zu", round + 1, options_.rounds, totals_.acknowledged);
  if (round + 1 == options_.rounds) std::fputs("\r\033[K", stderr);
}

}  // namespace yidan::crash
