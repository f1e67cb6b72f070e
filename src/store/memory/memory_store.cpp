#include "store/memory/memory_store.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <tuple>
#include <unordered_map>

#include "store/fault.h"
#include "store/rising_clock.h"
#include "store/storable.h"

namespace yidan::store {
namespace {

constexpr std::string_view kName = "memory:";

JournalPosting posting_of(const FileContents& file, std::size_t at) {
  const Event& event = file.events[at];
  JournalPosting posting{.file = file.file,
                         .seq = event.seq,
                         .kind = event.kind,
                         .key = event.key,
                         .recorded = event.recorded,
                         .entries = file.postings[at]};
  const auto bill = std::ranges::find(file.bills, event.seq, &BillVersion::version);
  if (bill != file.bills.end()) {
    posting.about = bill->encounter;
    posting.rule_date = bill->rule_date;
  }
  return posting;
}

// Adds an amount to one side of an account; false when the sum leaves 64 bits.
bool add_to(Balance& balance, std::int64_t amount) {
  if (amount >= 0) return !__builtin_add_overflow(balance.debit, amount, &balance.debit);
  return !__builtin_sub_overflow(balance.credit, amount, &balance.credit);
}

class MemoryStore final : public Store {
 public:
  explicit MemoryStore(Clock clock) : clock_(std::move(clock)) {}

  Result<State> load(const FileKey& file) override {
    const std::scoped_lock lock(mutex_);
    const FileContents* contents = find_file(file);
    return contents == nullptr ? State{} : contents->state;
  }

  Result<std::optional<Found>> find(std::string_view key) override {
    const std::scoped_lock lock(mutex_);
    return find_event(key);
  }

  Result<std::vector<Event>> events(const FileKey& file) override {
    const std::scoped_lock lock(mutex_);
    const FileContents* contents = find_file(file);
    return contents == nullptr ? std::vector<Event>{} : contents->events;
  }

  Result<std::vector<BillVersion>> bills(const FileKey& file) override {
    const std::scoped_lock lock(mutex_);
    const FileContents* contents = find_file(file);
    return contents == nullptr ? std::vector<BillVersion>{} : contents->bills;
  }

  Result<std::vector<BillVersion>> bills_of(const FileKey& file, std::int64_t version) override {
    auto all = bills(file);
    std::erase_if(*all, [version](const BillVersion& bill) { return bill.version != version; });
    return all;
  }

  Result<Written> write(const Change& change) override {
    if (auto storable = check_storable(change); !storable) return std::unexpected(storable.error());
    const std::scoped_lock lock(mutex_);
    if (keys_.contains(change.event.key)) return Written::key_taken;
    const FileContents* known = find_file(change.file);
    if (change.expected != (known == nullptr ? 0 : known->state.seq)) return Written::stale;
    if (known != nullptr && std::ranges::find(known->events, change.event.ref, &Event::ref) != known->events.end())
      return Written::ref_taken;
    append(change);
    return Written::done;
  }

  Result<std::int64_t> put_policy(std::string_view digest, std::string_view archive) override {
    if (auto storable = check_storable(digest, ""); !storable) return std::unexpected(storable.error());
    const std::scoped_lock lock(mutex_);
    auto at = std::ranges::find(policies_, digest, &PolicyArchive::digest);
    if (at == policies_.end()) {
      policies_.push_back({std::string(digest), std::string(archive)});
      at = policies_.end() - 1;
    }
    return at - policies_.begin() + 1;
  }

  Result<PolicyArchive> policy(std::int64_t number) override {
    const std::scoped_lock lock(mutex_);
    if (number < 1 || number > static_cast<std::int64_t>(policies_.size()))
      return std::unexpected(no_policy(kName, number));
    return policies_[static_cast<std::size_t>(number - 1)];
  }

  Result<std::optional<std::string>> setting(std::string_view name) override {
    const std::scoped_lock lock(mutex_);
    const auto at = settings_.find(name);
    if (at == settings_.end()) return std::nullopt;
    return at->second;
  }

