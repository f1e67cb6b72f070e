#include "store/backup.h"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <istream>
#include <map>
#include <mutex>
#include <thread>

#include "base/digest.h"

namespace yidan::store {
namespace {

constexpr std::string_view kHeading = "yidan.backup/1\n";

// A backup is a run of fields: a length in decimal, ":", as many bytes, a line end. The first field of a record is its
// kind; the number of the others follows from it.
constexpr std::string_view kPolicy = "policy";
constexpr std::string_view kSetting = "setting";
constexpr std::string_view kFile = "file";
constexpr std::string_view kEvent = "event";
constexpr std::string_view kBill = "bill";
constexpr std::string_view kEntry = "entry";
constexpr std::string_view kFileEnd = "file-end";
constexpr std::string_view kEnd = "end";

Error fault(ErrorCode code, std::string zh, std::string en) { return {code, {std::move(zh), std::move(en)}, {}}; }

Error damaged() {
  return fault(ErrorCode::damaged, "备份文件不完整或被改动过：请用另一份备份",
               "the backup is cut short or was changed: use another one");
}

Error not_empty() {
  return fault(ErrorCode::conflict, "账册里已有内容：只能恢复到空的账册",
               "the books have something in them already: restore into empty books");
}

class BackupWriter {
 public:
  explicit BackupWriter(const Sink& sink) : sink_(sink) { add_raw(kHeading); }

  void field(std::string_view text) {
    text_ += std::to_string(text.size());
    text_ += ':';
    text_ += text;
    text_ += '\n';
  }
  void field(std::int64_t number) { field(std::string_view(std::to_string(number))); }
  template <class... Fields>
  void record(std::string_view kind, const Fields&... fields) {
    field(kind);
    (field(fields), ...);
  }

  // Hands over what has gathered; at the end with the digest of everything before it.
  Result<void> flush() {
    digest_.add(text_);
    const auto taken = sink_(text_);
    text_.clear();
    return taken;
  }
  Result<void> flush_if_long() {
    constexpr std::size_t enough = 1U << 18U;
    return text_.size() < enough ? Result<void>{} : flush();
  }
  Result<void> finish() {
    if (auto flushed = flush(); !flushed) return flushed;
    record(kEnd, std::string_view(digest_.hex()));
    return sink_(text_);
  }

 private:
  void add_raw(std::string_view text) { text_ += text; }

  const Sink& sink_;
  std::string text_;
  Digest digest_;
};

void write_event(const Event& event, std::span<const Entry> entries, BackupWriter& writer) {
  writer.record(kEvent, event.seq, event.kind, event.key, event.ref, event.content, event.answer, event.policy,
                event.engine, event.recorded);
  for (const Entry& entry : entries) {
    writer.record(kEntry, entry.fund, entry.account, entry.party, entry.route, entry.amount);
  }
}

void write_bill(const BillVersion& bill, BackupWriter& writer) {
  writer.record(kBill, bill.entry, bill.version, bill.encounter, bill.rule_date, bill.status, bill.policy_status,
                bill.total, bill.policy_scope, bill.fund_total, bill.account, bill.cash, bill.text, bill.steps);
}

void write_file(const FileContents& contents, BackupWriter& writer) {
  writer.record(kFile, std::int64_t{contents.file.pool}, contents.file.person, contents.state.seq, contents.state.facts,
                contents.state.past);
  for (std::size_t i = 0; i < contents.events.size(); ++i) {
    const bool has_entries = i < contents.postings.size();
    write_event(contents.events[i],
                has_entries ? std::span<const Entry>(contents.postings[i]) : std::span<const Entry>{}, writer);
  }
  for (const BillVersion& bill : contents.bills) write_bill(bill, writer);
  writer.record(kFileEnd);
}

void count(const FileContents& contents, Counts& counts) {
  ++counts.files;
  counts.events += static_cast<std::int64_t>(contents.events.size());
  counts.bills += static_cast<std::int64_t>(contents.bills.size());
  for (const auto& posting : contents.postings) counts.entries += static_cast<std::int64_t>(posting.size());
}

// Writes packs before the first file whose events name them.
class Policies {
 public:
  Policies(Store& store, BackupWriter& writer) : store_(store), writer_(writer) {}

