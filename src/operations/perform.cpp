#include "operations/perform.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/json_canonical.h"
#include "base/json_writer.h"
#include "books/decision.h"
#include "books/entry.h"
#include "books/later_days.h"
#include "books/stored_bill.h"
#include "exchange/registered_provider.h"
#include "operations/numbers.h"
#include "operations/papers.h"
#include "operations/permission.h"
#include "operations/provider_of.h"
#include "operations/rebuild.h"
#include "operations/registered_provider.h"
#include "operations/trial.h"

namespace yidan::operations {
namespace {

using books::Asked;
using store::Written;

Error draft_moves_no_money() {
  return {ErrorCode::not_permitted,
          {"这笔款项依据征求意见稿，未记账：草案不得动用资金，除非经办机构已启用草案（yidan drafts on）",
           "this rests on a draft and was not booked: drafts move no money unless the operator has switched them on "
           "(yidan drafts on)"},
          "$"};
}

Error busy() {
  return {ErrorCode::unavailable,
          {"该人员的账册一直在变动，未能记账：请用同一键重试",
           "this person's file keeps changing; nothing was written: try again with the same key"},
          "$"};
}

Result<std::string> answer_of(const store::Recorded& recorded) {
  if (!recorded.event.answer.empty()) return recorded.event.answer;
  if (const std::string* bill = books::bill_text(recorded.documents, recorded.event.seq)) return *bill;
  return std::unexpected(Error{
      ErrorCode::damaged,
      {"账册中缺少该事项的结算单：请运行 yidan verify", "the books lack the bill of this event: run yidan verify"},
      {}});
}

// What the registers told of its institution is no part of what was asked.
bool is_of_content(const store::Event& event, const std::string& asked) {
  return event.content == asked || exchange::without_registered(event.content) == exchange::without_registered(asked);
}

Result<Answer> answer_again(const store::Found& found, const store::Subject& file, const Asked& asked) {
  const store::Event& event = found.recorded.event;
  const bool same = found.subject == file && event.kind == code(asked.kind) && is_of_content(event, asked.content);
  if (!same) return std::unexpected(key_used_for_something_else(asked.key));
  auto text = answer_of(found.recorded);
  if (!text) return std::unexpected(std::move(text.error()));
  return Answer{std::move(*text), true};
}

Result<void> check_posting(Desk& desk, const store::Subject& file, const books::Decision& decision) {
  const bool between_funds = ledger::passes_between_funds(decision.posting);
  return ledger::check(decision.posting, between_funds ? desk.routes(file.pool, decision.day) : ledger::Routes());
}

// The day by whose packs a request is decided; absent where it is of none: the latest count.
std::optional<Date> day_asked(const Request& request) {
  if (!request.said) return std::nullopt;
  const Date day = books::day_of(*request.said);
  return day == Date() ? std::nullopt : std::optional(day);
}

class Performance {
 public:
  Performance(const Caller& caller, store::Subject file, Request request, const Beside& beside)
      : caller_(caller),
        beside_(beside),
        desk_(caller.desk),
        file_(std::move(file)),
        is_trial_(request.trial),
        as_in_trial_(std::move(request.as_in_trial)),
        packs_(desk_.packs_for(file_.pool, day_asked(request))),
        asked_(books::asked_by(std::move(request), packs_.value_or(books::PolicyInUse{}), desk_.engine(), caller.actor,
                               caller.today)) {}

  Result<Answer> run() {
    constexpr int most_attempts = 20;
    for (int attempt = 0; attempt < most_attempts; ++attempt) {
      auto done = attempt_once();
      if (!done) return earlier_answer_or(std::move(done.error()));
      if (*done) return std::move(**done);
    }
    return std::unexpected(busy());
  }

  // By the whole file: what the steps say is kept nowhere.
  Result<Explanation> explain() {
    if (!packs_) return std::unexpected(packs_.error());
    if (auto in_time = books::check_days(asked_); !in_time) return std::unexpected(std::move(in_time.error()));
    const auto state = desk_.store().load(file_);
    if (!state) return std::unexpected(state.error());
    if (auto completed = complete_once(*state); !completed) return std::unexpected(std::move(completed.error()));
    auto file = rebuild(desk_, file_);
    if (!file) return std::unexpected(std::move(file.error()));
    const auto decision = file->apply(asked_);
    if (!decision) return std::unexpected(decision.error());
    if (const auto allowed = check(*decision); !allowed) return std::unexpected(allowed.error());
    Explanation explanation = explanation_of(*file, file->slots().back());
    explanation.trial = digest_text(trial_of(desk_, *state, asked_, *decision));
    return explanation;
  }