  Result<void> set(std::string_view name, std::string_view value) override {
    if (auto storable = check_storable(name, value); !storable) return storable;
    const std::scoped_lock lock(mutex_);
    settings_[std::string(name)] = value;
    return {};
  }

  Result<void> each_file(const Visitor<FileContents>& visit) override {
    for (const auto& [key, contents] : snapshot()) {
      if (auto went_on = visit(contents); !went_on) return went_on;
    }
    return {};
  }

  Result<void> each_posting(const Visitor<JournalPosting>& visit) override {
    std::vector<JournalPosting> journal;
    for (const auto& [key, contents] : snapshot()) {
      for (std::size_t i = 0; i < contents.events.size(); ++i) {
        if (!contents.postings[i].empty()) journal.push_back(posting_of(contents, i));
      }
    }
    std::ranges::sort(journal, {},
                      [](const JournalPosting& each) { return std::tie(each.recorded, each.file, each.seq); });
    for (const JournalPosting& posting : journal) {
      if (auto went_on = visit(posting); !went_on) return went_on;
    }
    return {};
  }

  Result<std::vector<Balance>> balances(const BalanceQuery& query) override {
    std::map<std::tuple<std::int32_t, std::string, std::string>, Balance> sums;
    bool fits = true;
    const auto add = [&](const JournalPosting& posting) -> Result<void> {
      const std::int32_t pool = posting.file.pool;
      if ((query.pool != 0 && pool != query.pool) || (query.known && posting.recorded > *query.known)) return {};
      for (const Entry& entry : posting.entries) {
        Balance& balance = sums[{pool, entry.fund, entry.account}];
        balance.pool = pool;
        balance.fund = entry.fund;
        balance.account = entry.account;
        fits = fits && add_to(balance, entry.amount);
      }
      return {};
    };
    if (auto added = each_posting(add); !added) return std::unexpected(added.error());
    if (!fits) return std::unexpected(sums_overflow(kName));
    std::vector<Balance> balances;
    for (auto& [place, balance] : sums) balances.push_back(std::move(balance));
    return balances;
  }

  Result<Counts> counts() override {
    const std::scoped_lock lock(mutex_);
    Counts counts;
    for (const auto& [key, contents] : files_) count(contents, counts);
    return counts;
  }

  Result<void> check() override { return {}; }

 private:
  using Files = std::map<FileKey, FileContents>;
  struct Place {
    FileKey file;
    std::size_t at = 0;
  };

  const FileContents* find_file(const FileKey& file) const {
    const auto at = files_.find(file);
    return at == files_.end() ? nullptr : &at->second;
  }

  std::optional<Found> find_event(std::string_view key) const {
    const auto at = keys_.find(std::string(key));
    if (at == keys_.end()) return std::nullopt;
    return Found{.file = at->second.file, .event = files_.at(at->second.file).events[at->second.at]};
  }

  Files snapshot() const {
    const std::scoped_lock lock(mutex_);
    return files_;
  }

  void append(const Change& change) {
    FileContents& file = files_[change.file];
    const Instant last = file.events.empty() ? 0 : file.events.back().recorded;
    file.file = change.file;
    file.state.seq = change.event.seq;
    file.state.past = change.past;
    if (change.facts) file.state.facts = *change.facts;
    keys_[change.event.key] = {change.file, file.events.size()};
    file.events.push_back(change.event);
    if (file.events.back().recorded == 0) file.events.back().recorded = clock_.next(last);
    file.postings.push_back(change.entries);
    const auto first = file.bills.insert(file.bills.end(), change.bills.begin(), change.bills.end());
    std::ranges::sort(first, file.bills.end(), {}, &BillVersion::entry);
  }

  mutable std::mutex mutex_;
  RisingClock clock_;
  Files files_;
  std::unordered_map<std::string, Place> keys_;
  std::vector<PolicyArchive> policies_;
  std::map<std::string, std::string, std::less<>> settings_;
};

}  // namespace

Result<std::unique_ptr<Store>> open_memory(Access access, Clock clock) {
  if (access != Access::create) return std::unexpected(no_books(kName));
  return std::make_unique<MemoryStore>(std::move(clock));
}

}  // namespace yidan::store
