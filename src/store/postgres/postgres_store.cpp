#include "store/postgres/postgres_store.h"

#include "store/fault.h"
#include "store/groups.h"
#include "store/lending.h"
#include "store/postgres/books.h"
#include "store/postgres/numbers.h"
#include "store/postgres/reader.h"
#include "store/postgres/summing.h"
#include "store/postgres/walk.h"
#include "store/postgres/writer.h"

namespace yidan::store {
namespace {

using postgres::Connection;
using postgres::Session;
using postgres::WantedLoad;

// Connections of one store, and groups under way at once.
constexpr int kWriters = 2;
constexpr int kLoaders = 1;
constexpr int kReaders = 4;

class PostgresDatabase final : public Database {
 public:
  PostgresDatabase(std::string url, bool read_only, Clock clock)
      : url_(std::move(url)), read_only_(read_only), clock_(std::move(clock)) {}

  std::string name() const override { return postgres::name_of(url_); }
  bool writes() const override { return !read_only_; }

  Result<std::optional<Subject>> subject(const StandIn& stand_in) override {
    return readers_.with([&](Connection& connection) { return postgres::subject(connection, stand_in); });
  }

  Result<State> load(const StandIn& subject) override {
    WantedLoad wanted{.subject = subject};
    const auto joins = [](std::span<WantedLoad* const> group, const WantedLoad&) {
      return group.size() < kMostChanges;
    };
    loads_.run(wanted, joins, [this](std::span<WantedLoad* const> group) {
      const auto lent = loaders_.with([&](Connection& connection) -> Result<void> {
        load_all(connection, group);
        return {};
      });
      if (lent) return;
      for (WantedLoad* each : group) each->outcome = std::unexpected(lent.error());
    });
    return std::move(wanted.outcome);
  }

  Result<std::optional<Found>> find(const StandIn& key) override {
    return readers_.with([&](Connection& connection) { return postgres::find(connection, key); });
  }
  Result<std::vector<Event>> events(const StandIn& subject) override {
    return readers_.with([&](Connection& connection) { return postgres::events(connection, subject); });
  }
  Result<std::vector<Recorded>> history(const StandIn& subject) override {
    return readers_.with([&](Connection& connection) { return postgres::history(connection, subject); });
  }
  Result<std::vector<Row>> rows(const StandIn& subject) override {
    return readers_.with([&](Connection& connection) { return postgres::rows(connection, subject); });
  }
  Result<RowPage> rows(const RowQuery& query) override {
    return readers_.with([&](Connection& connection) { return postgres::rows(connection, query); });
  }

  void write(StoredChange& change) override {
    writes_.run(change, postgres::joins, [this](Group group) { write_group(group); });
  }
  void write_group(Group group) override {
    const auto lent = writers_.with([&](Connection& connection) -> Result<void> {
      postgres::Writer(connection, clock_).write(group);
      return {};
    });
    if (lent) return;
    for (StoredChange* each : group) each->outcome = std::unexpected(lent.error());
  }
  bool joins(Group group, const StoredChange& next) const override { return postgres::joins(group, next); }

  Result<std::int64_t> put_policy(std::string_view digest, std::string_view archive) override {
    return readers_.with([&](Connection& connection) { return postgres::put_policy(connection, digest, archive); });
  }
  Result<Store::PolicyArchive> policy(std::int64_t number) override {
    return readers_.with([&](Connection& connection) { return postgres::policy(connection, number); });
  }
  Result<std::optional<std::string>> setting(std::string_view name) override {
    return readers_.with([&](Connection& connection) { return postgres::setting(connection, name); });
  }
  Result<void> set(std::string_view name, std::string_view value) override {
    return readers_.with([&](Connection& connection) { return postgres::set(connection, name, value); });
  }
  Result<std::string> set_once(std::string_view name, std::string_view candidate) override {
    return readers_.with([&](Connection& connection) { return postgres::set_once(connection, name, candidate); });
  }
  Result<std::string> replace(std::string_view name, std::string_view before, std::string_view value) override {
    return readers_.with([&](Connection& connection) { return postgres::replace(connection, name, before, value); });
  }