 private:
  // A key that is known already is noticed late, when the event cannot be decided or written: requests are seldom
  // repeated, and every other one is spared a search. Absent: decide again, on what is there now.
  Result<std::optional<Answer>> attempt_once() {
    if (!packs_) return std::unexpected(packs_.error());
    if (auto in_time = books::check_days(asked_); !in_time) return std::unexpected(std::move(in_time.error()));
    const auto state = desk_.store().load(file_);
    if (!state) return std::unexpected(state.error());
    if (auto completed = complete_once(*state); !completed) return std::unexpected(std::move(completed.error()));
    auto decision = decide(*state);
    if (!decision) return std::unexpected(std::move(decision.error()));
    if (const auto allowed = check(*decision); !allowed) return std::unexpected(allowed.error());
    auto papers = paper_parts(caller_, Region(file_.pool), asked_.key, papers_before_, papers_after_, asked_.place);
    if (!papers) return std::unexpected(std::move(papers.error()));
    if (is_trial_) return Answer{text_of(trial_of(desk_, *state, asked_, *decision), *decision), false};
    if (!as_in_trial_.empty()) {
      const auto same = compare(trial_of(desk_, *state, asked_, *decision), as_in_trial_);
      if (!same) return std::unexpected(same.error());
    }
    return write(std::move(*decision), std::move(*papers));
  }

  // An encounter is settled by what the registers said when it came, however often it is decided.
  Result<void> complete_once(const store::State& state) {
    if (std::exchange(completed_, true)) return {};
    const bool was_read = asked_.said.has_value();
    if (auto completed = complete(desk_, file_, state, asked_); !completed) return completed;
    if (was_read || !asked_.said) return {};
    // Only now its day is known.
    packs_ = desk_.packs_for(file_.pool, books::day_of(*asked_.said));
    if (!packs_) return std::unexpected(packs_.error());
    asked_.policy = *packs_;
    return books::check_days(asked_);
  }

  // What was answered when the key was first used; absent when it is new.
  Result<std::optional<Answer>> earlier_answer() {
    const auto found = desk_.store().find(asked_.key);
    if (!found) return std::unexpected(found.error());
    if (!*found) return std::nullopt;
    return answer_again(**found, file_, asked_);
  }

  Result<Answer> earlier_answer_or(Error error) {
    if (is_trial_) return std::unexpected(std::move(error));
    auto earlier = earlier_answer();
    if (!earlier) return std::unexpected(std::move(earlier.error()));
    if (*earlier) return std::move(**earlier);
    return std::unexpected(std::move(error));
  }

  Result<books::Decision> decide(const store::State& state) {
    if (books::is_entry(asked_.kind) && !whole_file_) {
      auto next = books::decide_next(file_, state, asked_);
      if (!next) return std::unexpected(std::move(next.error()));
      if (*next) {
        const auto used = is_used_before((*next)->change);
        if (!used) return std::unexpected(used.error());
        if (!*used) {
          papers_before_.clear();
          papers_after_.clear();
          if (const auto* encounter = std::get_if<Encounter>(&*asked_.said)) add_papers(*encounter, papers_after_);
          return std::move(**next);
        }
      }
    }
    auto file = rebuild(desk_, file_);
    if (!file) return std::unexpected(std::move(file.error()));
    papers_before_ = papers_of(*file);
    auto decision = file->apply(asked_);
    if (decision) papers_after_ = papers_of(*file);
    return decision;
  }

  // A trial never meets the store's own answer that an encounter's id is taken.
  Result<bool> is_used_before(const store::Part& change) {
    if (!is_trial_) return false;
    const auto events = desk_.store().events(file_);
    if (!events) return std::unexpected(events.error());
    return std::ranges::find(*events, change.event.ref, &store::Event::ref) != events->end();
  }

  // A trial may rest on a draft: it moves no money.
  Result<void> check(const books::Decision& decision) const {
    return is_trial_ ? check_posting(desk_, file_, decision) : may_be_booked(desk_, file_, decision);
  }

  // What is answered: the answer of the event, or its bill.
  static const std::string& text_of_answer(const books::Decision& decision) {
    return decision.change.event.answer.empty() ? decision.bills.front().text : decision.change.event.answer;
  }

  // `parts` are those of the papers that the bills use up.
  Result<std::optional<Answer>> write(books::Decision decision, std::vector<store::Part> parts) {
    if (beside_) {
      auto more = beside_(text_of_answer(decision));
      if (!more) return std::unexpected(std::move(more.error()));
      std::ranges::move(*more, std::back_inserter(parts));
    }
    if (!parts.empty()) parts.insert(parts.begin(), decision.change);
    const auto written = parts.empty() ? desk_.store().write(decision.change) : desk_.store().write(parts);
    if (!written) return std::unexpected(written.error());
    if (*written == Written::key_taken) return earlier_answer();
    if (*written == Written::ref_taken) whole_file_ = true;  // which of the earlier ones it is, the whole file says
    if (*written != Written::done) return std::optional<Answer>();
    store::Part& change = decision.change;
    return Answer{
        .text = change.event.answer.empty() ? std::move(decision.bills.front().text) : std::move(change.event.answer),
        .changed = decision.changed.size()};
  }

