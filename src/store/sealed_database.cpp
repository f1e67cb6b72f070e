#include "store/sealed_database.h"

#include <utility>

#include "store/fault.h"

namespace yidan::store {
namespace {

std::string associated_with(const StandIn& stand_in) { return "number " + to_text(stand_in); }
constexpr std::string_view kIdentityAssociated = "identity";

class SealedDatabase final : public Database {
 public:
  SealedDatabase(std::unique_ptr<Database> inner, std::optional<Envelope> envelope)
      : inner_(std::move(inner)), envelope_(std::move(envelope)) {}

  std::string name() const override { return inner_->name(); }
  bool writes() const override { return inner_->writes(); }

  Result<std::optional<Subject>> subject(const StandIn& stand_in) override {
    auto found = inner_->subject(stand_in);
    if (!found || !*found) return found;
    if (auto opened = open(**found); !opened) return std::unexpected(std::move(opened.error()));
    return found;
  }
  Result<State> load(const StandIn& subject) override { return inner_->load(subject); }
  Result<std::optional<Found>> find(const StandIn& key) override {
    auto found = inner_->find(key);
    if (!found || !*found) return found;
    if (auto opened = open((*found)->subject); !opened) return std::unexpected(std::move(opened.error()));
    return found;
  }
  Result<std::vector<Event>> events(const StandIn& subject) override { return inner_->events(subject); }
  Result<std::vector<Recorded>> history(const StandIn& subject) override { return inner_->history(subject); }
  Result<std::vector<Row>> rows(const StandIn& subject) override { return inner_->rows(subject); }
  Result<RowPage> rows(const RowQuery& query) override {
    auto page = inner_->rows(query);
    if (!page) return page;
    for (FoundRow& found : page->rows) {
      if (auto opened = open(found.subject); !opened) return std::unexpected(std::move(opened.error()));
    }
    return page;
  }

  void write(StoredChange& change) override {
    seal(change);
    inner_->write(change);
    explain(change);
  }
  void write_group(Group group) override {
    for (StoredChange* change : group) seal(*change);
    inner_->write_group(group);
    for (StoredChange* change : group) explain(*change);
  }
  bool joins(Group group, const StoredChange& next) const override { return inner_->joins(group, next); }

  Result<std::int64_t> put_policy(std::string_view digest, std::string_view archive) override {
    return inner_->put_policy(digest, archive);
  }
  Result<Store::PolicyArchive> policy(std::int64_t number) override { return inner_->policy(number); }

  Result<std::optional<std::string>> setting(std::string_view name) override {
    auto value = inner_->setting(name);
    if (name != kIdentitySetting || !value || !*value || !is_sealed_text(**value)) return value;
    if (!envelope_) return std::unexpected(sealed_meanwhile(inner_->name()));
    auto opened = envelope_->sealer().opened_text(**value, kIdentityAssociated);
    if (!opened) return std::unexpected(damaged(inner_->name(), "the sealed key of stand-ins was changed"));
    return opened;
  }
  Result<void> set(std::string_view name, std::string_view value) override {
    if (name != kIdentitySetting || !envelope_) return inner_->set(name, value);
    return inner_->set(name, envelope_->sealer().sealed_text(value, kIdentityAssociated));
  }
  Result<std::string> replace(std::string_view name, std::string_view before, std::string_view value) override {
    return inner_->replace(name, before, value);  // of what is not sealed
  }
  Result<std::string> set_once(std::string_view name, std::string_view candidate) override {
    if (name != kIdentitySetting || !envelope_) return inner_->set_once(name, candidate);
    const auto set = inner_->set_once(name, envelope_->sealer().sealed_text(candidate, kIdentityAssociated));
    if (!set) return set;
    auto value = setting(name);
    if (!value) return std::unexpected(std::move(value.error()));
    return **value;
  }

  Result<std::vector<Committed>> events_after(std::int64_t position, std::size_t limit) override {
    auto page = inner_->events_after(position, limit);
    if (!page) return page;
    for (Committed& each : *page) {
      if (auto opened = open(each.subject); !opened) return std::unexpected(std::move(opened.error()));
    }
    return page;
  }
  Result<void> each_subject(const Visitor<SubjectContents>& visit) override {
    return inner_->each_subject(
        [&](const SubjectContents& kept) { return visit_opened(kept, &SubjectContents::subject, visit); });
  }
  Result<void> each_posting(const Visitor<Found>& visit) override {
    return inner_->each_posting([&](const Found& kept) { return visit_opened(kept, &Found::subject, visit); });
  }
  Result<void> each_backed_up(const Visitor<BackedUp>& visit) override {
    return inner_->each_backed_up([&](const BackedUp& kept) -> Result<void> {
      if (!is_sealed_text(kept.committed.subject.id)) return visit(kept);
      BackedUp one = kept;
      if (auto opened = open(one.committed.subject); !opened) return opened;
      return visit(one);
    });
  }
  Result<Counts> counts() override { return inner_->counts(); }
  Result<std::vector<Balance>> balances(const BalanceQuery& query) override { return inner_->balances(query); }
  Result<std::vector<DayBalance>> day_balances() override { return inner_->day_balances(); }
  Result<void> sum_up() override { return inner_->sum_up(); }
  Result<void> check() override {
    if (auto sound = inner_->check(); !sound) return sound;
    const auto finished = inner_->setting(kSealedSetting);
    if (!finished) return std::unexpected(finished.error());
    if (*finished != kAllSealed) return {};
    const auto plain = inner_->count_plain_numbers();
    if (!plain) return std::unexpected(plain.error());
    if (*plain != 0) return std::unexpected(damaged(inner_->name(), "a plain number stands in sealed books"));
    return {};
  }