  Result<void> write_for(const FileContents& contents) {
    for (const Event& event : contents.events) {
      if (written_.contains(event.policy)) continue;
      const auto policy = store_.policy(event.policy);
      if (!policy) return std::unexpected(policy.error());
      writer_.record(kPolicy, event.policy, policy->digest, policy->archive);
      written_[event.policy] = true;
    }
    return {};
  }

 private:
  Store& store_;
  BackupWriter& writer_;
  std::map<std::int64_t, bool> written_;
};

// Reads the fields of a backup one after the other; what is none ends the reading with `Damage`.
class BackupReader {
 public:
  struct Damage {};

  explicit BackupReader(std::istream& in) : in_(in) {
    std::string heading(kHeading.size(), '\0');
    read(heading.data(), heading.size());
    if (heading != kHeading) throw Damage{};
    digest_.add(heading);
  }

  std::string text() {
    std::string length;
    constexpr std::size_t longest_length = 12;
    for (char c = get(); c != ':'; c = get()) {
      length += c;
      if (length.size() > longest_length) throw Damage{};
    }
    std::string field = bytes(number_of(length));
    if (get() != '\n') throw Damage{};
    pending_ = length + ":" + field + "\n";
    return field;
  }
  std::int64_t number() {
    const std::string field = counted();
    std::int64_t value = 0;
    if (field.empty() ||
        std::from_chars(field.data(), field.data() + field.size(), value).ptr != field.data() + field.size()) {
      throw Damage{};
    }
    return value;
  }
  // A field that the digest covers.
  std::string counted() {
    std::string field = text();
    digest_.add(pending_);
    return field;
  }
  // The kind of the next record; the end is not covered by the digest that it carries.
  std::string kind() {
    std::string field = text();
    if (field != kEnd) digest_.add(pending_);
    return field;
  }
  [[nodiscard]] std::string digest() { return digest_.hex(); }
  [[nodiscard]] bool at_end() { return in_.peek() == std::istream::traits_type::eof(); }

 private:
  char get() {
    const auto c = in_.get();
    if (c == std::istream::traits_type::eof()) throw Damage{};
    return static_cast<char>(c);
  }
  // In parts, so that a length that is a lie does not ask for more memory than there are bytes.
  std::string bytes(std::size_t size) {
    constexpr std::size_t at_once = 1U << 20U;
    std::string text;
    while (text.size() < size) {
      const std::size_t from = text.size();
      text.resize(std::min(size, from + at_once));
      read(text.data() + from, text.size() - from);
    }
    return text;
  }
  void read(char* into, std::size_t size) {
    if (!in_.read(into, static_cast<std::streamsize>(size))) throw Damage{};
  }
  std::size_t number_of(const std::string& length) {
    constexpr std::size_t longest = 1U << 30U;
    std::size_t value = 0;
    const char* end = length.data() + length.size();
    if (length.empty() || std::from_chars(length.data(), end, value).ptr != end || value > longest) throw Damage{};
    return value;
  }

