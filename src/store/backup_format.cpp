#include "store/backup_format.h"

#include <algorithm>
#include <charconv>
#include <istream>
#include <span>

namespace yidan::store {
namespace {

constexpr std::string_view kHeading = "yidan.backup/1\n";
constexpr std::string_view kEvent = "event";
constexpr std::string_view kBill = "bill";
constexpr std::string_view kEntry = "entry";
constexpr std::string_view kFileEnd = "file-end";
constexpr std::string_view kEnd = "end";

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

std::size_t length_of(const std::string& digits) {
  constexpr std::size_t longest = 1U << 30U;
  std::size_t value = 0;
  const char* end = digits.data() + digits.size();
  if (digits.empty() || std::from_chars(digits.data(), end, value).ptr != end || value > longest) {
    throw BackupReader::Damage{};
  }
  return value;
}

Event read_event(BackupReader& reader) {
  Event event;
  event.seq = reader.number();
  event.kind = reader.text();
  event.key = reader.text();
  event.ref = reader.text();
  event.content = reader.text();
  event.answer = reader.text();
  event.policy = reader.number();
  event.engine = reader.text();
  event.recorded = reader.number();
  return event;
}

Entry read_entry(BackupReader& reader) {
  Entry entry;
  entry.fund = reader.text();
  entry.account = reader.text();
  entry.party = reader.text();
  entry.route = reader.text();
  entry.amount = reader.number();
  return entry;
}

BillVersion read_bill(BackupReader& reader) {
  BillVersion bill;
  bill.entry = reader.number();
  bill.version = reader.number();
  bill.encounter = reader.text();
  bill.rule_date = reader.text();
  bill.status = reader.text();
  bill.policy_status = reader.text();
  bill.total = reader.number();
  bill.policy_scope = reader.number();
  bill.fund_total = reader.number();
  bill.account = reader.number();
  bill.cash = reader.number();
  bill.text = reader.text();
  bill.steps = reader.text();
  return bill;
}

}  // namespace

BackupWriter::BackupWriter(const Sink& sink) : sink_(sink), text_(kHeading) {}

void BackupWriter::field(std::string_view text) {
  text_ += std::to_string(text.size());
  text_ += ':';
  text_ += text;
  text_ += '\n';
}

void BackupWriter::file(const FileContents& contents) {
  record(kFileRecord, std::int64_t{contents.file.pool}, contents.file.person, contents.state.seq, contents.state.facts,
         contents.state.past);
  for (std::size_t i = 0; i < contents.events.size(); ++i) {
    write_event(contents.events[i], contents.postings[i], *this);
  }
  for (const BillVersion& bill : contents.bills) write_bill(bill, *this);
  record(kFileEnd);
}

Result<void> BackupWriter::flush() {
  digest_.add(text_);
  auto taken = sink_(text_);
  text_.clear();
  return taken;
}

Result<void> BackupWriter::flush_if_long() {
  constexpr std::size_t enough = 1U << 18U;
  return text_.size() < enough ? Result<void>{} : flush();
}

Result<void> BackupWriter::finish() {
  if (auto flushed = flush(); !flushed) return flushed;
  record(kEnd, std::string_view(digest_.hex()));
  return sink_(text_);
}

BackupReader::BackupReader(std::istream& in) : in_(in) {
  const std::string heading = bytes(kHeading.size());
  if (heading != kHeading) throw Damage{};
  digest_.add(heading);
}

std::string BackupReader::field() {
  std::string length;
  constexpr std::size_t longest_length = 12;
  for (char c = get(); c != ':'; c = get()) {
    length += c;
    if (length.size() > longest_length) throw Damage{};
  }
  std::string text = bytes(length_of(length));
  if (get() != '\n') throw Damage{};
  written_ = length + ":" + text + "\n";
  return text;
}

std::string BackupReader::text() {
  std::string text = field();
  digest_.add(written_);
  return text;
}

std::int64_t BackupReader::number() {
  const std::string digits = text();
  std::int64_t value = 0;
  const char* end = digits.data() + digits.size();
  if (digits.empty() || std::from_chars(digits.data(), end, value).ptr != end) throw Damage{};
  return value;
}

std::optional<std::string> BackupReader::next_record() {
  std::string kind = field();
  if (kind != kEnd) {
    digest_.add(written_);
    return kind;
  }
  if (field() != digest_.hex() || in_.peek() != std::istream::traits_type::eof()) throw Damage{};
  return std::nullopt;
}

FileContents BackupReader::file() {
  FileContents contents;
  contents.file.pool = static_cast<std::int32_t>(number());
  contents.file.person = text();
  contents.state.seq = number();
  contents.state.facts = text();
  contents.state.past = text();
  for (std::string kind = text(); kind != kFileEnd; kind = text()) {
    if (kind == kEvent) {
      contents.events.push_back(read_event(*this));
      contents.postings.emplace_back();
    } else if (kind == kEntry && !contents.postings.empty()) {
      contents.postings.back().push_back(read_entry(*this));
    } else if (kind == kBill) {
      contents.bills.push_back(read_bill(*this));
    } else {
      throw Damage{};
    }
  }
  return contents;
}

char BackupReader::get() {
  const auto c = in_.get();
  if (c == std::istream::traits_type::eof()) throw Damage{};
  return static_cast<char>(c);
}

// In parts, so that a length that is a lie does not ask for more memory than there are bytes.
std::string BackupReader::bytes(std::size_t size) {
  constexpr std::size_t at_once = 1U << 20U;
  std::string text;
  while (text.size() < size) {
    const std::size_t from = text.size();
    text.resize(std::min(size, from + at_once));
    read(text.data() + from, text.size() - from);
  }
  return text;
}

void BackupReader::read(char* into, std::size_t size) {
  if (!in_.read(into, static_cast<std::streamsize>(size))) throw Damage{};
}

}  // namespace yidan::store
