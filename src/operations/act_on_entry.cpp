// One act on an entry of a register: load, decide, write once; and many entries opened at once.
#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <utility>

#include "base/digest.h"
#include "operations/entry_part.h"
#include "operations/papers.h"
#include "operations/permission.h"
#include "operations/registers.h"
#include "operations/tasks.h"
#include "registers/take.h"

namespace yidan::operations {
namespace {

using exchange::RegisterRequest;
using registers::Entry;
using registers::View;
using store::Written;

// The register of institutions, and the field by which entries of others name one of them.
constexpr std::string_view kInstitutionRegister = "institution";
constexpr std::string_view kProviderField = "provider";

Error entry_is_busy() {
  return {
      ErrorCode::unavailable, {"该登记正由他人办理：请重试", "somebody else is at work on this entry: try again"}, "$"};
}

// An entry with what is to be written of it.
struct Decided {
  const policy::RegisterDefinition* definition = nullptr;
  store::Part part;
  View view;
};

class ActingOnEntry {
 public:
  ActingOnEntry(const Caller& caller, RegisterBook& book, const RegisterRequest& request)
      : desk_(caller.desk), caller_(caller), book_(book), request_(request) {}

  // As somebody asks for it.
  Result<Decided> decide(const Entry& entry) {
    if (book_.definition(request_.reg) == nullptr) {
      return std::unexpected(no_such_register(desk_.registers(), request_.reg));
    }
    if (auto permitted = may_act(entry); !permitted) return std::unexpected(std::move(permitted.error()));
    if (auto known = may_act_on_task(desk_, request_); !known) return std::unexpected(std::move(known.error()));
    if (auto by_hand = may_act_on_paper(request_); !by_hand) return std::unexpected(std::move(by_hand.error()));
    return decide_act(entry);
  }

  // The same without asking who may.
  Result<Decided> decide_act(const Entry& entry) {
    const policy::RegisterDefinition* definition = book_.definition(request_.reg);
    if (definition == nullptr) {
      return std::unexpected(no_such_register(desk_.registers(), request_.reg));
    }
    auto fields = registers::read_fields(*definition, request_.fields);
    if (!fields) return std::unexpected(std::move(fields.error()));
    registers::Told told = request_.told;
    told.fields = std::move(*fields);
    auto step = registers::take(book_.rules(*definition), entry, told, caller_.today);
    if (!step) return std::unexpected(std::move(step.error()));
    Entry after = entry;
    after.steps.push_back(*step);
    const Date last = last_day_of(after);
    const auto& calendar = desk_.registers().calendar;
    Decided decided{
        .definition = definition, .part = part_of(entry), .view = view_on(after, *definition, calendar, told.on)};
    write_step(*step, view_on(after, *definition, calendar, last), *definition, last, decided.part);
    decided.part.event.answer = answer_text(*definition, decided);
    return decided;
  }

 private:
  // The institution of an entry is what its `provider` names, or it itself.
  [[nodiscard]] std::string provider_of(const Entry& entry) const {
    if (request_.reg == kInstitutionRegister) return request_.entry;
    for (const auto& [name, values] : request_.fields) {
      if (name == kProviderField && values.size() == 1) return values.front();
    }
    for (const registers::Step& each : entry.steps) {
      const auto found = each.told.fields.find(kProviderField);
      if (found != each.told.fields.end() && found->second.size() == 1) return *found->second.begin();
    }
    return {};
  }

  // In whose name something is done is a role of who does it.
  [[nodiscard]] Result<void> may_act(const Entry& entry) const {
    const Whom whom{.pool = request_.pool.code(), .provider = provider_of(entry)};
    if (auto allowed = may(caller_, Deed::act_on_register, whom); !allowed) return allowed;
    const auto& by = request_.told.by;
    if (!caller_.rights || !by || caller_.rights->roles.contains(*by)) return {};
    return std::unexpected(
        Error{ErrorCode::forbidden,
              {"用户“" + caller_.actor + "”没有岗位“" + std::string(word(*by).zh) + "”",
               "the user '" + caller_.actor + "' does not have the role of " + std::string(word(*by).en)},
              "$.by"});
  }

