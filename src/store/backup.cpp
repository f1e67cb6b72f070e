#include "store/backup.h"

#include <algorithm>
#include <istream>
#include <map>
#include <set>

#include "store/any_twice.h"
#include "store/backup_format.h"
#include "store/database.h"
#include "store/fault.h"
#include "store/sealed_backup.h"

namespace yidan::store {
namespace {

Error not_empty() {
  return {ErrorCode::conflict,
          {"账册里已有内容：只能恢复到空的账册", "the books have something in them already: restore into empty books"},
          {}};
}

// A setting of the store into which a backup is restored, not of the backup.
constexpr std::string_view kRestore = "restore";
constexpr std::string_view kBegun = "begun";
constexpr std::string_view kFinished = "finished";

// Writes packs before the first event that names them.
class Policies {
 public:
  Policies(Store& store, BackupWriter& writer) : store_(store), writer_(writer) {}

  Result<void> write_for(const Event& event) {
    if (written_.contains(event.policy)) return {};
    const auto policy = store_.policy(event.policy);
    if (!policy) return std::unexpected(policy.error());
    writer_.record(kPolicyRecord, event.policy, policy->digest, policy->archive);
    written_.insert(event.policy);
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
  std::function<Result<void>(BackedUp one)> event;
  std::function<Result<void>(const first_form::File& file)> file;
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
  if (kind == kEventRecord) return receiver.event(reader.event());
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
    return std::unexpected(damaged_backup());
  }
}

// Whether a change is such as a store takes: what is not was never written by one.
bool is_sound(const std::vector<Part>& change) {
  const auto is_good = [](const Part& part) {
    return part.event.seq >= 1 && part.event.recorded != 0 &&
           !any_twice(part.documents, [](const Document& each) { return each.name; }) &&
           !any_twice(part.rows, [](const Row& each) { return std::pair(each.table, each.id); });
  };
  return std::ranges::all_of(change, is_good) && !any_twice(change, [](const Part& part) { return part.subject; });
}

// What an event wrote. Only the last of a subject knows the state and the rows, which are those that stay.
Part part_of(BackedUp one) {
  auto& [event, documents, entries] = one.committed.recorded;
  Part part{.subject = std::move(one.committed.subject),
            .expected = event.seq - 1,
            .event = std::move(event),
            .documents = std::move(documents),
            .entries = std::move(entries)};
  if (part.expected == 0) part.facts = "";
  if (!one.left) return part;
  part.facts = std::move(one.left->state.facts);
  part.past = std::move(one.left->state.past);
  part.rows = std::move(one.left->rows);
  return part;
}

// Gathers changes and writes many of them at once, in their order.
class Restorer {
 public:
  explicit Restorer(Store& store, const GoOn& go_on) : store_(store), go_on_(go_on) {}

  Result<void> take_policy(std::int64_t number, const std::string& digest, const std::string& archive) {
    const auto here = store_.put_policy(digest, archive);
    if (!here) return std::unexpected(here.error());
    numbers_[number] = *here;
    return {};
  }

  // Parts of one change follow each other.
  Result<void> take(Part part) {
    const auto number = numbers_.find(part.event.policy);
    if (number == numbers_.end()) return std::unexpected(damaged_backup());
    part.event.policy = number->second;
    const bool goes_on = !waiting_.empty() && waiting_.back().front().event.key == part.event.key;
    if (!goes_on && events_waiting_ >= kAtOnce) {
      if (auto flushed = flush(); !flushed) return flushed;
    }
    if (part.expected == 0) ++counts_.subjects;
    ++counts_.events;
    counts_.documents += static_cast<std::int64_t>(part.documents.size());
    counts_.entries += static_cast<std::int64_t>(part.entries.size());
    ++events_waiting_;
    if (!goes_on) waiting_.emplace_back();
    waiting_.back().push_back(std::move(part));
    return {};
  }

  Result<void> take_all(Result<std::vector<Part>> parts) {
    if (!parts) return std::unexpected(std::move(parts.error()));
    for (Part& part : *parts) {
      if (auto taken = take(std::move(part)); !taken) return taken;
    }
    return {};
  }

  Result<void> flush() {
    if (!std::ranges::all_of(waiting_, is_sound)) return std::unexpected(damaged_backup());
    const auto written = store_.append(waiting_);
    if (!written) return std::unexpected(written.error());
    if (std::ranges::any_of(*written, [](Written each) { return each != Written::done; }))
      return std::unexpected(damaged_backup());
    waiting_.clear();
    events_waiting_ = 0;
    return go_on_(counts_.subjects);
  }