  std::istream& in_;
  Digest digest_;
  std::string pending_;
};

Event read_event(BackupReader& reader) {
  Event event;
  event.seq = reader.number();
  event.kind = reader.counted();
  event.key = reader.counted();
  event.ref = reader.counted();
  event.content = reader.counted();
  event.answer = reader.counted();
  event.policy = reader.number();
  event.engine = reader.counted();
  event.recorded = reader.number();
  return event;
}

Entry read_entry(BackupReader& reader) {
  Entry entry;
  entry.fund = reader.counted();
  entry.account = reader.counted();
  entry.party = reader.counted();
  entry.route = reader.counted();
  entry.amount = reader.number();
  return entry;
}

BillVersion read_bill(BackupReader& reader) {
  BillVersion bill;
  bill.entry = reader.number();
  bill.version = reader.number();
  bill.encounter = reader.counted();
  bill.rule_date = reader.counted();
  bill.status = reader.counted();
  bill.policy_status = reader.counted();
  bill.total = reader.number();
  bill.policy_scope = reader.number();
  bill.fund_total = reader.number();
  bill.account = reader.number();
  bill.cash = reader.number();
  bill.text = reader.counted();
  bill.steps = reader.counted();
  return bill;
}

FileContents read_file(BackupReader& reader) {
  FileContents contents;
  contents.file.pool = static_cast<std::int32_t>(reader.number());
  contents.file.person = reader.counted();
  contents.state.seq = reader.number();
  contents.state.facts = reader.counted();
  contents.state.past = reader.counted();
  for (std::string kind = reader.kind(); kind != kFileEnd; kind = reader.kind()) {
    if (kind == kEvent) {
      contents.events.push_back(read_event(reader));
      contents.postings.emplace_back();
    } else if (kind == kEntry && !contents.postings.empty()) {
      contents.postings.back().push_back(read_entry(reader));
    } else if (kind == kBill) {
      contents.bills.push_back(read_bill(reader));
    } else {
      throw BackupReader::Damage{};
    }
  }
  return contents;
}

// What a reader of records does with each.
struct Receiver {
  std::function<Result<void>(std::int64_t number, std::string digest, std::string archive)> policy;
  std::function<Result<void>(std::string name, std::string value)> setting;
  std::function<Result<void>(FileContents contents)> file;
};

Result<void> read_record(const std::string& kind, BackupReader& reader, const Receiver& receiver) {
  if (kind == kPolicy) {
    const std::int64_t number = reader.number();
    std::string digest = reader.counted();
    return receiver.policy(number, std::move(digest), reader.counted());
  }
  if (kind == kSetting) {
    std::string name = reader.counted();
    return receiver.setting(std::move(name), reader.counted());
  }
  if (kind == kFile) return receiver.file(read_file(reader));
  throw BackupReader::Damage{};
}

Result<void> read_all(std::istream& in, const Receiver& receiver) {
  try {
    BackupReader reader(in);
    for (std::string kind = reader.kind(); kind != kEnd; kind = reader.kind()) {
      if (auto taken = read_record(kind, reader, receiver); !taken) return taken;
    }
    const std::string written = reader.text();
    if (written != reader.digest() || !reader.at_end()) return std::unexpected(damaged());
    return {};
  } catch (const BackupReader::Damage&) {
    return std::unexpected(damaged());
  }
}

// The events of a file as changes, one after the other; the state of the last is the file's.
Result<void> put_file(Store& store, const FileContents& contents) {
  for (std::size_t i = 0; i < contents.events.size(); ++i) {
    Change change{.file = contents.file,
                  .expected = static_cast<std::int64_t>(i),
                  .event = contents.events[i],
                  .past = contents.state.past,
                  .entries = contents.postings[i]};
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
  std::atomic<std::size_t> next{0};
  std::mutex mutex;
  Result<void> outcome;
  const auto work = [&] {
    for (std::size_t i = next++; i < files.size(); i = next++) {
      auto put = put_file(store, files[i]);
      if (put) continue;
      const std::lock_guard lock(mutex);
      outcome = std::move(put);
      next = files.size();
    }
  };
  {
    constexpr std::size_t most = 32;
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < std::min(most, files.size()); ++i) others.emplace_back(work);
    work();
  }
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
  BackupWriter writer(sink);
  for (const std::string_view name : settings) {
    const auto value = store.setting(name);
    if (!value) return std::unexpected(value.error());
    if (*value) writer.record(kSetting, name, std::string_view(**value));
  }
  Policies policies(store, writer);
  Counts counts;
  const auto walked = store.each_file([&](const FileContents& contents) -> Result<void> {
    if (auto written = policies.write_for(contents); !written) return written;
    write_file(contents, writer);
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

Result<Counts> restore(Store& store, std::istream& backup, const Progress& progress) {
  const auto before = store.counts();
  if (!before) return std::unexpected(before.error());
  if (before->files != 0) return std::unexpected(not_empty());
  Restorer restorer(store, progress);
  const auto read = read_all(
      backup, {.policy = [&](std::int64_t number, const std::string& digest,
                             const std::string& archive) { return restorer.take_policy(number, digest, archive); },
               .setting = [&](const std::string& name, const std::string& value) { return store.set(name, value); },
               .file = [&](FileContents contents) { return restorer.take_file(std::move(contents)); }});
  if (!read) return std::unexpected(read.error());
  if (const auto flushed = restorer.flush(); !flushed) return std::unexpected(flushed.error());
  return restorer.counts();
}

}  // namespace yidan::store