  const Caller& caller_;
  const Beside& beside_;
  Desk& desk_;
  store::Subject file_;
  bool is_trial_;
  std::string as_in_trial_;
  Result<books::PolicyInUse> packs_;
  Asked asked_;
  bool whole_file_ = false;
  bool completed_ = false;
  PapersUsed papers_before_;  // of the file, before and after what is asked
  PapersUsed papers_after_;
};

// What a request does, by what it says.
Deed deed_of(const Event& event) {
  if (std::holds_alternative<ApplyEvent>(event.what) || std::holds_alternative<IdentityEvent>(event.what)) {
    return Deed::grant;
  }
  return std::holds_alternative<AccountUseEvent>(event.what) ? Deed::use_account : Deed::enrol;
}

Deed deed_of(const Request& request) {
  switch (request.kind) {
    case EventKind::settle:
      return request.trial ? Deed::try_settlement : Deed::settle;
    case EventKind::correct:
    case EventKind::reverse:
      return Deed::reverse;
    case EventKind::facts:
      return Deed::tell_facts;
    case EventKind::record:
      return Deed::enrol;
    case EventKind::credit:
    case EventKind::use:
      return Deed::use_account;
  }
  return Deed::keep_users;  // no request is of another kind
}

// Of an encounter, too, that says less than is read without registers.
std::string provider_asked(const Request& request) {
  if (request.said) return provider_of(*request.said);
  const exchange::SentEncounter sent(request.content);
  return sent.provider() == nullptr ? std::string() : std::string(json::text_in(*sent.provider(), "id"));
}

Result<void> may_ask(const Caller& caller, const Request& request) {
  const Whom whom{.pool = request.pool.code(), .person = request.person, .provider = provider_asked(request)};
  const auto* told = request.said ? std::get_if<exchange::EventsTold>(&*request.said) : nullptr;
  if (told == nullptr || told->events.empty()) return may(caller, deed_of(request), whom);
  for (const Event& each : told->events) {
    if (auto allowed = may(caller, deed_of(each), whom); !allowed) return allowed;
  }
  return {};
}

// Of the event that a key names, whose subject the asker learns of.
Result<void> may_hear(const Caller& caller, const store::Found& found) {
  const store::Event& event = found.recorded.event;
  const bool is_of_person = found.subject.kind == store::kPerson;
  const Whom whom{.pool = found.subject.pool,
                  .person = is_of_person ? found.subject.id : std::string(),
                  .provider = provider_of(found.subject, event)};
  return may(caller, Deed::see_requests, whom);
}

}  // namespace

Error key_used_for_something_else(const std::string& key) {
  return {ErrorCode::conflict,
          {"键“" + key + "”已用于内容不同的请求：重发须内容相同，新请求须用新键",
           "key '" + key + "' was used for a request with other content: repeat it unchanged, or use a new key"},
          "$.key"};
}

Result<Answer> perform(const Caller& caller, Request request, const Beside& beside) {
  store::Subject file = file_of(request);
  if (auto allowed = may_ask(caller, request); !allowed) return std::unexpected(std::move(allowed.error()));
  const auto turn = caller.desk.turn(file);
  auto answer = Performance(caller, std::move(file), std::move(request), beside).run();
  if (answer && caller.desk.is_ungated()) mark_ungated(answer->text);
  return answer;
}

Result<Explanation> explain(const Caller& caller, Request request) {
  store::Subject file = file_of(request);
  if (auto allowed = may_ask(caller, request); !allowed) return std::unexpected(std::move(allowed.error()));
  const auto turn = caller.desk.turn(file);
  return Performance(caller, std::move(file), std::move(request), {}).explain();
}

void mark_ungated(std::string& answer) {
  const std::size_t end = answer.rfind('}');
  if (end == std::string::npos || end == 0) return;
  const std::size_t last = answer.find_last_not_of(" \n", end - 1);
  answer.insert(last + 1, answer[last] == '{' ? R"("ungated":true)" : R"(,"ungated":true)");
}

Result<void> may_be_booked(Desk& desk, const store::Subject& file, const books::Decision& decision) {
  if (decision.rests_on_draft && !desk.drafts_move_money()) return std::unexpected(draft_moves_no_money());
  return check_posting(desk, file, decision);
}

Result<std::string> ask(const Caller& caller, std::string_view key) {
  const auto found = caller.desk.store().find(key);
  if (!found) return std::unexpected(found.error());
  if (*found) {
    if (auto allowed = may_hear(caller, **found); !allowed) return std::unexpected(std::move(allowed.error()));
    auto answer = answer_of((*found)->recorded);
    if (answer && caller.desk.is_ungated()) mark_ungated(*answer);
    return answer ? shown_to(caller, std::move(*answer)) : answer;
  }
  return std::unexpected(Error{ErrorCode::not_found,
                               {"没有以该键记下的请求：它没有到达，或被拒绝，可以用同一键再发",
                                "no request is known under this key: it never arrived or was refused, and can be sent "
                                "again with the same key"},
                               {}});
}

}  // namespace yidan::operations
