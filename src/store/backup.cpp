#include "store/backup.h"

#include <algorithm>
#include <atomic>
#include <istream>
#include <map>
#include <mutex>
#include <set>

#include "base/side_by_side.h"
#include "store/backup_format.h"

namespace yidan::store {
namespace {

Error damaged() {
  return {ErrorCode::damaged,
          {"备份文件不完整或被改动过：请用另一份备份", "the backup is cut short or was changed: use another one"},
          {}};
}

Error not_empty() {
  return {ErrorCode::conflict,
          {"账册里已有内容：只能恢复到空的账册", "the books have something in them already: restore into empty books"},
          {}};
}

// A setting of the store into which a backup is restored, not of the backup.
constexpr std::string_view kRestore = "restore";
constexpr std::string_view kBegun = "begun";
constexpr std::string_view kFinished = "finished";

// Writes packs before the first file whose events name them.
class Policies {
 public:
  Policies(Store& store, BackupWriter& writer) : store_(store), writer_(writer) {}

  Result<void> write_for(const FileContents& contents) {
    for (const Event& event : contents.events) {
      if (written_.contains(event.policy)) continue;
      const auto policy = store_.policy(event.policy);
      if (!policy) return std::unexpected(policy.error());
      writer_.record(kPolicyRecord, event.policy, policy->digest, policy->archive);
      written_.insert(event.policy);
    }
    return {};
  }

 private:
  Store& store_;
  BackupWriter& writer_;
  std::set<std::int64_t> written_;
};

// What a reader of records does with each.
struct Receiver {
  std::function<Result<void>(std::int64_t number, std::string digest, std::string archive)> policy;
  std::function<Result<void>(std::string name, std::string value)> setting;
  std::function<Result<void>(FileContents contents)> file;
};

Result<void> read_record(const std::string& kind, BackupReader& reader, const Receiver& receiver) {
  if (kind == kPolicyRecord) {
    const std::int64_t number = reader.number();
    std::string digest = reader.text();
    return receiver.policy(number, std::move(digest), reader.text());
  }
  if (kind == kSettingRecord) {
    std::string name = reader.text();
    return receiver.setting(std::move(name), reader.text());
  }
  if (kind == kFileRecord) return receiver.file(reader.file());
  throw BackupReader::Damage{};
}

Result<void> read_all(std::istream& in, const Receiver& receiver) {
  try {
    BackupReader reader(in);
    while (const auto kind = reader.next_record()) {
      if (auto taken = read_record(*kind, reader, receiver); !taken) return taken;
    }
    return {};
  } catch (const BackupReader::Damage&) {
    return std::unexpected(damaged());
  }
}

// Whether the events of a file are all there, and every bill and posting is of one of them.
bool is_whole(const FileContents& contents) {
  const auto events = static_cast<std::int64_t>(contents.events.size());
  for (std::size_t i = 0; i < contents.events.size(); ++i) {
    if (contents.events[i].seq != static_cast<std::int64_t>(i) + 1) return false;
  }
  const auto is_of_one = [events](const BillVersion& bill) { return bill.version >= 1 && bill.version <= events; };
  return contents.state.seq == events && contents.postings.size() == contents.events.size() &&
         std::ranges::all_of(contents.bills, is_of_one);
}

// The events of a file as changes, one after the other; the state of the last is the file's.
Result<void> put_file(Store& store, const FileContents& contents) {
  if (!is_whole(contents)) return std::unexpected(damaged());
  for (std::size_t i = 0; i < contents.events.size(); ++i) {
    Change change{.file = contents.file,
                  .expected = static_cast<std::int64_t>(i),
                  .event = contents.events[i],
                  .past = contents.state.past};
    change.entries = contents.postings[i];
    if (i == 0) change.facts = contents.state.facts;
    for (const BillVersion& bill : contents.bills) {
      if (bill.version == change.event.seq) change.bills.push_back(bill);
    }
    const auto written = store.write(change);
    if (!written) return std::unexpected(written.error());
    if (*written != Written::done) return std::unexpected(damaged());
  }
  return {};
}

// Writes many files side by side, so that their events share transactions.
Result<void> put_files(Store& store, const std::vector<FileContents>& files) {
  constexpr std::size_t threads = 32;
  std::atomic<bool> failed{false};
  std::mutex mutex;
  Result<void> outcome;
  side_by_side(threads, files.size(), [&](std::size_t i) {
    if (failed) return;
    auto put = put_file(store, files[i]);
    if (put) return;
    failed = true;
    const std::lock_guard lock(mutex);
    outcome = std::move(put);
  });
  return outcome;
}

// Gathers files and writes many of them at once.
class Restorer {
 public:
  explicit Restorer(Store& store, const Progress& progress) : store_(store), progress_(progress) {}

