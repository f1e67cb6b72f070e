#include "store/memory/memory_store.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <tuple>
#include <utility>

#include "store/fault.h"
#include "store/page_mark.h"
#include "store/rising_clock.h"
#include "store/sums.h"

namespace yidan::store {
namespace {

constexpr std::string_view kName = "memory:";

using RowName = std::pair<std::string, std::string>;  // table, id

struct Stream {
  Subject subject;
  StandIn stand_in;
  State state;
  std::vector<Recorded> events;
  std::map<RowName, Row> rows;
};

std::vector<Row> rows_of(const Stream& stream) {
  std::vector<Row> rows;
  rows.reserve(stream.rows.size());
  for (const auto& [name, row] : stream.rows) rows.push_back(row);
  return rows;
}

// Where an event is.
struct Place {
  StandIn subject;
  std::size_t at = 0;
};

bool fits(const RowQuery& query, const Subject& subject, const Row& row) {
  const auto is = [](const std::string& asked, const std::string& there) { return asked.empty() || asked == there; };
  const bool in_time = row.day >= query.from && (query.to.empty() || row.day <= query.to);
  const bool due = query.due_to.empty() || (!row.due.empty() && row.due <= query.due_to);
  return row.table == query.table && (query.pool == 0 || query.pool == subject.pool) && in_time && due &&
         is(query.provider, row.provider) && is(query.care, row.care) && is(query.state, row.state);
}

// What is added up, from the first event on: nothing is kept.
class MemorySums final : public SumSource {
 public:
  explicit MemorySums(std::vector<Summand> all) : all_(std::move(all)) {}
  Result<std::int64_t> summed() override { return 0; }
  Result<void> closed(std::int32_t, std::int64_t, bool, DaySums&) override { return {}; }
  Result<DaySums::Range> range(std::int64_t) override { return DaySums::Range{}; }
  Result<void> each(std::int64_t, std::int64_t, const Visitor<Summand>& visit) override {
    for (const Summand& summand : all_) {
      if (auto visited = visit(summand); !visited) return visited;
    }
    return {};
  }

 private:
  std::vector<Summand> all_;
};

class MemoryDatabase final : public Database {
 public:
  explicit MemoryDatabase(Clock clock) : clock_(std::move(clock)) {}

  std::string name() const override { return std::string(kName); }
  bool writes() const override { return true; }
  Result<std::optional<Subject>> subject(const StandIn& stand_in) override {
    const std::scoped_lock lock(mutex_);
    const Stream* stream = find_stream(stand_in);
    return stream == nullptr ? std::nullopt : std::optional(stream->subject);
  }
  Result<State> load(const StandIn& subject) override {
    const std::scoped_lock lock(mutex_);
    const Stream* stream = find_stream(subject);
    return stream == nullptr ? State{} : stream->state;
  }
  Result<std::optional<Found>> find(const StandIn& key) override {
    const std::scoped_lock lock(mutex_);
    const auto at = keys_.find(key);
    if (at == keys_.end()) return std::nullopt;
    const Stream& stream = streams_.at(at->second.subject);
    return Found{stream.subject, stream.events[at->second.at]};
  }
  Result<std::vector<Event>> events(const StandIn& subject) override {
    const std::scoped_lock lock(mutex_);
    std::vector<Event> events;
    if (const Stream* stream = find_stream(subject)) {
      for (const Recorded& recorded : stream->events) events.push_back(recorded.event);
    }
    return events;
  }
  Result<std::vector<Recorded>> history(const StandIn& subject) override {
    const std::scoped_lock lock(mutex_);
    const Stream* stream = find_stream(subject);
    return stream == nullptr ? std::vector<Recorded>{} : stream->events;
  }
  Result<std::vector<Row>> rows(const StandIn& subject) override {
    const std::scoped_lock lock(mutex_);
    const Stream* stream = find_stream(subject);
    return stream == nullptr ? std::vector<Row>{} : rows_of(*stream);
  }

  Result<RowPage> rows(const RowQuery& query) override {
    const auto mark = parse_page_mark(query.after);
    if (!mark) return std::unexpected(mark.error());
    const std::scoped_lock lock(mutex_);
    std::map<std::tuple<std::string, std::string, std::string>, FoundRow> sorted;
    for (const auto& [stand_in, stream] : streams_) {
      for (const auto& [name, row] : stream.rows) {
        if (!fits(query, stream.subject, row)) continue;
        sorted[{query.due_to.empty() ? row.day : row.due, to_text(stand_in), row.id}] = {stream.subject, row};
      }
    }
    RowPage page;
    auto at = query.after.empty() ? sorted.begin() : sorted.upper_bound({mark->day, mark->subject, mark->id});
    for (; at != sorted.end() && page.rows.size() < query.limit; ++at) {
      const auto& [day, subject, id] = at->first;
      page.rows.push_back(at->second);
      if (page.rows.size() == query.limit) page.next = to_text(PageMark{day, subject, id});
    }
    return page;
  }

