#include "store/postgres/postgres_store.h"

#include "store/fault.h"
#include "store/groups.h"
#include "store/lending.h"
#include "store/postgres/books.h"
#include "store/postgres/reader.h"
#include "store/postgres/walk.h"
#include "store/postgres/writer.h"

namespace yidan::store {
namespace {

using postgres::Connection;
using postgres::Session;
using postgres::WantedLoad;
using postgres::Writer;

// Connections of one store, and groups under way at once.
constexpr int kWriters = 2;
constexpr int kLoaders = 1;
constexpr int kReaders = 4;

class PostgresStore final : public Store {
 public:
  PostgresStore(std::string url, bool read_only, Clock clock)
      : url_(std::move(url)), read_only_(read_only), clock_(std::move(clock)) {}

  Result<State> load(const FileKey& file) override {
    if (!is_storable(file.person)) return State{};  // a text that cannot be written is not there
    WantedLoad wanted{.file = file};
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

  Result<std::optional<Found>> find(std::string_view key) override {
    if (!is_storable(key)) return std::nullopt;
    return readers_.with([&](Connection& connection) { return postgres::find(connection, key); });
  }

  Result<std::vector<Event>> events(const FileKey& file) override {
    if (!is_storable(file.person)) return std::vector<Event>{};
    return readers_.with([&](Connection& connection) { return postgres::events(connection, file); });
  }

  Result<std::vector<BillVersion>> bills(const FileKey& file) override { return read_bills(file, std::nullopt); }

  Result<std::vector<BillVersion>> bills_of(const FileKey& file, std::int64_t version) override {
    return read_bills(file, version);
  }

  Result<Written> write(const Change& change) override {
    if (auto storable = check_storable(change); !storable) return std::unexpected(storable.error());
    if (read_only_) return std::unexpected(read_only(name()));
    WrittenChange written(change);
    writes_.run(written, postgres::joins, [this](std::span<WrittenChange* const> group) {
      const auto lent = writers_.with([&](Connection& connection) -> Result<void> {
        Writer(connection, clock_).write(group);
        return {};
      });
      if (lent) return;
      for (WrittenChange* each : group) each->outcome = std::unexpected(lent.error());
    });
    return written.outcome;
  }

  Result<std::int64_t> put_policy(std::string_view digest, std::string_view archive) override {
    if (auto storable = check_storable(digest, ""); !storable) return std::unexpected(storable.error());
    if (read_only_) return std::unexpected(read_only(name()));
    return readers_.with([&](Connection& connection) { return postgres::put_policy(connection, digest, archive); });
  }

  Result<PolicyArchive> policy(std::int64_t number) override {
    return readers_.with([&](Connection& connection) { return postgres::policy(connection, number); });
  }

  Result<std::optional<std::string>> setting(std::string_view name) override {
    if (!is_storable(name)) return std::nullopt;
    return readers_.with([&](Connection& connection) { return postgres::setting(connection, name); });
  }

  Result<void> set(std::string_view name, std::string_view value) override {
    if (auto storable = check_storable(name, value); !storable) return storable;
    if (read_only_) return std::unexpected(read_only(this->name()));
    return readers_.with([&](Connection& connection) { return postgres::set(connection, name, value); });
  }

  Result<void> each_file(const Visitor<FileContents>& visit) override {
    return scanning([&](Connection& connection) { return walk_files(connection, visit); });
  }
  Result<void> each_posting(const Visitor<JournalPosting>& visit) override {
    return scanning([&](Connection& connection) { return walk_journal(connection, visit); });
  }
  Result<std::vector<Balance>> balances(const BalanceQuery& query) override {
    return scanning([&](Connection& connection) { return postgres::balances(connection, query); });
  }
  Result<Counts> counts() override {
    return scanning([](Connection& connection) { return postgres::counts(connection); });
  }
  Result<void> check() override {
    return scanning([](Connection& connection) { return postgres::check(connection); });
  }

 private:
  [[nodiscard]] std::string name() const { return postgres::name_of(url_); }

  [[nodiscard]] Result<std::unique_ptr<Connection>> connect() const {
    return Connection::open(url_, Session::quick, read_only_, patience_);
  }

  [[nodiscard]] Result<std::vector<BillVersion>> read_bills(const FileKey& file, std::optional<std::int64_t> version) {
    if (!is_storable(file.person)) return std::vector<BillVersion>{};
    return readers_.with([&](Connection& connection) { return postgres::bills(connection, file, version); });
  }

  // On a connection of its own, which ends with it.
  template <class Scan>
  [[nodiscard]] auto scanning(const Scan& scan) const -> decltype(scan(std::declval<Connection&>())) {
    auto connection = Connection::open(url_, Session::scan, true);
    if (!connection) return std::unexpected(connection.error());
    return scan(**connection);
  }

  const std::string url_;
  const bool read_only_;
  RisingClock clock_;
  const std::shared_ptr<postgres::Patience> patience_ = std::make_shared<postgres::Patience>();
  Groups<WrittenChange> writes_{kWriters};
  Groups<WantedLoad> loads_{kLoaders};
  Lending<Connection> writers_{kWriters, [this] { return connect(); }};
  Lending<Connection> loaders_{kLoaders, [this] { return connect(); }};
  Lending<Connection> readers_{kReaders, [this] { return connect(); }};
};

}  // namespace

Result<std::unique_ptr<Store>> open_postgres(std::string_view url, Access access, Clock clock) {
  const bool read_only = access == Access::read_only;
  auto connection = Connection::open(std::string(url), Session::scan, read_only);
  if (!connection) return std::unexpected(connection.error());
  if (auto opened = postgres::open_books(**connection, access); !opened) return std::unexpected(opened.error());
  return std::make_unique<PostgresStore>(std::string(url), read_only, std::move(clock));
}

}  // namespace yidan::store
