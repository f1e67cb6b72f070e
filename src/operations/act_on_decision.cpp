// One act on a decision: load, decide, write once.
#include <algorithm>

#include "base/digest.h"
#include "operations/decision_part.h"
#include "operations/decision_refusal.h"
#include "operations/decisions.h"
#include "operations/draft.h"
#include "operations/economy.h"
#include "operations/permission.h"
#include "policy/load.h"

namespace yidan::operations {
namespace {

using decisions::Activation;
using decisions::Decision;
using decisions::FilingTold;
using decisions::Registration;
using exchange::DecisionAnswer;
using exchange::DecisionRequest;
using policy::Procedure;
using store::Written;

class Acting {
 public:
  Acting(const Caller& caller, const DecisionRequest& request)
      : desk_(caller.desk), caller_(caller), request_(request), rules_(desk_.decision_rules()) {}

  Result<Answer> run() {
    if (auto known = earlier_answer(); !known || *known) return given(std::move(known));
    const auto decision = rules_.procedures.find("decision");
    const auto filing = rules_.procedures.find("filing");
    if (decision == rules_.procedures.end() || filing == rules_.procedures.end())
      return std::unexpected(no_procedures());
    definition_ = &decision->second;
    filings_ = &filing->second;
    if (auto loaded = load(); !loaded) return std::unexpected(std::move(loaded.error()));
    if (auto told = take(); !told) return std::unexpected(std::move(told.error()));
    return write();
  }

 private:
  static Result<Answer> given(Result<std::optional<Answer>> known) {
    if (!known) return std::unexpected(std::move(known.error()));
    return std::move(**known);
  }

  // What was answered when the key was first used; absent when it is new.
  Result<std::optional<Answer>> earlier_answer() {
    const auto found = desk_.store().find(request_.key);
    if (!found) return std::unexpected(found.error());
    if (!*found) return std::nullopt;
    const store::Event& event = (*found)->recorded.event;
    if (event.content != request_.content) return std::unexpected(key_used_for_something_else(request_.key));
    return Answer{.text = event.answer, .again = true};
  }

  Result<void> load() {
    subject_ = subject_of(request_.pool, id());
    const auto history = desk_.store().history(subject_);
    if (!history) return std::unexpected(history.error());
    decision_.registration.id = subject_.id;
    for (const store::Recorded& each : *history) {
      if (auto applied = apply_event(each, decision_); !applied) return std::unexpected(std::move(applied.error()));
    }
    seq_ = static_cast<std::int64_t>(history->size());
    const bool opens = act() == DecisionAct::decide || adopts();
    if (seq_ == 0 && !opens) return std::unexpected(no_such_decision(subject_.id));
    return {};
  }

  // An adoption is called after its day and what it adopts.
  [[nodiscard]] std::string id() const {
    if (!request_.decision.empty()) return request_.decision;
    return "adoption-" + to_text(day_of(request_.told)) + "-" + digest_of({request_.content}).substr(0, 8);
  }

  [[nodiscard]] DecisionAct act() const { return act_of(request_.told); }
  [[nodiscard]] bool adopts() const { return request_.decision.empty(); }

  Result<void> take() {
    switch (act()) {
      case DecisionAct::decide:
        return take_registration();
      case DecisionAct::file:
        return take_filing();
      case DecisionAct::approve:
        return take_approval();
      case DecisionAct::activate:
        return take_activation();
      case DecisionAct::withdraw:
        return move_on(request_.told);
    }
    return {};
  }

  // Does the act, as far as the register lets it.
  Result<void> move_on(const decisions::Told& told) {
    auto transition =
        decisions::transition_of(*definition_, decision_.registration.kind, std::string(decision_.state()), told);
    if (!transition) return std::unexpected(std::move(transition.error()));
    outcome_.to = (*transition)->to;
    decision_.apply(told, outcome_.to, outcome_.filing);
    return {};
  }

