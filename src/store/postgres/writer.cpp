#include "store/postgres/writer.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace yidan::store::postgres {
namespace {

constexpr int kMostTries = 50;

constexpr Query kBegin{"begin", "begin isolation level read committed"};
constexpr Query kCommit{"commit", "commit"};
// In the order of the files, so that no two transactions wait for each other.
constexpr Query kLock{"lock",
                      "select asked.n, file.seq, file.recorded"
                      " from unnest($1, $2) with ordinality as asked (pool, person, n)"
                      " join yidan.file on file.pool = asked.pool and file.person = asked.person"
                      " order by asked.n for no key update of file"};
constexpr Query kKeys{
    "keys",
    "select asked.n, event.pool, event.person, event.seq, event.recorded"
    " from unnest($1) with ordinality as asked (key, n)"
    " join yidan.key on key.key = asked.key"
    " join yidan.event on event.pool = key.pool and event.person = key.person and event.seq = key.seq"};
constexpr Query kRefs{"refs",
                      "select asked.n from unnest($1, $2, $3) with ordinality as asked (pool, person, ref, n)"
                      " join yidan.event on event.pool = asked.pool and event.person = asked.person"
                      " and event.ref = asked.ref"};
constexpr Query kAddFiles{"add_files",
                          "insert into yidan.file (pool, person, seq, recorded, past)"
                          " select * from unnest($1, $2, $3, $4, $5)"};
constexpr Query kSetFiles{"set_files",
                          "update yidan.file set seq = new.seq, recorded = new.recorded, past = new.past"
                          " from unnest($1, $2, $3, $4, $5) as new (pool, person, seq, recorded, past)"
                          " where file.pool = new.pool and file.person = new.person"};
constexpr Query kSetFacts{"set_facts",
                          "insert into yidan.facts (pool, person, facts) select * from unnest($1, $2, $3)"
                          " on conflict (pool, person) do update set facts = excluded.facts"};
constexpr Query kAddKeys{"add_keys",
                         "insert into yidan.key (key, pool, person, seq) select * from unnest($1, $2, $3, $4)"};
constexpr Query kAddEvents{"add_events",
                           "insert into yidan.event (pool, person, seq, recorded, policy, kind, key, ref, engine,"
                           " content, answer) select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"};
constexpr Query kAddBills{"add_bills",
                          "insert into yidan.bill (pool, person, version, entry, total, policy_scope, fund_total,"
                          " account, cash, encounter, rule_date, status, policy_status, text, steps) select * from"
                          " unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)"};
constexpr Query kAddEntries{"add_entries",
                            "insert into yidan.entry (pool, person, seq, line, amount, fund, account, party, route)"
                            " select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9)"};

using Group = std::span<WrittenChange* const>;

// A column of a group's changes.
template <class T, class Read>
std::vector<T> column(Group group, const Read& read) {
  std::vector<T> values;
  values.reserve(group.size());
  for (const WrittenChange* change : group) values.push_back(read(*change));
  return values;
}
std::vector<std::int32_t> pools(Group group) {
  return column<std::int32_t>(group, [](const WrittenChange& each) { return each.change.file.pool; });
}
std::vector<std::string_view> persons(Group group) {
  return column<std::string_view>(
      group, [](const WrittenChange& each) -> std::string_view { return each.change.file.person; });
}
std::vector<std::int64_t> seqs(Group group) {
  return column<std::int64_t>(group, [](const WrittenChange& each) { return each.change.event.seq; });
}
std::vector<std::int64_t> instants(Group group) {
  return column<std::int64_t>(group, [](const WrittenChange& each) { return each.recorded; });
}
std::vector<std::string_view> texts(Group group, std::string Event::* text) {
  return column<std::string_view>(
      group, [text](const WrittenChange& each) -> std::string_view { return each.change.event.*text; });
}

// Whether the event that is there under the change's key was written for this very change.
bool is_own(const WrittenChange& change, const Rows& found, int row) {
  const FileKey& file = change.change.file;
  return change.recorded != 0 && found.integer(row, 1) == file.pool && found.text(row, 2) == file.person &&
         found.integer(row, 3) == change.change.event.seq && found.integer(row, 4) == change.recorded;
}

std::size_t asked(const Rows& rows, int row) { return static_cast<std::size_t>(rows.integer(row, 0) - 1); }

}  // namespace

bool joins(Group group, const WrittenChange& next) {
  const auto clashes = [&next](const WrittenChange* member) {
    return member->change.file == next.change.file || member->change.event.key == next.change.event.key;
  };
  return store::joins(group, next) && std::ranges::none_of(group, clashes);
}