  // As the books have it now: another may have changed the master key since these were opened.
  Result<std::shared_ptr<const Envelope>> envelope() override {
    const auto wrapped = inner_->setting(kSealSetting);
    if (!wrapped) return std::unexpected(wrapped.error());
    if (!*wrapped) return std::shared_ptr<const Envelope>();
    if (!envelope_) return std::unexpected(sealed_meanwhile(inner_->name()));
    return std::make_shared<const Envelope>(envelope_->rewrapped(**wrapped));
  }

  bool outlives_the_program() const override { return inner_->outlives_the_program(); }
  Result<void> refuse_plain_numbers() override { return inner_->refuse_plain_numbers(); }
  Result<std::vector<KeptNumber>> plain_numbers(std::size_t limit) override { return inner_->plain_numbers(limit); }
  Result<std::int64_t> count_plain_numbers() override { return inner_->count_plain_numbers(); }
  Result<void> put_numbers(std::span<const KeptNumber> numbers) override { return inner_->put_numbers(numbers); }
  Result<void> forget_earlier_content() override { return inner_->forget_earlier_content(); }

 private:
  // The number as the database gave it (`number_from`) becomes the person's.
  Result<void> open(Subject& subject) const {
    if (subject.kind != kPerson || !is_sealed_text(subject.id)) return {};
    if (!envelope_) return std::unexpected(sealed_meanwhile(inner_->name()));
    std::optional<std::string> number;
    if (subject.id.size() > StandIn::kLetters) {
      const std::string_view kept = subject.id;
      const auto stand_in = parse_stand_in(kept.substr(kept.size() - StandIn::kLetters));
      if (stand_in) {
        number = envelope_->sealer().opened_text(kept.substr(0, kept.size() - StandIn::kLetters),
                                                 associated_with(*stand_in));
      }
    }
    if (!number) return std::unexpected(damaged(inner_->name(), "a sealed number was changed"));
    subject.id = std::move(*number);
    return {};
  }

  template <class T>
  Result<void> visit_opened(const T& kept, Subject T::* subject, const Visitor<T>& visit) const {
    if (!is_sealed_text((kept.*subject).id)) return visit(kept);
    T one = kept;
    if (auto opened = open(one.*subject); !opened) return opened;
    return visit(one);
  }

  // A database writes the number of a new subject alone.
  void seal(StoredChange& change) const {
    if (!envelope_) return;
    for (StoredPart& part : change.parts) {
      if (part.expected == 0 && part.subject.kind == kPerson)
        part.subject.id = sealed_number(*envelope_, part.stand_in, part.subject.id);
    }
  }

  // Whoever opened the books before they were sealed is told why a new person is refused.
  void explain(StoredChange& change) {
    if (envelope_ || change.outcome || change.outcome.error().code != ErrorCode::invalid_value) return;
    const auto seal = inner_->setting(kSealSetting);
    if (seal && *seal) change.outcome = std::unexpected(sealed_meanwhile(inner_->name()));
  }

  std::unique_ptr<Database> inner_;
  const std::optional<Envelope> envelope_;
};

}  // namespace

std::string sealed_number(const Envelope& envelope, const StandIn& stand_in, std::string_view number) {
  return envelope.sealer().sealed_text(number, associated_with(stand_in));
}

Result<Envelope> begin_sealing(Database& database, const SealKey& master) {
  const auto wrapped = database.set_once(kSealSetting, Envelope::made(master).wrapped());
  if (!wrapped) return std::unexpected(wrapped.error());
  auto envelope = Envelope::opened(*wrapped, master, database.name());
  if (!envelope) return envelope;
  if (auto refused = database.refuse_plain_numbers(); !refused) return std::unexpected(std::move(refused.error()));
  const auto seal_key = [&envelope](std::string_view key) {
    return envelope->sealer().sealed_text(key, kIdentityAssociated);
  };
  const auto identity = database.set_once(kIdentitySetting, seal_key(random_key()));
  if (!identity) return std::unexpected(identity.error());
  if (is_sealed_text(*identity)) return envelope;
  if (auto set = database.set(kIdentitySetting, seal_key(*identity)); !set)
    return std::unexpected(std::move(set.error()));
  return envelope;
}

Result<std::unique_ptr<Database>> with_seal(std::unique_ptr<Database> database, const std::optional<SealKey>& master) {
  const auto wrapped = database->setting(kSealSetting);
  const auto identity = database->setting(kIdentitySetting);
  if (!wrapped || !identity) return std::unexpected(!wrapped ? wrapped.error() : identity.error());
  std::optional<Envelope> envelope;
  const bool is_new = !*identity && database->writes() && database->outlives_the_program();
  if (*wrapped) {
    auto opened = Envelope::opened(**wrapped, master, database->name());
    if (!opened) return std::unexpected(std::move(opened.error()));
    envelope = std::move(*opened);
  }
  if (master && is_new) {
    auto begun = begin_sealing(*database, *master);
    if (!begun) return std::unexpected(std::move(begun.error()));
    envelope = std::move(*begun);
    if (auto set = database->set(kSealedSetting, kAllSealed); !set) return std::unexpected(std::move(set.error()));
  }
  return std::make_unique<SealedDatabase>(std::move(database), std::move(envelope));
}

}  // namespace yidan::store