  Result<void> take_registration() {
    Registration said = std::get<Registration>(request_.told);
    const policy::EntryKind* kind = definition_->kind(said.kind);
    if (kind == nullptr || kind->whole) return std::unexpected(unknown_kind(*definition_, said.kind));
    decisions::add_touched(said.draft, said.parameters);
    if (said.parameters.empty()) return std::unexpected(touches_nothing());
    const policy::Policy* policy = desk_.packs().policy;
    if (!said.draft.empty()) {
      auto made = compiled(laid_over(base(), said.draft));
      if (!made) return std::unexpected(std::move(made.error()));
      drafted_ = std::move(*made);
      policy = &*drafted_;
    }
    for (std::string& name : said.parameters) {
      auto known = policy::parameter_named(*policy, name);
      if (!known) return std::unexpected(with_place(std::move(known.error()), "$.decision.parameters"));
      name = std::move(*known);
    }
    decision_.registration.kind = said.kind;
    if (auto moved = move_on(said); !moved) return moved;
    sheet_ = decisions::sheet_of(decision_, rules_, said.from);
    for (const decisions::Check& each : sheet_->checks) {
      if (each.grade == Grade::violation && !decisions::waits(each.requirement->asks))
        return std::unexpected(unlawful());
    }
    record_figures();
    if (!drafted_) return {};
    const policy::Pool* pool = drafted_->find(request_.pool);
    if (pool != nullptr) gate_ = audit::gate(*drafted_, *pool, said.from, excused());
    return {};
  }

  // Of what is refused when it is registered, the filings to come are no part.
  [[nodiscard]] Error unlawful() const {
    decisions::Sheet now = *sheet_;
    std::erase_if(now.checks, [](const auto& each) { return decisions::waits(each.requirement->asks); });
    now.earliest = std::nullopt;
    return not_met(now);
  }

  static Error with_place(Error error, std::string where) {
    error.where = std::move(where);
    return error;
  }

  Result<void> take_filing() {
    const auto& said = std::get<FilingTold>(request_.told);
    const auto& issued = decision_.registration.issued;
    if (issued && said.filed < *issued) {
      return std::unexpected(refused(
          ErrorCode::contradiction, "备案日早于印发日（" + to_text(*issued) + "）：请改正其一",
          "it was filed before it was issued (" + to_text(*issued) + "): correct one of them", "$.filing.filed"));
    }
    const decisions::Filing* before = decision_.filed_by(Date::never());
    if (before != nullptr && before->number != said.number) {
      return std::unexpected(refused(ErrorCode::conflict, "该决策已备案：" + before->number,
                                     "the decision was filed already: " + before->number, "$.filing.number"));
    }
    return with_filing("file");
  }

  Result<void> take_approval() {
    const auto& said = std::get<decisions::Approval>(request_.told);
    const auto& issued = decision_.registration.issued;
    if (issued && said.approved < *issued && decision_.registration.kind != "exploration") {
      return std::unexpected(
          refused(ErrorCode::contradiction, "批准日早于印发日（" + to_text(*issued) + "）：请改正其一",
                  "it was approved before it was issued (" + to_text(*issued) + "): correct one of them",
                  "$.approval.approved"));
    }
    return with_filing("report");
  }

  // The filing is a subject of its own: its number is used once.
  Result<void> with_filing(const std::string& kind) {
    filing_ = filing_subject(request_);
    const auto history = desk_.store().history(*filing_);
    if (!history) return std::unexpected(history.error());
    std::string state(policy::kNewEntry);
    for (const store::Recorded& each : *history) {
      auto asked = exchange::read_decision_content(each.event.content);
      const auto left = outcome_of(each);
      if (!asked) return std::unexpected(std::move(asked.error()));
      if (!left) return std::unexpected(left.error());
      if (asked->decision != request_.decision || asked->pool != request_.pool) {
        return std::unexpected(refused(
            ErrorCode::conflict, "编号“" + filing_->id + "”已用于另一项决策（" + asked->decision + "）",
            "number '" + filing_->id + "' was used for another decision (" + asked->decision + ")", "$.filing.number"));
      }
      state = left->filing;
    }
    filing_seq_ = static_cast<std::int64_t>(history->size());
    auto transition = decisions::transition_of(*filings_, kind, state, request_.told);
    if (!transition) return std::unexpected(std::move(transition.error()));
    outcome_.filing = (*transition)->to;
    if (auto moved = move_on(request_.told); !moved) return moved;
    sheet_ = decisions::sheet_of(decision_, rules_, decision_.registration.from);
    return {};
  }

