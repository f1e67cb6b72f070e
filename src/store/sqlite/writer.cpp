#include "store/sqlite/writer.h"

#include <algorithm>
#include <array>
#include <utility>

namespace yidan::store::sqlite {
namespace {

constexpr int kLineBits = 20;  // the id of a bill or an entry: that of its event, and its line there

std::int64_t id_of(std::int64_t event, std::size_t line) {
  return (event << kLineBits) + static_cast<std::int64_t>(line);
}

}  // namespace

Result<std::unique_ptr<Writer>> Writer::open(Connection connection, Clock clock) {
  std::unique_ptr<Writer> writer(new Writer(std::move(connection), std::move(clock)));
  if (auto prepared = writer->prepare(); !prepared) return std::unexpected(prepared.error());
  return writer;
}

Result<void> Writer::prepare() {
  const std::pair<Statement*, std::string_view> statements[] = {
      {&begin_, "begin immediate"},
      {&commit_, "commit"},
      {&has_key_, "select 1 from event where key = ?"},
      {&find_file_, "select id, seq, recorded from file where pool = ? and person = ?"},
      {&add_file_, "insert into file (pool, person, seq, recorded, past) values (?, ?, ?, ?, ?)"},
      {&set_file_, "update file set seq = ?2, recorded = ?3, past = ?4 where id = ?1"},
      {&set_facts_,
       "insert into facts (file, facts) values (?, ?) on conflict (file) do update set facts = excluded.facts"},
      {&add_event_,
       "insert into event (file, seq, recorded, policy, kind, key, ref, engine, content, answer)"
       " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing"},
      {&add_bill_,
       "insert into bill (id, entry, encounter, rule_date, status, policy_status, total, policy_scope, fund_total,"
       " account, cash, text, steps) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"},
      {&add_entry_, "insert into entry (id, fund, account, party, route, amount) values (?, ?, ?, ?, ?, ?)"},
      {&find_policy_, "select number from policy where digest = ?"},
      {&add_policy_, "insert into policy (digest, archive) values (?, ?) on conflict (digest) do nothing"},
      {&set_setting_,
       "insert into setting (name, value) values (?, ?) on conflict (name) do update set value = excluded.value"},
  };
  for (const auto& [statement, sql] : statements) {
    auto prepared = connection_.prepare(sql);
    if (!prepared) return std::unexpected(prepared.error());
    *statement = std::move(*prepared);
  }
  return {};
}

void Writer::write(std::span<WrittenChange* const> group) {
  const auto written = write_all(group);
  if (written) {
    for (std::size_t i = 0; i < group.size(); ++i) group[i]->outcome = (*written)[i];
    return;
  }
  connection_.roll_back();
  // One of them was refused for what it is: the others must not suffer for it.
  if (written.error().code == ErrorCode::invalid_value && group.size() > 1) {
    for (WrittenChange* const& change : group) write({&change, 1});
    return;
  }
  for (WrittenChange* change : group) change->outcome = std::unexpected(written.error());
}

Result<std::vector<Written>> Writer::write_all(std::span<WrittenChange* const> group) {
  if (auto begun = run(begin_); !begun) return std::unexpected(begun.error());
  std::vector<Written> written;
  for (const WrittenChange* change : group) {
    const auto one = write_one(change->change);
    if (!one) return std::unexpected(one.error());
    written.push_back(*one);
  }
  if (auto committed = run(commit_); !committed) return std::unexpected(committed.error());
  return written;
}

Result<Written> Writer::write_one(const Change& change) {
  auto file = find_file(change.file);
  if (!file) return std::unexpected(file.error());
  if (file->seq != change.expected) return unless_key_taken(change, Written::stale);
  const bool is_new = change.expected == 0;
  if (is_new) {
    if (auto seen = unless_key_taken(change, Written::done); seen != Written::done) return seen;
  }
  file->recorded = change.event.recorded != 0 ? change.event.recorded : clock_.next(file->recorded);
  if (is_new) {
    if (auto added = add_file(change, *file); !added) return std::unexpected(added.error());
  }
  const auto event = append_event(change, *file);
  if (!event) return std::unexpected(event.error());
  if (!*event) return unless_key_taken(change, Written::ref_taken);
  if (auto set = set_state(change, *file); !set) return std::unexpected(set.error());
  if (auto added = append_bills(change, **event); !added) return std::unexpected(added.error());
  if (auto added = append_entries(change, **event); !added) return std::unexpected(added.error());
  return Written::done;
}

Result<Written> Writer::unless_key_taken(const Change& change, Written otherwise) {
  Rows rows(has_key_, change.event.key);
  const auto there = rows.next();
  if (!there) return std::unexpected(there.error());
  return *there ? Written::key_taken : otherwise;
}

Result<Writer::FileRow> Writer::find_file(const FileKey& file) {
  Rows rows(find_file_, file.pool, file.person);
  const auto row = rows.next();
  if (!row) return std::unexpected(row.error());
  if (!*row) return FileRow{};
  return FileRow{.id = rows.integer(0), .seq = rows.integer(1), .recorded = rows.integer(2)};
}

// Gives the file its id.
Result<void> Writer::add_file(const Change& change, FileRow& file) {
  auto added = run(add_file_, change.file.pool, change.file.person, change.event.seq, file.recorded, change.past);
  if (added) file.id = connection_.last_id();
  return added;
}

// The id of the event; absent, and nothing written, when its key or its ref is there already.
Result<std::optional<std::int64_t>> Writer::append_event(const Change& change, const FileRow& file) {
  const Event& event = change.event;
  auto added = run(add_event_, file.id, event.seq, file.recorded, event.policy, event.kind, event.key, event.ref,
                   event.engine, event.content, event.answer);
  if (!added) return std::unexpected(added.error());
  if (connection_.changed() == 0) return std::nullopt;
  return connection_.last_id();
}

Result<void> Writer::set_state(const Change& change, const FileRow& file) {
  if (change.facts) {
    if (auto set = run(set_facts_, file.id, *change.facts); !set) return set;
  }
  if (change.expected == 0) return {};
  return run(set_file_, file.id, change.event.seq, file.recorded, change.past);
}

Result<void> Writer::append_bills(const Change& change, std::int64_t event) {
  std::vector<const BillVersion*> bills;
  bills.reserve(change.bills.size());
  for (const BillVersion& bill : change.bills) bills.push_back(&bill);
  std::ranges::sort(bills, {}, &BillVersion::entry);
  for (std::size_t line = 0; line < bills.size(); ++line) {
    const BillVersion& bill = *bills[line];
    auto added =
        run(add_bill_, id_of(event, line), bill.entry, bill.encounter, bill.rule_date, bill.status, bill.policy_status,
            bill.total, bill.policy_scope, bill.fund_total, bill.account, bill.cash, bill.text, bill.steps);
    if (!added) return added;
  }
  return {};
}

Result<void> Writer::append_entries(const Change& change, std::int64_t event) {
  for (std::size_t line = 0; line < change.entries.size(); ++line) {
    const Entry& entry = change.entries[line];
    auto added = run(add_entry_, id_of(event, line), entry.fund, entry.account, entry.party, entry.route, entry.amount);
    if (!added) return added;
  }
  return {};
}

Result<std::int64_t> Writer::put_policy(std::string_view digest, std::string_view archive) {
  if (auto added = run(add_policy_, digest, Blob{archive}); !added) return std::unexpected(added.error());
  Rows rows(find_policy_, digest);
  const auto row = rows.next();
  if (!row) return std::unexpected(row.error());
  return rows.integer(0);
}

Result<void> Writer::set(std::string_view name, std::string_view value) { return run(set_setting_, name, value); }

}  // namespace yidan::store::sqlite