void Writer::write(Group group) {
  const auto written = write_persistently(group);
  if (written) return;
  // One of them was refused for what it is: the others must not suffer for it.
  if (written.error().code == ErrorCode::invalid_value && group.size() > 1) {
    for (WrittenChange* const& change : group) write({&change, 1});
    return;
  }
  for (WrittenChange* change : group) change->outcome = std::unexpected(written.error());
}

Result<void> Writer::write_persistently(Group group) {
  std::vector<WrittenChange*> sorted(group.begin(), group.end());
  std::ranges::sort(sorted, {}, [](const WrittenChange* each) { return each->change.file; });
  Result<void> written;
  // At first nobody searches for keys and refs: the database refuses what is there twice, and then it is looked for.
  for (int i = 0; i < kMostTries; ++i) {
    written = write_once(sorted, i > 0);
    if (written) return written;
    if (connection_.lost()) {
      if (auto connected = connection_.reconnect(); !connected) return connected;
      continue;
    }
    const bool again = connection_.in_the_way();
    connection_.roll_back();
    if (!again) return written;
    std::this_thread::sleep_for(std::chrono::milliseconds(i));
  }
  return written;
}

Result<void> Writer::write_once(Group group, bool searching) {
  const auto accepted = decide(group, searching);
  if (!accepted) return std::unexpected(accepted.error());
  if (!accepted->empty()) {
    send_files(*accepted);
    send_keys(*accepted);
    send_events(*accepted);
    send_bills(*accepted);
    send_entries(*accepted);
  }
  connection_.send(kCommit);
  if (auto committed = connection_.finish(); !committed) return std::unexpected(committed.error());
  for (WrittenChange* change : *accepted) change->outcome = Written::done;
  return {};
}

// The answers of those that cannot be written; the others, in the order of their files, with their instants.
Result<std::vector<WrittenChange*>> Writer::decide(Group group, bool searching) {
  connection_.send(kBegin);
  connection_.send(kLock, Parameters(pools(group), persons(group)));
  const auto seen = connection_.finish();
  if (!seen) return std::unexpected(seen.error());
  const Rows& files = seen->back();

  std::vector<Standing> standings(group.size());
  for (int row = 0; row < files.size(); ++row)
    standings[asked(files, row)] = {.seq = files.integer(row, 1), .recorded = files.integer(row, 2)};
  for (std::size_t i = 0; i < group.size(); ++i) {
    if (standings[i].seq != group[i]->change.expected) standings[i].answer = Written::stale;
  }
  const bool any_stale = std::ranges::any_of(standings, [](const Standing& each) { return each.answer.has_value(); });
  if (searching || any_stale) {
    if (auto searched = search(group, standings); !searched) return std::unexpected(searched.error());
  }

  std::vector<WrittenChange*> accepted;
  for (std::size_t i = 0; i < group.size(); ++i) {
    if (standings[i].answer) {
      group[i]->outcome = *standings[i].answer;
    } else {
      if (group[i]->recorded == 0) group[i]->recorded = group[i]->change.event.recorded;  // of what is restored
      if (group[i]->recorded == 0) group[i]->recorded = clock_.next(standings[i].recorded);
      accepted.push_back(group[i]);
    }
  }
  return accepted;
}

// Those whose ref or key is there already.
Result<void> Writer::search(Group group, std::vector<Standing>& standings) {
  connection_.send(kRefs, Parameters(pools(group), persons(group), texts(group, &Event::ref)));
  connection_.send(kKeys, Parameters(texts(group, &Event::key)));
  const auto seen = connection_.finish();
  if (!seen) return std::unexpected(seen.error());
  const Rows& refs = seen->front();
  const Rows& keys = seen->back();
  // A file that was not there cannot be locked: what is found in it has only just been written.
  for (int row = 0; row < refs.size(); ++row) {
    Standing& standing = standings[asked(refs, row)];
    if (standing.answer) continue;
    standing.answer = group[asked(refs, row)]->change.expected == 0 ? Written::stale : Written::ref_taken;
  }
  for (int row = 0; row < keys.size(); ++row) {
    const std::size_t at = asked(keys, row);
    standings[at].answer = is_own(*group[at], keys, row) ? Written::done : Written::key_taken;
  }
  return {};
}