  Result<void> take_activation() {
    Activation said = std::get<Activation>(request_.told);
    if (adopts()) return take_adoption(said);
    if (!said.draft.empty() || said.since) {
      return std::unexpected(refused(ErrorCode::invalid_value, "决策的草案在登记时给出，启用时不另写 draft、since",
                                     "the draft of a decision is given when it is registered, not when it is activated",
                                     "$.activation"));
    }
    const Registration& registered = decision_.registration;
    if (said.on < registered.from || (registered.until && said.on >= *registered.until)) {
      return std::unexpected(refused(
          ErrorCode::contradiction, "启用日不在决策所定的期间（自 " + to_text(registered.from) + " 起）：请改正",
          "the decision does not hold on that day (it holds from " + to_text(registered.from) + " on): correct it",
          "$.activation.on"));
    }
    sheet_ = decisions::sheet_of(decision_, rules_, said.on);
    if (sheet_->has(Grade::violation)) return std::unexpected(not_met(*sheet_));
    record_figures();
    if (auto moved = move_on(said); !moved) return moved;
    return registered.draft.empty() ? Result<void>() : put_into_force(laid_over(base(), registered.draft), said);
  }

  Result<void> take_adoption(const Activation& said) {
    if (seq_ > 0) {
      return std::unexpected(refused(ErrorCode::conflict, "同样的政策包已于同日整体启用",
                                     "the same packs were adopted on that day already", "$.activation"));
    }
    if (said.since && !desk_.active_packs(request_.pool.code()).empty()) {
      return std::unexpected(refused(ErrorCode::not_permitted, "已有启用的政策包，不能追溯（since）",
                                     "packs are in force already: these cannot reach back ('since')",
                                     "$.activation.since"));
    }
    for (const policy::EntryKind& each : definition_->kinds) {
      if (each.whole) decision_.registration.kind = each.name;
    }
    decision_.registration.region = request_.pool;
    decision_.registration.issued = said.on;
    decision_.registration.from = said.since.value_or(said.on);
    decision_.registration.draft = said.draft;
    if (auto moved = move_on(said); !moved) return moved;
    if (auto put = put_into_force(laid_over(desk_.source(), said.draft), said); !put) return put;
    return judge_authority(said.on);
  }

  // Of packs as a whole: whose the values were to decide.
  Result<void> judge_authority(Date on) {
    const policy::Pool* pool = drafted_->find(request_.pool);
    sheet_ = decisions::Sheet{.on = on, .checks = decisions::checks_of_packs(*pool, rules_, on), .earliest = {}};
    if (sheet_->has(Grade::violation)) return std::unexpected(not_met(*sheet_));
    sheet_->earliest = decision_.registration.from;
    return {};
  }

  // The gate; what passes it is kept, and settles from its day on.
  Result<void> put_into_force(const policy::Source& packs, const Activation& said) {
    for (const ActivePacks& each : desk_.active_packs(request_.pool.code())) {
      if (each.until && each.count_on(said.on)) return std::unexpected(in_force_for_a_time(each));
    }
    auto made = compiled(packs);
    if (!made) return std::unexpected(std::move(made.error()));
    drafted_ = std::move(*made);
    const policy::Pool* pool = drafted_->find(request_.pool);
    if (pool == nullptr) {
      return std::unexpected(refused(ErrorCode::not_found, "草案中没有这个统筹区", "the draft has no such pool"));
    }
    gate_ = audit::gate(*drafted_, *pool, said.on, excused());
    if (!gate_->is_open()) return std::unexpected(closed(*gate_, pool->name));
    const std::string archive = policy::archive_of(packs);
    digest_ = sha256(archive);
    const auto number = desk_.store().put_policy(digest_, archive);
    if (!number) return std::unexpected(number.error());
    number_ = *number;
    outcome_.packs = policy::digest_of_pool(packs, pool->folders);
    return {};
  }

  // What a draft is laid over: what was put into force last, else the packs of the desk.
  [[nodiscard]] policy::Source base() {
    const auto active = desk_.active_packs(request_.pool.code());
    const auto last = std::find_if(active.rbegin(), active.rend(), [](const auto& each) { return !each.until; });
    if (last == active.rend() || last->are_ours) return desk_.source();
    const auto kept = desk_.store().policy(last->number);
    if (!kept) return desk_.source();
    auto source = policy::read_archive(kept->archive);
    return source ? std::move(*source) : desk_.source();
  }