  void write(StoredChange& change) override {
    StoredChange* one = &change;
    write_group({&one, 1});
  }
  void write_group(Group group) override {
    const std::scoped_lock lock(mutex_);
    for (StoredChange* change : group) {
      change->outcome = outcome_of(*change);
      if (change->outcome == Written::done) append(*change);
    }
  }
  bool joins(Group group, const StoredChange& next) const override { return is_small_enough(group, next); }

  Result<std::int64_t> put_policy(std::string_view digest, std::string_view archive) override {
    const std::scoped_lock lock(mutex_);
    auto at = std::ranges::find(policies_, digest, &Store::PolicyArchive::digest);
    if (at == policies_.end()) {
      policies_.push_back({std::string(digest), std::string(archive)});
      at = policies_.end() - 1;
    }
    return at - policies_.begin() + 1;
  }
  Result<Store::PolicyArchive> policy(std::int64_t number) override {
    const std::scoped_lock lock(mutex_);
    if (number < 1 || number > static_cast<std::int64_t>(policies_.size()))
      return std::unexpected(no_policy(kName, number));
    return policies_[static_cast<std::size_t>(number - 1)];
  }
  Result<std::optional<std::string>> setting(std::string_view name) override {
    const std::scoped_lock lock(mutex_);
    const auto at = settings_.find(name);
    return at == settings_.end() ? std::nullopt : std::optional(at->second);
  }
  Result<void> set(std::string_view name, std::string_view value) override {
    const std::scoped_lock lock(mutex_);
    settings_[std::string(name)] = value;
    return {};
  }
  Result<std::string> set_once(std::string_view name, std::string_view candidate) override {
    const std::scoped_lock lock(mutex_);
    return settings_.emplace(name, candidate).first->second;
  }
  Result<std::string> replace(std::string_view name, std::string_view before, std::string_view value) override {
    const std::scoped_lock lock(mutex_);
    std::string& kept = settings_[std::string(name)];
    if (kept == before) kept = value;
    return kept;
  }

  Result<std::vector<Committed>> events_after(std::int64_t position, std::size_t limit) override {
    const std::scoped_lock lock(mutex_);
    std::vector<Committed> page;
    for (auto at = static_cast<std::size_t>(std::max<std::int64_t>(position, 0)); at < log_.size(); ++at) {
      if (page.size() == limit) break;
      page.push_back(committed(streams_, log_, at));
    }
    return page;
  }

  Result<void> each_subject(const Visitor<SubjectContents>& visit) override {
    std::map<Subject, Stream> sorted;
    for (auto& [stand_in, stream] : snapshot().streams) sorted[stream.subject] = stream;
    for (const auto& [subject, stream] : sorted) {
      if (auto went_on = visit({subject, stream.state, stream.events, rows_of(stream)}); !went_on) return went_on;
    }
    return {};
  }

  Result<void> each_posting(const Visitor<Found>& visit) override {
    std::vector<Found> journal;
    for (const auto& [stand_in, stream] : snapshot().streams) {
      for (const Recorded& recorded : stream.events) {
        if (!recorded.entries.empty()) journal.push_back({stream.subject, recorded});
      }
    }
    std::ranges::sort(journal, {}, [](const Found& each) {
      return std::tie(each.recorded.event.recorded, each.subject, each.recorded.event.seq);
    });
    for (const Found& posting : journal) {
      if (auto went_on = visit(posting); !went_on) return went_on;
    }
    return {};
  }

  Result<void> each_backed_up(const Visitor<BackedUp>& visit) override {
    const Snapshot then = snapshot();
    for (std::size_t at = 0; at < then.log.size(); ++at) {
      BackedUp one{.committed = committed(then.streams, then.log, at)};
      const Stream& stream = then.streams.at(then.log[at].subject);
      if (one.committed.recorded.event.seq == stream.state.seq)
        one.left = BackedUp::Left{stream.state, rows_of(stream)};
      if (auto went_on = visit(one); !went_on) return went_on;
    }
    return {};
  }

  Result<Counts> counts() override {
    const std::scoped_lock lock(mutex_);
    Counts counts{.subjects = static_cast<std::int64_t>(streams_.size())};
    for (const auto& [stand_in, stream] : streams_) {
      for (const Recorded& recorded : stream.events) {
        ++counts.events;
        counts.documents += static_cast<std::int64_t>(recorded.documents.size());
        counts.entries += static_cast<std::int64_t>(recorded.entries.size());
      }
    }
    return counts;
  }

