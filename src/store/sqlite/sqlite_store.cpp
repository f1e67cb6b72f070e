#include "store/sqlite/sqlite_store.h"

#include <mutex>

#include "store/fault.h"
#include "store/groups.h"
#include "store/lending.h"
#include "store/sqlite/books.h"
#include "store/sqlite/reader.h"
#include "store/sqlite/walk.h"
#include "store/sqlite/writer.h"

namespace yidan::store {
namespace {

using sqlite::Reader;
using sqlite::Writer;

constexpr std::size_t kReaders = 4;

class SqliteStore final : public Store {
 public:
  // Without a writer the store is for reading alone.
  SqliteStore(std::string path, std::unique_ptr<Writer> writer)
      : path_(std::move(path)),
        writer_(std::move(writer)),
        readers_(kReaders, [this] { return Reader::open(path_); }) {}

  Result<State> load(const FileKey& file) override {
    return readers_.with([&](Reader& reader) { return reader.load(file); });
  }

  Result<std::optional<Found>> find(std::string_view key) override {
    return readers_.with([&](Reader& reader) { return reader.find(key); });
  }

  Result<std::vector<Event>> events(const FileKey& file) override {
    return readers_.with([&](Reader& reader) { return reader.events(file); });
  }

  Result<std::vector<BillVersion>> bills(const FileKey& file) override {
    return readers_.with([&](Reader& reader) { return reader.bills(file, std::nullopt); });
  }

  Result<std::vector<BillVersion>> bills_of(const FileKey& file, std::int64_t version) override {
    return readers_.with([&](Reader& reader) { return reader.bills(file, version); });
  }

  Result<Written> write(const Change& change) override {
    if (auto storable = check_storable(change); !storable) return std::unexpected(storable.error());
    if (!writer_) return std::unexpected(read_only(path_));
    WrittenChange written(change);
    groups_.run(written, joins, [this](std::span<WrittenChange* const> group) {
      const std::scoped_lock lock(writing_);
      writer_->write(group);
    });
    return written.outcome;
  }

  Result<std::int64_t> put_policy(std::string_view digest, std::string_view archive) override {
    if (auto storable = check_storable(digest, ""); !storable) return std::unexpected(storable.error());
    if (!writer_) return std::unexpected(read_only(path_));
    const std::scoped_lock lock(writing_);
    return writer_->put_policy(digest, archive);
  }

  Result<PolicyArchive> policy(std::int64_t number) override {
    return readers_.with([&](Reader& reader) { return reader.policy(number); });
  }

  Result<std::optional<std::string>> setting(std::string_view name) override {
    return readers_.with([&](Reader& reader) { return reader.setting(name); });
  }

  Result<void> set(std::string_view name, std::string_view value) override {
    if (auto storable = check_storable(name, value); !storable) return storable;
    if (!writer_) return std::unexpected(read_only(path_));
    const std::scoped_lock lock(writing_);
    return writer_->set(name, value);
  }

  Result<void> each_file(const Visitor<FileContents>& visit) override { return sqlite::walk_files(path_, visit); }
  Result<void> each_posting(const Visitor<JournalPosting>& visit) override {
    return sqlite::walk_journal(path_, visit);
  }
  Result<std::vector<Balance>> balances(const BalanceQuery& query) override {
    return readers_.with([&](Reader& reader) { return reader.balances(query); });
  }
  Result<Counts> counts() override {
    return readers_.with([](Reader& reader) { return reader.counts(); });
  }
  Result<void> check() override { return sqlite::check_file(path_); }

 private:
  const std::string path_;
  std::mutex writing_;
  std::unique_ptr<Writer> writer_;
  Groups<WrittenChange> groups_{1};
  Lending<Reader> readers_;  // closed before the writer, which empties the log
};

}  // namespace

Result<std::unique_ptr<Store>> open_sqlite(std::string_view path, Access access, Clock clock) {
  // Counting what is allocated would make all threads wait for one lock. Of no effect once the library is in use.
  static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(once);

  std::string name(path);
  auto connection = sqlite::open_books(name, access);
  if (!connection) return std::unexpected(connection.error());
  std::unique_ptr<Writer> writer;
  if (access != Access::read_only) {
    auto opened = Writer::open(std::move(*connection), std::move(clock));
    if (!opened) return std::unexpected(opened.error());
    writer = std::move(*opened);
  }
  return std::make_unique<SqliteStore>(std::move(name), std::move(writer));
}

}  // namespace yidan::store
