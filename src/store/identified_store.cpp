#include "store/identified_store.h"

#include <deque>
#include <utility>

#include "store/fault.h"
#include "store/storable.h"
#include "store/substitution.h"

namespace yidan::store {
namespace {

Error no_key() {
  return {ErrorCode::invalid_value,
          {"替代号的密钥应为 64 个十六进制数字", "the key of stand-ins has 64 hexadecimal digits"},
          {}};
}

Error has_subjects() {
  return {
      ErrorCode::conflict,
      {"账册里已有人员，不能再换替代号的密钥", "the books have persons already: the key of stand-ins stays as it is"},
      {}};
}

// Numbers that are met on the way through the texts of one subject: mostly its own.
class Completion {
 public:
  Completion(Database& database, const Identity& identity, const Subject& subject)
      : database_(database), identity_(identity), own_(subject) {}

  void complete(std::string& text) {
    if (text.contains('~')) text = completed(std::move(text), number_of_);
  }
  void complete(State& state) {
    complete(state.facts);
    complete(state.past);
  }
  void complete(Event& event) {
    complete(event.key);
    complete(event.content);
    complete(event.answer);
  }
  void complete(Recorded& recorded) {
    complete(recorded.event);
    for (Document& document : recorded.documents) complete(document.text);
    for (Entry& entry : recorded.entries) complete(entry.party);
  }
  void complete(Row& row) {
    complete(row.id);
    complete(row.data);
  }

  // Why a number could not be had.
  [[nodiscard]] const Result<void>& outcome() const { return outcome_; }

 private:
  const Number* find(const StandIn& stand_in) {
    if (known_.empty()) known_.emplace_back(own_, identity_.of(own_));
    for (const Number& number : known_) {
      if (number.stand_in() == stand_in) return &number;
    }
    const auto subject = database_.subject(stand_in);
    if (!subject) outcome_ = std::unexpected(subject.error());
    if (!subject || !*subject) return nullptr;
    return &known_.emplace_back(**subject, stand_in);
  }

  Database& database_;
  const Identity& identity_;
  const Subject own_;
  std::deque<Number> known_;
  Result<void> outcome_;
  const NumberOf number_of_ = [this](const StandIn& stand_in) { return find(stand_in); };
};

// What is stored of a part; `numbers` are those of all persons whom the change is about.
StoredPart stored(const Part& part, const StandIn& stand_in, const StandIn& key, std::span<const Number> numbers) {
  const auto put = [numbers](const std::string& text) { return substituted(text, numbers); };
  StoredPart stored{.subject = part.subject,
                    .stand_in = stand_in,
                    .key = key,
                    .expected = part.expected,
                    .event = part.event,
                    .past = put(part.past),
                    .rows = part.rows};
  for (std::string* text : {&stored.event.key, &stored.event.content, &stored.event.answer}) *text = put(*text);
  if (part.facts) stored.facts = put(*part.facts);
  for (Row& row : stored.rows) {
    row.id = put(row.id);
    row.data = put(row.data);
  }
  std::vector<Document> documents;
  documents.reserve(part.documents.size());
  for (const Document& document : part.documents) documents.push_back({document.name, put(document.text)});
  std::vector<Entry> entries = part.entries;
  for (Entry& entry : entries) entry.party = put(entry.party);
  stored.packed = packed(documents, entries);
  return stored;
}

StoredChange stored(Change change, const Identity& identity) {
  std::vector<StandIn> stand_ins;
  std::vector<Number> numbers;
  for (const Part& part : change) {
    stand_ins.push_back(identity.of(part.subject));
    if (part.subject.kind == kPerson) numbers.emplace_back(part.subject, stand_ins.back());
  }
  const StandIn key = identity.of_key(change.front().event.key);
  StoredChange all;
  all.bytes = bytes_of(change);
  for (std::size_t i = 0; i < change.size(); ++i) all.parts.push_back(stored(change[i], stand_ins[i], key, numbers));
  return all;
}

class IdentifiedStore final : public Store {
 public:
  IdentifiedStore(std::unique_ptr<Database> database, const std::string& key)
      : database_(std::move(database)), identity_(key) {}

