#include "store/sqlite/writer.h"

#include <algorithm>
#include <utility>

#include "store/sqlite/summing.h"

namespace yidan::store::sqlite {

Result<std::unique_ptr<Writer>> Writer::open(Connection connection, Clock clock) {
  std::unique_ptr<Writer> writer(new Writer(std::move(connection), std::move(clock)));
  if (auto prepared = writer->prepare(); !prepared) return std::unexpected(prepared.error());
  return writer;
}

Result<void> Writer::prepare() {
  const std::pair<Statement*, std::string_view> statements[] = {
      {&begin_, "begin immediate"},
      {&commit_, "commit"},
      {&save_, "savepoint change"},
      {&go_back_, "rollback to change"},
      {&has_key_, "select 1 from event where key_digest = ? and part = 0"},
      {&find_subject_,
       "select state.subject, state.seq, state.recorded from subject cross join state on state.subject = subject.id"
       " where subject.stand_in = ?"},
      {&add_subject_, "insert into subject (stand_in, pool, kind, number) values (?, ?, ?, ?)"},
      {&add_state_, "insert into state (subject, seq, recorded, past) values (?, ?, ?, ?)"},
      {&set_state_, "update state set seq = ?2, recorded = ?3, past = ?4 where subject = ?1"},
      {&set_facts_,
       "insert into facts (subject, facts) values (?, ?) on conflict (subject) do update set facts = excluded.facts"},
      {&add_event_,
       "insert into event (subject, seq, part, recorded, policy, kind, ref, actor, engine, key_digest, key, content,"
       " answer, entries, documents, texts) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
       " on conflict do nothing"},
      {&put_row_,
       "insert into item (subject, kind, id, pool, provider, day, care, state, due, data)"
       " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (subject, kind, id) do update set"
       " provider = excluded.provider, day = excluded.day, care = excluded.care, state = excluded.state,"
       " due = excluded.due, data = excluded.data"},
      {&find_policy_, "select number from policy where digest = ?"},
      {&add_policy_, "insert into policy (digest, archive) values (?, ?) on conflict (digest) do nothing"},
      {&set_setting_,
       "insert into setting (name, value) values (?, ?) on conflict (name) do update set value = excluded.value"},
      {&set_once_, "insert into setting (name, value) values (?, ?) on conflict (name) do nothing"},
      {&replace_setting_, "update setting set value = ?3 where name = ?1 and value = ?2"},
      {&find_setting_, "select value from setting where name = ?"},
  };
  for (const auto& [statement, sql] : statements) {
    auto prepared = connection_.prepare(sql);
    if (!prepared) return std::unexpected(prepared.error());
    *statement = std::move(*prepared);
  }
  return {};
}

void Writer::write(Group group) {
  const auto written = write_all(group);
  if (written) {
    for (std::size_t i = 0; i < group.size(); ++i) group[i]->outcome = (*written)[i];
    return;
  }
  connection_.roll_back();
  // One of them was refused for what it is: the others must not suffer for it.
  if (written.error().code == ErrorCode::invalid_value && group.size() > 1) {
    for (StoredChange* const& change : group) write({&change, 1});
    return;
  }
  for (StoredChange* change : group) change->outcome = std::unexpected(written.error());
}

Result<std::vector<Written>> Writer::write_all(Group group) {
  if (auto begun = run(begin_); !begun) return std::unexpected(begun.error());
  std::vector<Written> written;
  written.reserve(group.size());
  for (StoredChange* change : group) {
    const auto one = write_one(*change);
    if (!one) return std::unexpected(one.error());
    written.push_back(*one);
  }
  if (auto committed = run(commit_); !committed) return std::unexpected(committed.error());
  return written;
}

Result<Written> Writer::write_one(StoredChange& change) {
  std::vector<Standing> standings;
  for (const StoredPart& part : change.parts) {
    auto standing = find_subject(part.stand_in);
    if (!standing) return std::unexpected(standing.error());
    if (standing->seq != part.expected) return unless_key_taken(part.key, Written::stale);
    standings.push_back(*standing);
  }
  const bool any_new = std::ranges::any_of(change.parts, [](const StoredPart& part) { return part.expected == 0; });
  if (any_new) {
    if (auto seen = unless_key_taken(change.parts.front().key, Written::done); seen != Written::done) return seen;
  }
  // A change of one part is refused before anything of it is written; one of several may have to be undone.
  if (change.parts.size() == 1) return write_parts(change, standings);
  if (auto saved = run(save_); !saved) return std::unexpected(saved.error());
  const auto written = write_parts(change, standings);
  if (!written || *written == Written::done) return written;
  if (auto undone = run(go_back_); !undone) return std::unexpected(undone.error());
  return written;
}

Result<Written> Writer::write_parts(StoredChange& change, std::vector<Standing>& standings) {
  for (std::size_t i = 0; i < change.parts.size(); ++i) {
    const StoredPart& part = change.parts[i];
    Standing& standing = standings[i];
    standing.recorded = part.event.recorded != 0 ? part.event.recorded : clock_.next(standing.recorded);
    if (part.expected == 0) {
      if (auto added = add_subject(part, standing); !added) return std::unexpected(added.error());
    }
    const auto appended = append_event(part, standing, i);
    if (!appended) return std::unexpected(appended.error());
    if (!*appended && i > 0) return Written::ref_taken;  // the key stands with the first part
    if (!*appended) return unless_key_taken(part.key, Written::ref_taken);
    if (auto set = set_state(part, standing); !set) return std::unexpected(set.error());
    if (auto put = put_rows(part, standing); !put) return std::unexpected(put.error());
  }
  return Written::done;
}

Result<Written> Writer::unless_key_taken(const StandIn& key, Written otherwise) {
  Rows rows(has_key_, Blob{key.raw()});
  const auto there = rows.next();
  if (!there) return std::unexpected(there.error());
  return *there ? Written::key_taken : otherwise;
}

Result<Writer::Standing> Writer::find_subject(const StandIn& stand_in) {
  const std::string letters = to_text(stand_in);
  Rows rows(find_subject_, letters);
  const auto row = rows.next();
  if (!row) return std::unexpected(row.error());
  if (!*row) return Standing{};
  return Standing{.id = rows.integer(0), .seq = rows.integer(1), .recorded = rows.integer(2)};
}

// Gives the subject its id.
Result<void> Writer::add_subject(const StoredPart& part, Standing& standing) {
  const Subject& subject = part.subject;
  auto added = run(add_subject_, to_text(part.stand_in), subject.pool, subject.kind, subject.id);
  if (!added) return added;
  standing.id = connection_.last_id();
  return run(add_state_, standing.id, part.event.seq, standing.recorded, part.past);
}

// False, and nothing is written, when its key or its ref is there already.
Result<bool> Writer::append_event(const StoredPart& part, const Standing& standing, std::size_t place) {
  const Event& event = part.event;
  auto added = run(add_event_, standing.id, event.seq, static_cast<std::int64_t>(place), standing.recorded,
                   event.policy, event.kind, event.ref, event.actor, event.engine, Blob{part.key.raw()}, event.key,
                   event.content, event.answer, part.packed.entries, part.packed.documents, part.packed.texts);
  if (!added) return std::unexpected(added.error());
  return connection_.changed() != 0;
}

Result<void> Writer::set_state(const StoredPart& part, const Standing& standing) {
  if (part.facts) {
    if (auto set = run(set_facts_, standing.id, *part.facts); !set) return set;
  }
  if (part.expected == 0) return {};
  return run(set_state_, standing.id, part.event.seq, standing.recorded, part.past);
}

Result<void> Writer::put_rows(const StoredPart& part, const Standing& standing) {
  for (const Row& row : part.rows) {
    auto put = run(put_row_, standing.id, row.table, row.id, part.subject.pool, row.provider, row.day, row.care,
                   row.state, row.due, row.data);
    if (!put) return put;
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

Result<std::string> Writer::set_once(std::string_view name, std::string_view candidate) {
  if (auto set = run(set_once_, name, candidate); !set) return std::unexpected(set.error());
  return setting_now(name);
}

Result<std::string> Writer::replace(std::string_view name, std::string_view before, std::string_view value) {
  if (auto set = run(replace_setting_, name, before, value); !set) return std::unexpected(set.error());
  return setting_now(name);
}

Result<std::string> Writer::setting_now(std::string_view name) {
  Rows rows(find_setting_, name);
  const auto row = rows.next();
  if (!row) return std::unexpected(row.error());
  return rows.text(0);
}

Result<bool> Writer::sum_up_some() {
  if (auto begun = run(begin_); !begun) return std::unexpected(begun.error());
  const auto more = sum_up(connection_);
  if (more) {
    if (auto committed = run(commit_); !committed) {
      connection_.roll_back();
      return std::unexpected(committed.error());
    }
    return more;
  }
  connection_.roll_back();
  return more;
}

}  // namespace yidan::store::sqlite