  [[nodiscard]] store::Part part_of(const Entry& entry) const {
    const auto seq = static_cast<std::int64_t>(entry.steps.size());
    store::Part part{.subject = entry_subject(request_.pool, request_.reg, request_.entry), .expected = seq};
    part.event = {.seq = seq + 1,
                  .kind = std::string(code(request_.told.act)),
                  .key = request_.key,
                  .ref = "#" + std::to_string(seq + 1),
                  .actor = caller_.actor,
                  .content = request_.content,
                  .policy = desk_.packs().number,
                  .engine = desk_.engine()};
    if (seq == 0) part.facts = request_.content;
    return part;
  }

  [[nodiscard]] std::string answer_text(const policy::RegisterDefinition& definition, const Decided& decided) const {
    const registers::Seen seen{request_.entry, decided.view};
    exchange::EntryAnswer answer{.pool = request_.pool,
                                 .definition = &definition,
                                 .seen = &seen,
                                 .on = request_.told.on,
                                 .did = request_.told.act};
    answer.receipt = {.event = decided.part.event.seq,
                      .key = request_.key,
                      .packs = desk_.packs().digest,
                      .engine = desk_.engine(),
                      .inputs = digest_of({request_.content})};
    return exchange::entry_json(answer);
  }

  Desk& desk_;
  const Caller& caller_;
  RegisterBook& book_;
  const RegisterRequest& request_;
};

Result<std::optional<Answer>> earlier_answer(Desk& desk, const RegisterRequest& request) {
  const auto found = desk.store().find(request.key);
  if (!found) return std::unexpected(found.error());
  if (!*found) return std::nullopt;
  const store::Event& event = (*found)->recorded.event;
  if (event.content != request.content) return std::unexpected(key_used_for_something_else(request.key));
  return Answer{.text = event.answer, .again = true};
}

Result<Entry> entry_in(RegisterBook& book, const RegisterRequest& request) {
  auto kept = book.kept(request.reg, request.entry);
  if (kept) return std::move(kept->entry);
  if (kept.error().code != ErrorCode::not_found) return std::unexpected(std::move(kept.error()));
  return Entry{.pool = request.pool, .id = request.entry, .steps = {}};
}

Result<Answer> perform_once(const Caller& caller, const RegisterRequest& request) {
  auto earlier = earlier_answer(caller.desk, request);
  if (!earlier) return std::unexpected(std::move(earlier.error()));
  if (*earlier) return std::move(**earlier);
  RegisterBook book(caller.desk, request.pool);
  const auto entry = entry_in(book, request);
  if (!entry) return std::unexpected(entry.error());
  auto decided = ActingOnEntry(caller, book, request).decide(*entry);
  if (!decided) return std::unexpected(std::move(decided.error()));
  const auto written = caller.desk.store().write(decided->part);
  if (!written) return std::unexpected(written.error());
  if (*written == Written::key_taken) {
    auto again = earlier_answer(caller.desk, request);
    if (!again) return std::unexpected(std::move(again.error()));
    if (*again) return std::move(**again);
  }
  if (*written != Written::done) return std::unexpected(entry_is_busy());
  return Answer{.text = std::move(decided->part.event.answer)};
}

// Opens the rows of a batch in groups: those of a group are decided on what was written before it, and one entry or one
// pool's register is seen once by it.
class Loading {
 public:
  Loading(const Caller& caller, std::span<const RegisterRequest> rows) : caller_(caller), rows_(rows) {}

  Result<Loaded> run() {
    constexpr std::size_t group = 500;
    for (std::size_t begin = 0; begin < rows_.size(); begin += group) {
      const std::size_t end = std::min(rows_.size(), begin + group);
      for (std::size_t i = begin; i < end; ++i) {
        if (auto taken = take(i); !taken) return std::unexpected(std::move(taken.error()));
      }
      if (auto flushed = flush(); !flushed) return std::unexpected(std::move(flushed.error()));
    }
    return std::move(loaded_);
  }

 private:
  RegisterBook& book_of(Region pool) { return books_.try_emplace(pool, caller_.desk, pool).first->second; }