  Result<State> load(const Subject& subject) override {
    if (!is_storable(subject.id)) return State{};  // a text that cannot be written is not there
    return complete(database_->load(identity_.of(subject)), subject);
  }

  Result<std::optional<Found>> find(std::string_view key) override {
    if (!is_storable(key)) return std::nullopt;
    auto found = database_->find(identity_.of_key(key));
    if (!found || !*found) return found;
    auto recorded = complete(Result<Recorded>(std::move((*found)->recorded)), (*found)->subject);
    if (!recorded) return std::unexpected(std::move(recorded.error()));
    (*found)->recorded = std::move(*recorded);
    return found;
  }

  Result<std::vector<Event>> events(const Subject& subject) override {
    if (!is_storable(subject.id)) return std::vector<Event>{};
    return complete_all(database_->events(identity_.of(subject)), subject);
  }
  Result<std::vector<Recorded>> history(const Subject& subject) override {
    if (!is_storable(subject.id)) return std::vector<Recorded>{};
    return complete_all(database_->history(identity_.of(subject)), subject);
  }
  Result<std::vector<Row>> rows(const Subject& subject) override {
    if (!is_storable(subject.id)) return std::vector<Row>{};
    return complete_all(database_->rows(identity_.of(subject)), subject);
  }
  Result<RowPage> rows(const RowQuery& query) override {
    auto page = database_->rows(query);
    if (!page) return page;
    for (FoundRow& found : page->rows) {
      auto row = complete(Result<Row>(std::move(found.row)), found.subject);
      if (!row) return std::unexpected(std::move(row.error()));
      found.row = std::move(*row);
    }
    return page;
  }

  Result<Written> write(Change change) override {
    if (auto storable = check_storable(change); !storable) return std::unexpected(std::move(storable.error()));
    if (auto may = may_write(); !may) return std::unexpected(std::move(may.error()));
    StoredChange written = stored(change, identity_);
    database_->write(written);
    return written.outcome;
  }

  Result<std::vector<Written>> append(std::span<const std::vector<Part>> changes) override {
    if (auto may = may_write(); !may) return std::unexpected(std::move(may.error()));
    std::vector<StoredChange> all;
    all.reserve(changes.size());
    for (const std::vector<Part>& change : changes) {
      if (auto storable = check_storable(change); !storable) return std::unexpected(std::move(storable.error()));
      all.push_back(stored(change, identity_));
    }
    write_in_order(all);
    std::vector<Written> written;
    for (const StoredChange& change : all) {
      if (!change.outcome) return std::unexpected(change.outcome.error());
      written.push_back(*change.outcome);
    }
    return written;
  }

  std::string pseudonym(const Subject& subject) const override { return to_text(identity_.of(subject)); }
  Result<std::optional<Subject>> subject_of(std::string_view pseudonym) override {
    const auto stand_in = parse_stand_in(pseudonym);
    return stand_in ? database_->subject(*stand_in) : Result<std::optional<Subject>>(std::nullopt);
  }

  Result<std::int64_t> put_policy(std::string_view digest, std::string_view archive) override {
    if (auto storable = check_storable(digest, ""); !storable) return std::unexpected(std::move(storable.error()));
    if (auto may = may_write(); !may) return std::unexpected(std::move(may.error()));
    return database_->put_policy(digest, archive);
  }
  Result<PolicyArchive> policy(std::int64_t number) override { return database_->policy(number); }

  Result<std::optional<std::string>> setting(std::string_view name) override {
    if (!is_storable(name)) return std::nullopt;
    return database_->setting(name);
  }
  Result<void> set(std::string_view name, std::string_view value) override {
    if (auto storable = check_storable(name, value); !storable) return storable;
    if (auto may = may_write(); !may) return may;
    return name == kIdentitySetting ? set_identity(value) : database_->set(name, value);
  }

  Result<std::vector<Committed>> events_after(std::int64_t position, std::size_t limit) override {
    auto page = database_->events_after(position, limit);
    if (!page) return page;
    for (Committed& each : *page) {
      auto recorded = complete(Result<Recorded>(std::move(each.recorded)), each.subject);
      if (!recorded) return std::unexpected(std::move(recorded.error()));
      each.recorded = std::move(*recorded);
    }
    return page;
  }

