#include "operations/draft_cost.h"

#include <algorithm>
#include <functional>
#include <thread>

#include "base/side_by_side.h"
#include "books/entries.h"
#include "books/facts.h"
#include "books/refold.h"
#include "operations/permission.h"
#include "operations/rebuild.h"

namespace yidan::operations {
namespace {

using costing::Cost;
using costing::Pair;
using store::SubjectContents;

// The entries of a file that stand: none that was reversed, those corrected as they were corrected.
using Entries = std::vector<exchange::Content>;

// Where nothing was reversed or corrected the events are the entries; else the file is built again.
Result<Entries> entries_of(Desk& desk, const SubjectContents& contents) {
  Entries entries;
  const Region pool(contents.subject.pool);
  const auto changes = [](const store::Recorded& each) {
    const auto kind = parse_word<EventKind>(each.event.kind);
    return kind == EventKind::reverse || kind == EventKind::correct;
  };
  if (std::ranges::any_of(contents.events, changes)) {
    const auto file = rebuild(desk, contents.subject);
    if (!file) return std::unexpected(file.error());
    for (const books::Slot& slot : file->slots()) {
      if (!slot.reversed) entries.push_back(slot.said);
    }
    return entries;
  }
  for (const store::Recorded& recorded : contents.events) {
    const auto kind = parse_word<EventKind>(recorded.event.kind);
    if (!kind || !books::is_entry(*kind)) continue;
    auto said = exchange::read_content(*kind, recorded.event.content, pool);
    if (!said) return std::unexpected(said.error());
    entries.push_back(std::move(*said));
  }
  return entries;
}

// The packs of a day.
using PolicyOn = std::function<Result<books::PolicyInUse>(std::optional<Date> day)>;

Result<books::Refolded> refold_under(const PolicyOn& policy_on, const SubjectContents& contents,
                                     const Entries& entries) {
  // What is known of the person is read as the first entry finds it.
  const auto first = policy_on(entries.empty() ? std::optional<Date>() : books::day_of(entries.front()));
  if (!first) return std::unexpected(first.error());
  json::Document document;
  const auto facts = books::read_facts(document, contents.state.facts, *first->policy);
  if (!facts) return std::unexpected(facts.error());
  const auto pool_on = [&](std::optional<Date> day) -> Result<const policy::Pool*> {
    const auto policy = policy_on(day);
    if (!policy) return std::unexpected(policy.error());
    return books::pool_of(contents.subject, *policy);
  };
  const auto pool = books::pool_of(contents.subject, *first);
  if (!pool) return std::unexpected(pool.error());
  return books::refold(**pool, pool_on, *facts, entries);
}

class Costing {
 public:
  Costing(const Caller& caller, const CostQuery& query, const GoOn& go_on)
      : caller_(caller), query_(query), go_on_(go_on), result_{.cost = Cost(query.year)} {}

  Result<void> take(const SubjectContents& contents) {
    if (contents.subject.pool != query_.pool.code() || contents.subject.kind != store::kPerson) return {};
    constexpr std::size_t at_once = 256;
    waiting_.push_back(contents);
    return waiting_.size() < at_once ? Result<void>{} : flush();
  }

  Result<CostOfDraft> finish() {
    if (auto flushed = flush(); !flushed) return std::unexpected(flushed.error());
    return std::move(result_);
  }

 private:
  struct Share {
    Cost cost{0};
    std::int64_t not_settled = 0;
    std::optional<Error> error;
  };

  Result<void> flush() {
    const std::size_t threads = std::max(1U, std::thread::hardware_concurrency());
    std::vector<Share> shares(waiting_.size());
    side_by_side(threads, waiting_.size(), [&](std::size_t i) { shares[i] = share_of(waiting_[i]); });
    for (const Share& share : shares) {
      if (share.error) return std::unexpected(*share.error);
      result_.cost.add(share.cost);
      result_.not_settled += share.not_settled;
    }
    persons_ += static_cast<std::int64_t>(waiting_.size());
    waiting_.clear();
    return go_on_(persons_);
  }

  Share share_of(const SubjectContents& contents) {
    Share share{.cost = Cost(query_.year)};
    try {
      if (auto added = add(contents, share); !added) share.error = added.error();
    } catch (const Overflow&) {
      share.error = sums_overflow();
    }
    return share;
  }