  // An emergency that was filed may exceed the list in what it touches (RZ-2.3-a).
  [[nodiscard]] std::vector<std::string> excused() const {
    const policy::EntryKind* kind = definition_->kind(decision_.registration.kind);
    const bool may = kind != nullptr && kind->beyond_list && decision_.filed_by(Date::never()) != nullptr;
    return may ? decision_.registration.parameters : std::vector<std::string>();
  }

  // Where they are asked for (YT-2.1.6-c).
  void record_figures() {
    const bool asked = std::ranges::any_of(
        sheet_->checks, [](const decisions::Check& each) { return each.requirement->asks == Asks::figures; });
    if (asked) figures_ = figures_on(desk_, request_.pool, sheet_->on);
  }

  [[nodiscard]] std::string answer_text() const {
    DecisionAnswer answer{
        .pool = request_.pool, .decision = &decision_, .definition = definition_, .state = outcome_.to, .did = act()};
    if (sheet_) answer.sheet = &*sheet_;
    if (gate_) answer.gate = &*gate_;
    answer.figures = figures_;
    if (!outcome_.packs.empty()) {
      answer.activated_from = decision_.activation->since.value_or(decision_.activation->on);
      answer.activated_packs = digest_;
    }
    answer.receipt = {.event = seq_ + 1,
                      .key = request_.key,
                      .packs = digest_.empty() ? desk_.packs().digest : digest_,
                      .engine = desk_.engine(),
                      .inputs = digest_of({request_.content})};
    return exchange::decision_json(answer);
  }

  [[nodiscard]] store::Part part_of(const store::Subject& subject, std::int64_t seq) const {
    store::Part part{.subject = subject, .expected = seq};
    part.event = {.seq = seq + 1,
                  .kind = std::string(code(act())),
                  .key = request_.key,
                  .ref = "#" + std::to_string(seq + 1),
                  .actor = caller_.actor,
                  .content = request_.content,
                  .policy = number_ == 0 ? desk_.packs().number : number_,
                  .engine = desk_.engine()};
    if (seq == 0 || act() == DecisionAct::decide) part.facts = request_.content;
    return part;
  }

  Result<Answer> write() {
    std::vector<store::Part> parts{part_of(subject_, seq_)};
    write_decision(decision_, outcome_, parts.front());
    const std::string answer = answer_text();
    parts.front().event.answer = answer;
    if (filing_) {
      parts.push_back(part_of(*filing_, filing_seq_));
      parts.back().event.answer = answer;
      write_filing(request_, outcome_, parts.back());
    }
    const auto written = desk_.store().write(parts);
    if (!written) return std::unexpected(written.error());
    if (*written == Written::key_taken) return given(earlier_answer());
    if (*written != Written::done) {
      return std::unexpected(refused(ErrorCode::unavailable, "该决策正由他人办理：请重试",
                                     "somebody else is at work on this decision: try again"));
    }
    if (!outcome_.packs.empty()) {
      if (auto read = desk_.refresh(); !read) return std::unexpected(std::move(read.error()));
    }
    return Answer{.text = answer};
  }

  Desk& desk_;
  const Caller& caller_;
  const DecisionRequest& request_;
  const policy::DecisionRules& rules_;
  const Procedure* definition_ = nullptr;
  const Procedure* filings_ = nullptr;
  store::Subject subject_;
  std::int64_t seq_ = 0;
  std::optional<store::Subject> filing_;
  std::int64_t filing_seq_ = 0;
  Decision decision_;
  Outcome outcome_;
  std::optional<policy::Policy> drafted_;
  std::optional<decisions::Sheet> sheet_;
  std::optional<audit::GateAnswer> gate_;
  std::vector<exchange::RecordedFigure> figures_;
  std::int64_t number_ = 0;  // of packs that were put into force
  std::string digest_;
};

}  // namespace

Result<Answer> perform(const Caller& caller, const DecisionRequest& request) {
  if (auto allowed = may(caller, Deed::decide, {.pool = request.pool.code()}); !allowed) {
    return std::unexpected(std::move(allowed.error()));
  }
  auto answer = Acting(caller, request).run();
  if (answer && caller.desk.is_ungated()) mark_ungated(answer->text);
  return answer;
}

}  // namespace yidan::operations