  Result<std::vector<Balance>> balances(const BalanceQuery& query) override {
    MemorySums sums(summands());
    return balances_from(sums, query, kName);
  }
  Result<std::vector<DayBalance>> day_balances() override {
    MemorySums sums(summands());
    return day_balances_from(sums, kName);
  }
  Result<void> sum_up() override { return {}; }
  Result<void> check() override { return {}; }

  bool outlives_the_program() const override { return false; }
  Result<void> refuse_plain_numbers() override { return {}; }
  Result<std::vector<KeptNumber>> plain_numbers(std::size_t) override { return std::vector<KeptNumber>{}; }
  Result<std::int64_t> count_plain_numbers() override { return 0; }
  Result<void> put_numbers(std::span<const KeptNumber>) override { return {}; }
  Result<void> forget_earlier_content() override { return {}; }

 private:
  using Streams = std::map<StandIn, Stream>;

  const Stream* find_stream(const StandIn& stand_in) const {
    const auto at = streams_.find(stand_in);
    return at == streams_.end() ? nullptr : &at->second;
  }

  struct Snapshot {
    Streams streams;
    std::vector<Place> log;
  };
  Snapshot snapshot() const {
    const std::scoped_lock lock(mutex_);
    return {streams_, log_};
  }

  static Committed committed(const Streams& streams, const std::vector<Place>& log, std::size_t at) {
    const Place& place = log[at];
    const Stream& stream = streams.at(place.subject);
    return {static_cast<std::int64_t>(at) + 1, stream.subject, stream.events[place.at]};
  }

  std::vector<Summand> summands() const {
    const std::scoped_lock lock(mutex_);
    std::vector<Summand> all;
    for (std::size_t at = 0; at < log_.size(); ++at) {
      const Stream& stream = streams_.at(log_[at].subject);
      const Recorded& recorded = stream.events[log_[at].at];
      all.push_back(
          {static_cast<std::int64_t>(at) + 1, stream.subject.pool, recorded.event.recorded, recorded.entries});
    }
    std::erase_if(all, [](const Summand& each) { return each.entries.empty(); });
    return all;
  }

  Written outcome_of(const StoredChange& change) const {
    if (keys_.contains(change.parts.front().key)) return Written::key_taken;
    const auto is_stale = [this](const StoredPart& part) {
      const Stream* stream = find_stream(part.stand_in);
      return part.expected != (stream == nullptr ? 0 : stream->state.seq);
    };
    const auto has_ref = [this](const StoredPart& part) {
      const Stream* stream = find_stream(part.stand_in);
      return stream != nullptr && std::ranges::any_of(stream->events, [&part](const Recorded& recorded) {
               return recorded.event.ref == part.event.ref;
             });
    };
    if (std::ranges::any_of(change.parts, is_stale)) return Written::stale;
    return std::ranges::any_of(change.parts, has_ref) ? Written::ref_taken : Written::done;
  }

  void append(const StoredChange& change) {
    for (const StoredPart& part : change.parts) {
      Stream& stream = streams_[part.stand_in];
      const Instant last = stream.events.empty() ? 0 : stream.events.back().event.recorded;
      stream.subject = part.subject;
      stream.stand_in = part.stand_in;
      stream.state.seq = part.event.seq;
      stream.state.past = part.past;
      if (part.facts) stream.state.facts = *part.facts;
      keys_.emplace(part.key, Place{part.stand_in, stream.events.size()});  // the first part's stays
      log_.push_back({part.stand_in, stream.events.size()});
      stream.events.push_back({part.event, *unpacked_documents(part.packed.documents, part.packed.texts),
                               *unpacked_entries(part.packed.entries)});
      Event& event = stream.events.back().event;
      if (event.recorded == 0) event.recorded = clock_.next(last);
      for (const Row& row : part.rows) stream.rows[{row.table, row.id}] = row;
    }
  }

  mutable std::mutex mutex_;
  RisingClock clock_;
  Streams streams_;
  std::map<StandIn, Place> keys_;
  std::vector<Place> log_;  // in the order of commits; a position counts from 1
  std::vector<Store::PolicyArchive> policies_;
  std::map<std::string, std::string, std::less<>> settings_;
};

}  // namespace

Result<std::unique_ptr<Database>> open_memory(Access access, Clock clock) {
  if (access != Access::create) return std::unexpected(no_books(kName));
  return std::make_unique<MemoryDatabase>(std::move(clock));
}

}  // namespace yidan::store