  [[nodiscard]] const Counts& counts() const { return counts_; }

 private:
  static constexpr std::size_t kAtOnce = 5'000;

  Store& store_;
  const GoOn& go_on_;
  std::map<std::int64_t, std::int64_t> numbers_;
  std::vector<std::vector<Part>> waiting_;
  std::size_t events_waiting_ = 0;
  Counts counts_;
};

// Whether nothing has been written yet.
Result<void> check_empty(Store& store) {
  const auto first = store.events_after(0, 1);
  if (!first) return std::unexpected(first.error());
  if (!first->empty()) return std::unexpected(not_empty());
  return {};
}

void count(const BackedUp& one, Counts& counts) {
  const Recorded& recorded = one.committed.recorded;
  if (recorded.event.seq == 1) ++counts.subjects;
  ++counts.events;
  counts.documents += static_cast<std::int64_t>(recorded.documents.size());
  counts.entries += static_cast<std::int64_t>(recorded.entries.size());
}

Result<Counts> back_up_plain(Store& store, std::span<const std::string_view> settings, const Sink& sink,
                             const GoOn& go_on) {
  BackupWriter writer(sink);
  std::vector<std::string_view> names{kIdentitySetting};
  names.insert(names.end(), settings.begin(), settings.end());
  for (const std::string_view name : names) {
    const auto value = store.setting(name);
    if (!value) return std::unexpected(value.error());
    if (*value) writer.record(kSettingRecord, name, std::string_view(**value));
  }
  Policies policies(store, writer);
  Counts counts;
  const auto walked = store.each_backed_up([&](const BackedUp& one) -> Result<void> {
    if (auto written = policies.write_for(one.committed.recorded.event); !written) return written;
    writer.event(one);
    count(one, counts);
    if (auto goes_on = go_on(counts.subjects); !goes_on) return goes_on;
    return writer.flush_if_long();
  });
  if (!walked) return std::unexpected(walked.error());
  if (const auto finished = writer.finish(); !finished) return std::unexpected(finished.error());
  return counts;
}

}  // namespace

Result<Counts> back_up(Store& store, std::span<const std::string_view> settings, const Sink& sink, const GoOn& go_on) {
  if (const auto sound = store.check(); !sound) return std::unexpected(sound.error());
  const auto envelope = store.envelope();
  if (!envelope) return std::unexpected(envelope.error());
  if (*envelope == nullptr) return back_up_plain(store, settings, sink, go_on);
  SealingSink sealing(**envelope, sink);
  return back_up_plain(store, settings, [&sealing](std::string_view part) { return sealing.take(part); }, go_on);
}

Result<void> check_backup(std::istream& backup) {
  return read_all(backup, {.policy = [](const auto&, const auto&, const auto&) { return Result<void>{}; },
                           .setting = [](const auto&, const auto&) { return Result<void>{}; },
                           .event = [](const auto&) { return Result<void>{}; },
                           .file = [](const auto&) { return Result<void>{}; }});
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

Result<Counts> restore(Store& store, std::istream& backup, const first_form::Upgrade& upgrade, const GoOn& go_on) {
  if (const auto finished = check_restored(store); !finished) return std::unexpected(finished.error());
  if (const auto empty = check_empty(store); !empty) return std::unexpected(empty.error());
  if (const auto begun = store.set(kRestore, kBegun); !begun) return std::unexpected(begun.error());
  Restorer restorer(store, go_on);
  const auto read = read_all(
      backup, {.policy = [&](std::int64_t number, const std::string& digest,
                             const std::string& archive) { return restorer.take_policy(number, digest, archive); },
               .setting = [&](const std::string& name, const std::string& value) { return store.set(name, value); },
               .event = [&](BackedUp one) { return restorer.take(part_of(std::move(one))); },
               .file = [&](const first_form::File& file) { return restorer.take_all(upgrade(file)); }});
  if (!read) return std::unexpected(read.error());
  if (const auto flushed = restorer.flush(); !flushed) return std::unexpected(flushed.error());
  if (const auto summed = store.sum_up(); !summed) return std::unexpected(summed.error());
  if (const auto finished = store.set(kRestore, kFinished); !finished) return std::unexpected(finished.error());
  return restorer.counts();
}

}  // namespace yidan::store