  Result<void> add(const SubjectContents& contents, Share& share) {
    const auto entries = entries_of(caller_.desk, contents);
    if (!entries) return std::unexpected(entries.error());
    const auto in_force = [this](std::optional<Date> day) { return packs_in_force(day); };
    const auto before = refold_under(in_force, contents, *entries);
    if (!before) return std::unexpected(before.error());
    const auto drafted = [this](std::optional<Date>) -> Result<books::PolicyInUse> {
      return books::PolicyInUse{.policy = query_.draft};
    };
    const auto after = refold_under(drafted, contents, *entries);
    if (!after) return std::unexpected(after.error());
    std::vector<Pair> pairs;
    pairs.reserve(before->bills.size());
    for (std::size_t i = 0; i < before->bills.size(); ++i) {
      const books::PaidBill& old = before->bills[i];
      pairs.push_back({old.day, old.scheme, old.status, old.identity, old.by_fund, after->bills[i].by_fund});
    }
    share.cost.add(contents.subject.id, pairs);
    share.not_settled = before->not_settled + after->not_settled;
    return {};
  }

  // By the books, as a request of that day would be decided; the packs at hand where nothing was put into force.
  [[nodiscard]] Result<books::PolicyInUse> packs_in_force(std::optional<Date> day) const {
    auto packs = caller_.desk.packs_for(query_.pool.code(), day);
    if (!packs && packs.error().code == ErrorCode::not_permitted) return caller_.desk.packs();
    return packs;
  }

  static Error sums_overflow() {
    return {ErrorCode::overflow,
            {"合计超出 64 位分的范围：请检查金额", "a sum does not fit 64 bits of fen: check the amounts"},
            {}};
  }

  const Caller& caller_;
  const CostQuery& query_;
  const GoOn& go_on_;
  CostOfDraft result_;
  std::vector<SubjectContents> waiting_;
  std::int64_t persons_ = 0;
};

bool is_outlay(LedgerAccount account) {
  return account == LedgerAccount::benefit_expense || account == LedgerAccount::premium_subsidy ||
         account == LedgerAccount::account_credit;
}

// What the fund has or owes; opening balances, incomes and expenses say where it came from and went.
bool is_holding(LedgerAccount account) {
  return !is_outlay(account) && account != LedgerAccount::opening_balance &&
         account != LedgerAccount::contribution_income;
}

Result<std::vector<costing::Movement>> movements_of(store::Store& store, Region pool) {
  const auto days = store.day_balances();
  if (!days) return std::unexpected(days.error());
  std::vector<costing::Movement> movements;
  for (const auto& [day, balance] : *days) {
    const auto fund = parse_word<Fund>(balance.fund);
    const auto account = parse_word<LedgerAccount>(balance.account);
    if (balance.pool != pool.code() || !fund || !account) continue;
    movements.push_back({.day = Date::from_days(static_cast<std::int32_t>(day)),
                         .fund = *fund,
                         .is_outlay = is_outlay(*account),
                         .is_holding = is_holding(*account),
                         .amount = Money::fen(balance.debit) - Money::fen(balance.credit)});
  }
  return movements;
}

// What was in force in the year by the books, from when on; nothing where the packs at hand are what counts.
std::vector<costing::PacksInForce> packs_of_year(Desk& desk, Region pool, int year) {
  std::vector<costing::PacksInForce> list;
  if (desk.is_ungated()) return list;
  const auto active = desk.active_packs(pool.code());
  const Date end = *Date::of(year + 1, 1, 1);
  for (Date day = *Date::of(year, 1, 1); day < end; day = Date::from_days(day.days() + 1)) {
    const auto counts =
        std::find_if(active.rbegin(), active.rend(), [&](const ActivePacks& each) { return each.count_on(day); });
    if (counts == active.rend() || (!list.empty() && list.back().digest == counts->digest)) continue;
    list.push_back({day, counts->digest});
  }
  return list;
}

Result<void> check_pool(const policy::Policy& policy, Region pool) {
  if (policy.find(pool) != nullptr) return {};
  const std::string code = to_text(pool);
  return std::unexpected(
      Error{ErrorCode::not_found, {"政策包没有统筹区 " + code, "the packs have no pool " + code}, {}});
}

}  // namespace

Result<CostOfDraft> cost_of_draft(const Caller& caller, const CostQuery& query, const GoOn& go_on) {
  if (auto allowed = may(caller, Deed::decide, {.pool = query.pool.code()}); !allowed) {
    return std::unexpected(std::move(allowed.error()));
  }
  for (const policy::Policy* policy : {caller.desk.packs().policy, query.draft}) {
    if (auto known = check_pool(*policy, query.pool); !known) return std::unexpected(known.error());
  }
  Costing costing(caller, query, go_on);
  store::Store& store = caller.desk.store();
  const auto walked = store.each_subject([&](const SubjectContents& contents) { return costing.take(contents); });
  if (!walked) return std::unexpected(walked.error());
  auto result = costing.finish();
  if (!result) return result;
  const auto movements = movements_of(store, query.pool);
  if (!movements) return std::unexpected(movements.error());
  result->capacity = costing::capacity_of(*movements, query.on, result->cost);
  result->in_force = packs_of_year(caller.desk, query.pool, query.year);
  return result;
}

}  // namespace yidan::operations
