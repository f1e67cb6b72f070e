#include "store/sqlite/sqlite_store.h"

#include <mutex>

#include "store/fault.h"
#include "store/groups.h"
#include "store/lending.h"
#include "store/sqlite/books.h"
#include "store/sqlite/numbers.h"
#include "store/sqlite/reader.h"
#include "store/sqlite/walk.h"
#include "store/sqlite/writer.h"

namespace yidan::store {
namespace {

using sqlite::Reader;

constexpr std::size_t kReadingFiles = 4;

class SqliteDatabase final : public Database {
 public:
  // Without a writer it is for reading alone.
  SqliteDatabase(std::string path, std::unique_ptr<sqlite::Writer> writer)
      : path_(std::move(path)),
        writer_(std::move(writer)),
        readers_(kReadingFiles, [this] { return Reader::open(path_); }) {}

  std::string name() const override { return path_; }
  bool writes() const override { return writer_ != nullptr; }

  Result<std::optional<Subject>> subject(const StandIn& stand_in) override {
    return readers_.with([&](Reader& reader) { return reader.subject(stand_in); });
  }
  Result<State> load(const StandIn& subject) override {
    return readers_.with([&](Reader& reader) { return reader.load(subject); });
  }
  Result<std::optional<Found>> find(const StandIn& key) override {
    return readers_.with([&](Reader& reader) { return reader.find(key); });
  }
  Result<std::vector<Event>> events(const StandIn& subject) override {
    return readers_.with([&](Reader& reader) { return reader.events(subject); });
  }
  Result<std::vector<Recorded>> history(const StandIn& subject) override {
    return readers_.with([&](Reader& reader) { return reader.history(subject); });
  }
  Result<std::vector<Row>> rows(const StandIn& subject) override {
    return readers_.with([&](Reader& reader) { return reader.rows(subject); });
  }
  Result<RowPage> rows(const RowQuery& query) override {
    return readers_.with([&](Reader& reader) { return reader.rows(query); });
  }

  void write(StoredChange& change) override {
    groups_.run(change, is_small_enough, [this](Group group) { write_group(group); });
  }
  void write_group(Group group) override {
    const std::scoped_lock lock(writing_);
    writer_->write(group);
  }
  bool joins(Group group, const StoredChange& next) const override { return is_small_enough(group, next); }

  Result<std::int64_t> put_policy(std::string_view digest, std::string_view archive) override {
    const std::scoped_lock lock(writing_);
    return writer_->put_policy(digest, archive);
  }
  Result<Store::PolicyArchive> policy(std::int64_t number) override {
    return readers_.with([&](Reader& reader) { return reader.policy(number); });
  }
  Result<std::optional<std::string>> setting(std::string_view name) override {
    return readers_.with([&](Reader& reader) { return reader.setting(name); });
  }
  Result<void> set(std::string_view name, std::string_view value) override {
    const std::scoped_lock lock(writing_);
    return writer_->set(name, value);
  }
  Result<std::string> set_once(std::string_view name, std::string_view candidate) override {
    const std::scoped_lock lock(writing_);
    return writer_->set_once(name, candidate);
  }
  Result<std::string> replace(std::string_view name, std::string_view before, std::string_view value) override {
    const std::scoped_lock lock(writing_);
    return writer_->replace(name, before, value);
  }

  Result<std::vector<Committed>> events_after(std::int64_t position, std::size_t limit) override {
    return readers_.with([&](Reader& reader) { return reader.events_after(position, limit); });
  }
  Result<void> each_subject(const Visitor<SubjectContents>& visit) override {
    return sqlite::walk_subjects(path_, visit);
  }
  Result<void> each_posting(const Visitor<Found>& visit) override { return sqlite::walk_journal(path_, visit); }
  Result<void> each_backed_up(const Visitor<BackedUp>& visit) override { return sqlite::walk_for_backup(path_, visit); }
  Result<Counts> counts() override { return sqlite::counts(path_); }
  Result<std::vector<Balance>> balances(const BalanceQuery& query) override { return sqlite::balances(path_, query); }
  Result<std::vector<DayBalance>> day_balances() override { return sqlite::day_balances(path_); }

  // A part at a time, so that who writes bills waits for a part at most.
  Result<void> sum_up() override {
    while (true) {
      const std::scoped_lock lock(writing_);
      const auto more = writer_->sum_up_some();
      if (!more) return std::unexpected(more.error());
      if (!*more) return {};
    }
  }
  Result<void> check() override { return sqlite::check_file(path_); }

  bool outlives_the_program() const override { return true; }
  Result<void> refuse_plain_numbers() override {
    const std::scoped_lock lock(writing_);
    return sqlite::refuse_plain_numbers(writer_->connection());
  }
  Result<std::vector<KeptNumber>> plain_numbers(std::size_t limit) override {
    return reading([limit](sqlite::Connection& connection) { return sqlite::plain_numbers(connection, limit); });
  }
  Result<std::int64_t> count_plain_numbers() override { return reading(sqlite::count_plain_numbers); }
  Result<void> put_numbers(std::span<const KeptNumber> numbers) override {
    const std::scoped_lock lock(writing_);
    return sqlite::put_numbers(writer_->connection(), numbers);
  }
  Result<void> forget_earlier_content() override {
    const std::scoped_lock lock(writing_);
    return sqlite::forget_earlier_content(writer_->connection());
  }

 private:
  template <class Read>
  [[nodiscard]] auto reading(const Read& read) const -> decltype(read(std::declval<sqlite::Connection&>())) {
    auto connection = sqlite::open_for_reading(path_);
    if (!connection) return std::unexpected(connection.error());
    return read(*connection);
  }

  const std::string path_;
  std::mutex writing_;
  std::unique_ptr<sqlite::Writer> writer_;
  Groups<StoredChange> groups_{1};
  Lending<Reader> readers_;  // closed before the writer, which empties the log
};

}  // namespace

Result<std::unique_ptr<Database>> open_sqlite(std::string_view path, Access access, Clock clock) {
  // Counting what is allocated would make all threads wait for one lock. Of no effect once the library is in use.
  static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(once);

  std::string name(path);
  auto connection = sqlite::open_books(name, access);
  if (!connection) return std::unexpected(connection.error());
  std::unique_ptr<sqlite::Writer> writer;
  if (access != Access::read_only) {
    auto opened = sqlite::Writer::open(std::move(*connection), std::move(clock));
    if (!opened) return std::unexpected(opened.error());
    writer = std::move(*opened);
  }
  return std::make_unique<SqliteDatabase>(std::move(name), std::move(writer));
}

}  // namespace yidan::store