  Result<std::vector<Committed>> events_after(std::int64_t position, std::size_t limit) override {
    return readers_.with([&](Connection& connection) { return postgres::events_after(connection, position, limit); });
  }
  Result<void> each_subject(const Visitor<SubjectContents>& visit) override {
    return scanning([&](Connection& connection) { return walk_subjects(connection, visit); });
  }
  Result<void> each_posting(const Visitor<Found>& visit) override {
    return scanning([&](Connection& connection) { return walk_journal(connection, visit); });
  }
  Result<void> each_backed_up(const Visitor<BackedUp>& visit) override {
    return scanning([&](Connection& connection) { return walk_for_backup(connection, visit); });
  }
  Result<Counts> counts() override {
    return scanning([](Connection& connection) { return postgres::counts(connection); });
  }
  Result<std::vector<Balance>> balances(const BalanceQuery& query) override {
    return scanning([&](Connection& connection) { return postgres::balances(connection, query); });
  }
  Result<std::vector<DayBalance>> day_balances() override {
    return scanning([&](Connection& connection) { return postgres::day_balances(connection); });
  }
  Result<void> sum_up() override {
    auto connection = Connection::open(url_, Session::scan, false);
    if (!connection) return std::unexpected(connection.error());
    while (true) {
      const auto more = postgres::sum_up_some(**connection);
      if (!more) return std::unexpected(more.error());
      if (!*more) return {};
    }
  }
  Result<void> check() override {
    return scanning([](Connection& connection) { return postgres::check(connection); });
  }

  bool outlives_the_program() const override { return true; }
  Result<void> refuse_plain_numbers() override { return alone(postgres::refuse_plain_numbers); }
  Result<std::vector<KeptNumber>> plain_numbers(std::size_t limit) override {
    return scanning([limit](Connection& connection) { return postgres::plain_numbers(connection, limit); });
  }
  Result<std::int64_t> count_plain_numbers() override { return scanning(postgres::count_plain_numbers); }
  Result<void> put_numbers(std::span<const KeptNumber> numbers) override {
    return readers_.with([numbers](Connection& connection) { return postgres::put_numbers(connection, numbers); });
  }
  Result<void> forget_earlier_content() override { return alone(postgres::forget_earlier_content); }

 private:
  [[nodiscard]] Result<std::unique_ptr<Connection>> connect() const {
    return Connection::open(url_, Session::quick, read_only_, patience_);
  }

  // On a connection of its own, which ends with it.
  template <class Scan>
  [[nodiscard]] auto scanning(const Scan& scan) const -> decltype(scan(std::declval<Connection&>())) {
    auto connection = Connection::open(url_, Session::scan, true);
    if (!connection) return std::unexpected(connection.error());
    return scan(**connection);
  }

  // The same for what is done once in the life of books.
  [[nodiscard]] Result<void> alone(Result<void> (*act)(Connection&)) const {
    auto connection = Connection::open(url_, Session::scan, false);
    if (!connection) return std::unexpected(connection.error());
    return act(**connection);
  }

  const std::string url_;
  const bool read_only_;
  RisingClock clock_;
  const std::shared_ptr<postgres::Patience> patience_ = std::make_shared<postgres::Patience>();
  Groups<StoredChange> writes_{kWriters};
  Groups<WantedLoad> loads_{kLoaders};
  Lending<Connection> writers_{kWriters, [this] { return connect(); }};
  Lending<Connection> loaders_{kLoaders, [this] { return connect(); }};
  Lending<Connection> readers_{kReaders, [this] { return connect(); }};
};

}  // namespace

Result<std::unique_ptr<Database>> open_postgres(std::string_view url, Access access, Clock clock) {
  const bool read_only = access == Access::read_only;
  auto connection = Connection::open(std::string(url), Session::scan, read_only);
  if (!connection) return std::unexpected(connection.error());
  if (auto opened = postgres::open_books(**connection, access); !opened) return std::unexpected(opened.error());
  return std::make_unique<PostgresDatabase>(std::string(url), read_only, std::move(clock));
}

}  // namespace yidan::store