void Writer::send_files(Group accepted) {
  std::vector<WrittenChange*> fresh;
  std::vector<WrittenChange*> known;
  std::vector<WrittenChange*> with_facts;
  for (WrittenChange* change : accepted) {
    (change->change.expected == 0 ? fresh : known).push_back(change);
    if (change->change.facts) with_facts.push_back(change);
  }
  const auto past = [](const WrittenChange& each) -> std::string_view { return each.change.past; };
  const auto facts = [](const WrittenChange& each) -> std::string_view { return *each.change.facts; };
  const auto parameters = [&past](Group files) {
    return Parameters(pools(files), persons(files), seqs(files), instants(files),
                      column<std::string_view>(files, past));
  };
  if (!fresh.empty()) connection_.send(kAddFiles, parameters(fresh));
  if (!known.empty()) connection_.send(kSetFiles, parameters(known));
  if (!with_facts.empty())
    connection_.send(kSetFacts,
                     Parameters(pools(with_facts), persons(with_facts), column<std::string_view>(with_facts, facts)));
}

// In the order of the keys, after all files: whoever waits for a key here waits for one that waits for nobody before
// it.
void Writer::send_keys(Group accepted) {
  std::vector<WrittenChange*> sorted(accepted.begin(), accepted.end());
  std::ranges::sort(sorted, {}, [](const WrittenChange* each) -> const std::string& { return each->change.event.key; });
  connection_.send(kAddKeys, Parameters(texts(sorted, &Event::key), pools(sorted), persons(sorted), seqs(sorted)));
}

void Writer::send_events(Group accepted) {
  const auto policy = [](const WrittenChange& each) { return each.change.event.policy; };
  connection_.send(kAddEvents, Parameters(pools(accepted), persons(accepted), seqs(accepted), instants(accepted),
                                          column<std::int64_t>(accepted, policy), texts(accepted, &Event::kind),
                                          texts(accepted, &Event::key), texts(accepted, &Event::ref),
                                          texts(accepted, &Event::engine), texts(accepted, &Event::content),
                                          texts(accepted, &Event::answer)));
}

void Writer::send_bills(Group accepted) {
  std::vector<std::int32_t> pool;
  std::vector<std::string_view> person;
  std::vector<const BillVersion*> bills;
  for (const WrittenChange* change : accepted) {
    for (const BillVersion& bill : change->change.bills) {
      pool.push_back(change->change.file.pool);
      person.emplace_back(change->change.file.person);
      bills.push_back(&bill);
    }
  }
  if (bills.empty()) return;
  const auto numbers = [&bills](std::int64_t BillVersion::* number) {
    std::vector<std::int64_t> values;
    values.reserve(bills.size());
    for (const BillVersion* bill : bills) values.push_back(bill->*number);
    return values;
  };
  const auto words = [&bills](std::string BillVersion::* word) {
    std::vector<std::string_view> values;
    values.reserve(bills.size());
    for (const BillVersion* bill : bills) values.emplace_back(bill->*word);
    return values;
  };
  using Bill = BillVersion;
  connection_.send(kAddBills, Parameters(pool, person, numbers(&Bill::version), numbers(&Bill::entry),
                                         numbers(&Bill::total), numbers(&Bill::policy_scope),
                                         numbers(&Bill::fund_total), numbers(&Bill::account), numbers(&Bill::cash),
                                         words(&Bill::encounter), words(&Bill::rule_date), words(&Bill::status),
                                         words(&Bill::policy_status), words(&Bill::text), words(&Bill::steps)));
}

void Writer::send_entries(Group accepted) {
  std::vector<std::int32_t> pool;
  std::vector<std::string_view> person;
  std::vector<std::int64_t> seq;
  std::vector<std::int32_t> line;
  std::vector<std::int64_t> amount;
  std::vector<std::string_view> fund;
  std::vector<std::string_view> account;
  std::vector<std::string_view> party;
  std::vector<std::string_view> route;
  for (const WrittenChange* change : accepted) {
    std::int32_t at = 0;
    for (const Entry& entry : change->change.entries) {
      pool.push_back(change->change.file.pool);
      person.emplace_back(change->change.file.person);
      seq.push_back(change->change.event.seq);
      line.push_back(at++);
      amount.push_back(entry.amount);
      fund.emplace_back(entry.fund);
      account.emplace_back(entry.account);
      party.emplace_back(entry.party);
      route.emplace_back(entry.route);
    }
  }
  if (!pool.empty())
    connection_.send(kAddEntries, Parameters(pool, person, seq, line, amount, fund, account, party, route));
}

}  // namespace yidan::store::postgres