  Result<std::shared_ptr<const Envelope>> envelope() override { return database_->envelope(); }

  Result<void> each_subject(const Visitor<SubjectContents>& visit) override {
    return database_->each_subject([&](const SubjectContents& kept) -> Result<void> {
      SubjectContents contents = kept;
      Completion completion(*database_, identity_, contents.subject);
      completion.complete(contents.state);
      for (Recorded& recorded : contents.events) completion.complete(recorded);
      for (Row& row : contents.rows) completion.complete(row);
      return completion.outcome() ? visit(contents) : completion.outcome();
    });
  }
  Result<void> each_posting(const Visitor<Found>& visit) override {
    return database_->each_posting([&](const Found& kept) -> Result<void> {
      Found posting = kept;
      Completion completion(*database_, identity_, posting.subject);
      completion.complete(posting.recorded);
      return completion.outcome() ? visit(posting) : completion.outcome();
    });
  }
  Result<void> each_backed_up(const Visitor<BackedUp>& visit) override {
    return database_->each_backed_up([&](const BackedUp& kept) -> Result<void> {
      BackedUp one = kept;
      Completion completion(*database_, identity_, one.committed.subject);
      completion.complete(one.committed.recorded);
      if (one.left) {
        completion.complete(one.left->state);
        for (Row& row : one.left->rows) completion.complete(row);
      }
      return completion.outcome() ? visit(one) : completion.outcome();
    });
  }

  Result<Counts> counts() override { return database_->counts(); }
  Result<std::vector<Balance>> balances(const BalanceQuery& query) override { return database_->balances(query); }
  Result<std::vector<DayBalance>> day_balances() override { return database_->day_balances(); }
  Result<void> sum_up() override {
    if (auto may = may_write(); !may) return may;
    return database_->sum_up();
  }
  Result<void> check() override { return database_->check(); }

 private:
  [[nodiscard]] Result<void> may_write() const {
    return database_->writes() ? Result<void>{} : std::unexpected(read_only(database_->name()));
  }

  // Only while there is nobody who has a stand-in.
  Result<void> set_identity(std::string_view key) {
    if (key.size() != random_key().size()) return std::unexpected(no_key());
    const auto first = database_->events_after(0, 1);
    if (!first) return std::unexpected(first.error());
    if (!first->empty()) return std::unexpected(has_subjects());
    if (auto set = database_->set(kIdentitySetting, key); !set) return set;
    identity_ = Identity(key);
    return {};
  }

  void write_in_order(std::vector<StoredChange>& all) {
    std::vector<StoredChange*> group;
    for (StoredChange& change : all) {
      if (!group.empty() && !database_->joins(group, change)) {
        database_->write_group(group);
        group.clear();
      }
      group.push_back(&change);
    }
    if (!group.empty()) database_->write_group(group);
  }

  template <class T>
  Result<T> complete(Result<T> thing, const Subject& subject) {
    if (!thing) return thing;
    Completion completion(*database_, identity_, subject);
    completion.complete(*thing);
    if (!completion.outcome()) return std::unexpected(completion.outcome().error());
    return thing;
  }
  template <class T>
  Result<std::vector<T>> complete_all(Result<std::vector<T>> things, const Subject& subject) {
    if (!things) return things;
    Completion completion(*database_, identity_, subject);
    for (T& thing : *things) completion.complete(thing);
    if (!completion.outcome()) return std::unexpected(completion.outcome().error());
    return things;
  }

  std::unique_ptr<Database> database_;
  Identity identity_;
};

}  // namespace

Result<std::unique_ptr<Store>> identified(std::unique_ptr<Database> database) {
  auto key = database->setting(kIdentitySetting);
  if (!key) return std::unexpected(std::move(key.error()));
  if (!*key) {
    // Of new books; whoever reads alone sees nobody in them, under whatever key.
    auto made = database->writes() ? database->set_once(kIdentitySetting, random_key()) : random_key();
    if (!made) return std::unexpected(std::move(made.error()));
    *key = std::move(*made);
  }
  return std::make_unique<IdentifiedStore>(std::move(database), **key);
}

}  // namespace yidan::store
