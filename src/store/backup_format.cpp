#include "store/backup_format.h"

#include <algorithm>
#include <charconv>
#include <istream>
#include <span>

namespace yidan::store {
namespace {

constexpr std::string_view kHeading = "yidan.backup/2\n";
constexpr std::string_view kFirstHeading = "yidan.backup/1\n";
constexpr std::string_view kEnd = "end";

void write_row(const Row& row, BackupWriter& writer) {
  for (const std::string* text :
       {&row.table, &row.id, &row.provider, &row.day, &row.care, &row.state, &row.due, &row.data})
    writer.field(std::string_view(*text));
}

Row read_row(BackupReader& reader) {
  Row row;
  for (std::string* text : {&row.table, &row.id, &row.provider, &row.day, &row.care, &row.state, &row.due, &row.data})
    *text = reader.text();
  return row;
}

void write_entry(const Entry& entry, BackupWriter& writer) {
  for (const std::string* text : {&entry.fund, &entry.account, &entry.party, &entry.route})
    writer.field(std::string_view(*text));
  writer.field(entry.amount);
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

Event read_event(BackupReader& reader, bool with_actor) {
  Event event;
  event.seq = reader.number();
  event.kind = reader.text();
  event.key = reader.text();
  event.ref = reader.text();
  if (with_actor) event.actor = reader.text();
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

Subject read_subject(BackupReader& reader) {
  Subject subject{.pool = static_cast<std::int32_t>(reader.number())};
  subject.kind = reader.text();
  subject.id = reader.text();
  return subject;
}

first_form::Bill read_bill(BackupReader& reader) {
  first_form::Bill bill;
  bill.entry = reader.number();
  bill.version = reader.number();
  for (std::string* text : {&bill.encounter, &bill.rule_date, &bill.status, &bill.policy_status}) *text = reader.text();
  for (std::int64_t* amount : {&bill.total, &bill.policy_scope, &bill.fund_total, &bill.account, &bill.cash})
    *amount = reader.number();
  bill.text = reader.text();
  bill.steps = reader.text();
  return bill;
}

// So many things, each read by `read`; one at a time, so that a number that is a lie asks for no memory.
template <class Read>
auto list_of(BackupReader& reader, const Read& read) {
  std::vector<decltype(read(reader))> things;
  for (std::int64_t left = reader.number(); left > 0; --left) things.push_back(read(reader));
  return things;
}

template <class T>
std::int64_t number_of(const std::vector<T>& things) {
  return static_cast<std::int64_t>(things.size());
}

}  // namespace

BackupWriter::BackupWriter(const Sink& sink) : sink_(sink), text_(kHeading) {}

void BackupWriter::field(std::string_view text) {
  text_ += std::to_string(text.size());
  text_ += ':';
  text_ += text;
  text_ += '\n';
}

void BackupWriter::event(const BackedUp& one) {
  const auto& [position, subject, recorded] = one.committed;
  const Event& event = recorded.event;
  record(kEventRecord, std::int64_t{subject.pool}, subject.kind, subject.id, event.seq, event.kind, event.key,
         event.ref, event.actor, event.content, event.answer, event.policy, event.engine, event.recorded);
  field(number_of(recorded.documents));
  for (const Document& document : recorded.documents) {
    field(std::string_view(document.name));
    field(std::string_view(document.text));
  }
  field(number_of(recorded.entries));
  for (const Entry& entry : recorded.entries) write_entry(entry, *this);
  field(std::int64_t{one.left ? 1 : 0});
  if (!one.left) return;
  field(std::string_view(one.left->state.facts));
  field(std::string_view(one.left->state.past));
  field(number_of(one.left->rows));
  for (const Row& row : one.left->rows) write_row(row, *this);
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
  if (heading != kHeading && heading != kFirstHeading) throw Damage{};
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

BackedUp BackupReader::event() {
  BackedUp one;
  one.committed.subject = read_subject(*this);
  Recorded& recorded = one.committed.recorded;
  recorded.event = read_event(*this, true);
  recorded.documents = list_of(*this, [](BackupReader& reader) {
    Document document{.name = reader.text()};
    document.text = reader.text();
    return document;
  });
  recorded.entries = list_of(*this, read_entry);
  if (number() == 0) return one;
  BackedUp::Left& left = one.left.emplace();
  left.state.seq = recorded.event.seq;
  left.state.facts = text();
  left.state.past = text();
  left.rows = list_of(*this, read_row);
  return one;
}

first_form::File BackupReader::file() {
  first_form::File file;
  file.subject.pool = static_cast<std::int32_t>(number());
  file.subject.id = text();
  file.state.seq = number();
  file.state.facts = text();
  file.state.past = text();
  for (std::string kind = text(); kind != "file-end"; kind = text()) {
    if (kind == "event") {
      file.events.push_back(read_event(*this, false));
      file.postings.emplace_back();
    } else if (kind == "entry" && !file.postings.empty()) {
      file.postings.back().push_back(read_entry(*this));
    } else if (kind == "bill") {
      file.bills.push_back(read_bill(*this));
    } else {
      throw Damage{};
    }
  }
  return file;
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