  Result<void> take_policy(std::int64_t number, const std::string& digest, const std::string& archive) {
    const auto here = store_.put_policy(digest, archive);
    if (!here) return std::unexpected(here.error());
    numbers_[number] = *here;
    return {};
  }

  Result<void> take_file(FileContents contents) {
    for (Event& event : contents.events) {
      const auto number = numbers_.find(event.policy);
      if (number == numbers_.end()) return std::unexpected(damaged());
      event.policy = number->second;
    }
    count(contents, counts_);
    events_waiting_ += contents.events.size();
    waiting_.push_back(std::move(contents));
    constexpr std::size_t at_once = 5000;
    return events_waiting_ < at_once ? Result<void>{} : flush();
  }

  Result<void> flush() {
    if (auto put = put_files(store_, waiting_); !put) return put;
    waiting_.clear();
    events_waiting_ = 0;
    progress_(counts_.files);
    return {};
  }

  [[nodiscard]] const Counts& counts() const { return counts_; }

 private:
  Store& store_;
  const Progress& progress_;
  std::map<std::int64_t, std::int64_t> numbers_;
  std::vector<FileContents> waiting_;
  std::size_t events_waiting_ = 0;
  Counts counts_;
};

}  // namespace

Result<Counts> back_up(Store& store, std::span<const std::string_view> settings, const Sink& sink,
                       const Progress& progress) {
  if (const auto sound = store.check(); !sound) return std::unexpected(sound.error());
  BackupWriter writer(sink);
  for (const std::string_view name : settings) {
    const auto value = store.setting(name);
    if (!value) return std::unexpected(value.error());
    if (*value) writer.record(kSettingRecord, name, std::string_view(**value));
  }
  Policies policies(store, writer);
  Counts counts;
  const auto walked = store.each_file([&](const FileContents& contents) -> Result<void> {
    if (auto written = policies.write_for(contents); !written) return written;
    writer.file(contents);
    count(contents, counts);
    progress(counts.files);
    return writer.flush_if_long();
  });
  if (!walked) return std::unexpected(walked.error());
  if (const auto finished = writer.finish(); !finished) return std::unexpected(finished.error());
  return counts;
}

Result<void> check_backup(std::istream& backup) {
  return read_all(backup, {.policy = [](auto, auto, auto) { return Result<void>{}; },
                           .setting = [](auto, auto) { return Result<void>{}; },
                           .file = [](auto) { return Result<void>{}; }});
}

Result<void> check_restored(Store& store) {
  const auto restoring = store.setting(kRestore);
  if (!restoring) return std::unexpected(restoring.error());
  if (*restoring != kBegun) return {};
  return std::unexpected(
      Error{ErrorCode::unavailable,
            {"账册正由备份恢复，或没有恢复完：若恢复已中断，请删除此账册，重新恢复到新的账册",
             "the books are being restored from a backup, or that was not finished: if it was cut off, remove them and "
             "restore into new ones"},
            {}});
}

Result<Counts> restore(Store& store, std::istream& backup, const Progress& progress) {
  const auto before = store.counts();
  if (!before) return std::unexpected(before.error());
  if (const auto finished = check_restored(store); !finished) return std::unexpected(finished.error());
  if (before->files != 0) return std::unexpected(not_empty());
  if (const auto begun = store.set(kRestore, kBegun); !begun) return std::unexpected(begun.error());
  Restorer restorer(store, progress);
  const auto read = read_all(
      backup, {.policy = [&](std::int64_t number, const std::string& digest,
                             const std::string& archive) { return restorer.take_policy(number, digest, archive); },
               .setting = [&](const std::string& name, const std::string& value) { return store.set(name, value); },
               .file = [&](FileContents contents) { return restorer.take_file(std::move(contents)); }});
  if (!read) return std::unexpected(read.error());
  if (const auto flushed = restorer.flush(); !flushed) return std::unexpected(flushed.error());
  if (const auto finished = store.set(kRestore, kFinished); !finished) return std::unexpected(finished.error());
  return restorer.counts();
}

}  // namespace yidan::store
