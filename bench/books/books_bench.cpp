// How fast are bills settled and durably in the books, with every bill of the same fund? See README.md beside this.
//
//   books_bench [--folder FOLDER] [--rounds N] [--million] [--sqlite] [--contest] [--registered] [--silent]

#include <array>
#include <optional>
#include <span>
#include <string>

#include "bench/books/bare_log.h"
#include "bench/books/large_books.h"
#include "bench/books/postgres_peer.h"
#include "bench/books/scratch.h"
#include "bench/books/settling.h"
#include "testing/packs.h"

namespace {

using namespace yidan;         // NOLINT
using namespace yidan::bench;  // NOLINT

struct Options {
  std::string folder = std::getenv("TMPDIR") == nullptr ? "/var/tmp" : std::getenv("TMPDIR");
  std::size_t rounds = 5;
  bool million = false;      // a million bills in place of a hundred thousand
  bool sqlite_only = false;  // without PostgreSQL
  bool contest_only = false;
  Registered registered = Registered::no;
};

Options read_options(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--million") {
      options.million = true;
    } else if (word == "--contest") {
      options.contest_only = true;
    } else if (word == "--sqlite") {
      options.sqlite_only = true;
    } else if (word == "--registered") {
      options.registered = Registered::said;
    } else if (word == "--silent") {
      options.registered = Registered::silent;
    } else if (word == "--folder" && i + 1 < argc) {
      options.folder = argv[++i];
    } else if (word == "--rounds" && i + 1 < argc) {
      options.rounds = static_cast<std::size_t>(std::max(1, std::atoi(argv[++i])));
    } else {
      std::fprintf(
          stderr,
          "usage: books_bench [--folder FOLDER] [--rounds N] [--million] [--sqlite] [--contest] [--registered] "
          "[--silent]\n");
      std::exit(2);
    }
  }
  return options;
}

constexpr std::uint32_t kPersons = 20'000;

// What is settled in a round, by a number of clients.
struct Load {
  std::size_t clients;
  std::size_t calls;
};
constexpr Load kWarmUp{32, 10'000};
constexpr std::array kOutpatientLoads{Load{1, 2'000}, Load{8, 10'000}, Load{32, 30'000}};
constexpr Load kThreeLayersLoad{32, 10'000};
constexpr Load kPostgresLoad{32, 9'600};

std::uint32_t bills_each(std::size_t rounds, std::span<const Load> loads) {
  std::size_t calls = kWarmUp.calls;
  for (const Load& load : loads) calls += rounds * load.calls;
  return static_cast<std::uint32_t>(calls / kPersons + 1);
}

// Books of one kind of bill, their files made, their clients warm.
class Contest {
 public:
  Contest(const std::string& url, const policy::Policy& policy, const Kind& kind, std::span<const Load> loads,
          std::size_t rounds, Registered registered)
      : loads_(loads),
        settling_(policy, kind, kPersons, bills_each(rounds, loads), registered),
        books_(open_books(url, policy, store::Access::create)) {
    if (registered != Registered::no) open_institutions(*books_.desk, kind);
    make_files(*books_.desk, kind, kPersons);
    (void)settling_.run(*books_.desk, kWarmUp.clients, kWarmUp.calls);
    const std::string where = url.starts_with("postgres") ? "PostgreSQL" : "SQLite";
    for (const Load& load : loads) {
      timings_.push_back({where + ", " + kind.name + ", " + std::to_string(load.clients) + " clients"});
    }
  }

  void round() {
    for (std::size_t i = 0; i < loads_.size(); ++i) {
      timings_[i].rounds.push_back(settling_.run(*books_.desk, loads_[i].clients, loads_[i].calls));
    }
  }

  // After the rounds: the books say what the answers said.
  void finish(double limit) {
    check_balances(*books_.store, settling_.funds_paid());
    for (const Timings& timings : timings_) print(timings, limit);
  }

 private:
  std::span<const Load> loads_;
  Settling settling_;
  OpenBooks books_;
  std::vector<Timings> timings_;
};

// Records as long as all texts of a bill.
Timing run_bare_log(const Scratch& scratch) {
  constexpr std::size_t bytes = 3'000;
  constexpr std::size_t calls = 100'000;
  const std::string record(bytes, 'x');
  BareLog log(scratch.file("log"));
  return run_clients(
      kClients, calls, [](std::size_t i) { return i % kClients; }, [&](std::size_t) { log.append(record); });
}

// Yidan on PostgreSQL and PostgreSQL alone, in one database.
class OnPostgres {
 public:
  OnPostgres(const Scratch& scratch, const policy::Policy& policy, std::size_t rounds, Registered registered)
      : server_(server_settings()),
        yidan_((server_.execute("postgres", "create database bench"), server_.url("bench")), policy, kOutpatient,
               {&kPostgresLoad, 1}, rounds, registered),
        peer_(server_, "bench", scratch) {}

  void round() {
    yidan_.round();
    hot_.rounds.push_back(peer_.run(true, kPostgresLoad.clients));
    spread_.rounds.push_back(peer_.run(false, kPostgresLoad.clients));
  }

  void finish(double limit) {
    yidan_.finish(limit);
    print(hot_, limit);
    print(spread_, limit);
    std::printf("  PostgreSQL: %.0f bytes a bill in Yidan's tables, %.0f in the peer's\n",
                peer_.bytes_of("yidan") / peer_.rows_of("yidan.item"),
                peer_.bytes_of("peer") / peer_.rows_of("peer.item"));
  }

 private:
  store::testing::PrivatePostgres server_;
  Contest yidan_;
  PostgresPeer peer_;
  Timings hot_{"PostgreSQL alone, pgbench, balances kept, 32 clients"};
  Timings spread_{"PostgreSQL alone, pgbench, no balances, 32 clients"};
};

void contest(const Options& options, const Scratch& scratch, const policy::Policy& policy) {
  std::optional<OnPostgres> postgres;
  if (!options.sqlite_only) postgres.emplace(scratch, policy, options.rounds, options.registered);
  Contest outpatient(scratch.file("outpatient.db"), policy, kOutpatient, kOutpatientLoads, options.rounds,
                     options.registered);
  Contest stays(scratch.file("stays.db"), policy, kThreeLayers, {&kThreeLayersLoad, 1}, options.rounds,
                options.registered);
  Timings log{"bare log, 32 clients"};
  for (std::size_t round = 0; round < options.rounds; ++round) {
    log.rounds.push_back(run_bare_log(scratch));
    outpatient.round();
    stays.round();
    if (postgres) postgres->round();
  }
  const double limit = log.median_of(&Timing::per_second);
  std::printf("settlements, durable (medians of %zu rounds, ratio to the bare log)\n", options.rounds);
  print(log, limit);
  outpatient.finish(limit);
  stays.finish(limit);
  if (postgres) postgres->finish(limit);
}

// A hundred thousand bills, or a million, in one file.
void fill_and_audit(const Options& options, const Scratch& scratch) {
  const LargeBooks small{scratch.file("small.db"), 100'000};
  const LargeBooks million{scratch.file("million.db"), 1'000'000};
  fill_apart(small);
  if (options.million) fill_apart(million);
  const LargeBooks& books = options.million ? million : small;
  const policy::Policy& policy = testing::shipped_policy();
  open_cold(books, policy);
  bench::audit(books, policy);
}

}  // namespace

int main(int argc, char** argv) {
  std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);  // before there are other processes
  const Options options = read_options(argc, argv);
  const Scratch scratch(options.folder);
  if (!options.contest_only) fill_and_audit(options, scratch);
  contest(options, scratch, testing::shipped_policy());
  return 0;
}