  Result<void> take(std::size_t i) {
    const RegisterRequest& request = rows_[i];
    RegisterBook& book = book_of(request.pool);
    auto decided = decide(book, request);
    // Decided on the store alone: what waits is written first where it may matter.
    if (!changes_.empty() && (!decided || resembles_waiting(*decided))) {
      if (auto flushed = flush(); !flushed) return flushed;
      decided = decide(book, request);
    }
    if (!decided) return refuse_or_again(i, std::move(decided.error()));
    for (std::string& mark : marks_of(*decided)) marks_.insert(std::move(mark));
    waiting_.push_back(i);
    changes_.push_back({std::move(decided->part)});
    return {};
  }

  Result<Decided> decide(RegisterBook& book, const RegisterRequest& request) {
    const auto entry = entry_in(book, request);
    if (!entry) return std::unexpected(entry.error());
    return ActingOnEntry(caller_, book, request).decide(*entry);
  }

  // Whether one that waits is the same entry, or has what no two may have.
  [[nodiscard]] bool resembles_waiting(const Decided& decided) const {
    return std::ranges::any_of(marks_of(decided), [&](const auto& mark) { return marks_.contains(mark); });
  }

  // The entry, and what it has of the values of which there may be one. Fields that may have many are left out: a mark
  // is shared sooner than a conflict is missed.
  static std::vector<std::string> marks_of(const Decided& decided) {
    const store::Subject& subject = decided.part.subject;
    const std::string list = std::to_string(subject.pool) + "\n" + subject.kind + "\n";
    std::vector<std::string> marks{list + "\n" + subject.id};
    for (const policy::RegisterCheck& each : decided.definition->checks) {
      if (each.kind != CheckKind::unique || each.otherwise != Severity::refuse) continue;
      std::string mark = list + each.name;
      for (const std::string& name : each.fields) {
        const policy::FieldDefinition* field = decided.definition->field(name);
        if (field != nullptr && !field->many) mark += "\n" + decided.view.value(name);
      }
      marks.push_back(std::move(mark));
    }
    return marks;
  }

  // The same row was loaded before, under the same key.
  Result<void> refuse_or_again(std::size_t i, Error error) {
    auto earlier = earlier_answer(caller_.desk, rows_[i]);
    if (earlier && *earlier) {
      ++loaded_.again;
      return {};
    }
    if (!earlier) error = std::move(earlier.error());
    if (error.code == ErrorCode::unavailable || error.code == ErrorCode::damaged) return std::unexpected(error);
    loaded_.refused.push_back({i, std::move(error)});
    return {};
  }

  Result<void> flush() {
    if (changes_.empty()) return {};
    const auto written = caller_.desk.store().append(changes_);
    if (!written) return std::unexpected(written.error());
    for (std::size_t k = 0; k < written->size(); ++k) {
      if ((*written)[k] == Written::done) {
        ++loaded_.done;
        continue;
      }
      auto taken = refuse_or_again(waiting_[k], entry_is_busy());
      if (!taken) return taken;
    }
    caller_.desk.note_registers_touched(changes_.back().front().event.key);
    changes_.clear();
    waiting_.clear();
    marks_.clear();
    return {};
  }

  const Caller& caller_;
  std::span<const RegisterRequest> rows_;
  std::map<Region, RegisterBook> books_;
  std::vector<std::vector<store::Part>> changes_;
  std::vector<std::size_t> waiting_;
  std::set<std::string> marks_;  // of those that wait
  Loaded loaded_;
};

}  // namespace

Result<Answer> perform(const Caller& caller, const RegisterRequest& request) {
  const auto turn = caller.desk.turn(entry_subject(request.pool, request.reg, request.entry));
  auto answer = perform_once(caller, request);
  const bool may_be_done = answer ? !answer->again : answer.error().code == ErrorCode::unavailable;
  if (may_be_done) caller.desk.note_registers_touched(request.key);
  if (answer && caller.desk.is_ungated()) mark_ungated(answer->text);
  return answer;
}

Result<store::Part> part_of_act(const Caller& caller, RegisterBook& book, const RegisterRequest& request,
                                const Entry& entry) {
  auto decided = ActingOnEntry(caller, book, request).decide_act(entry);
  if (!decided) return std::unexpected(std::move(decided.error()));
  return std::move(decided->part);
}

Result<Loaded> load(const Caller& caller, std::span<const RegisterRequest> rows) { return Loading(caller, rows).run(); }

}  // namespace yidan::operations
