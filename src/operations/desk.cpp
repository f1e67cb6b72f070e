#include "operations/desk.h"

#include <algorithm>

#include "base/digest.h"
#include "operations/decision_part.h"
#include "policy/load.h"
#include "terms/authority.h"

namespace yidan::operations {
namespace {

constexpr std::string_view kDrafts = kSettings[0];
constexpr std::string_view kGate = kSettings[1];
constexpr std::string_view kNoGate = "none";
constexpr std::string_view kRegistersTouched = "registers-touched";
constexpr std::string_view kAllowed = "allowed";

Result<policy::Policy> compile(std::string_view archive) {
  const auto packs = policy::read_archive(archive);
  if (!packs) return std::unexpected(packs.error());
  auto loaded = policy::load_policy(*packs, policy::Judging::kept);
  if (loaded) return std::move(*loaded);
  return std::unexpected(Error{ErrorCode::damaged,
                               {"账册所用的政策包已不能由本程序编译：请用当时的程序版本核对",
                                "packs used by the books cannot be compiled by this program any more: verify with the "
                                "version of the program that used them"},
                               {}});
}

Error packs_changed(std::int64_t number) {
  const std::string name = std::to_string(number);
  return {ErrorCode::damaged,
          {"账册所存的第 " + name + " 号政策包与其摘要不符：请从备份恢复",
           "the packs kept as number " + name + " are not those of their digest: restore them from a backup"},
          {}};
}

Error none_in_force(const policy::Policy& policy, std::int32_t pool, std::optional<Date> day,
                    const std::vector<ActivePacks>& active) {
  const policy::Pool* found = policy.find(Region(pool));
  const Text name = found == nullptr ? Text{std::to_string(pool), std::to_string(pool)} : found->name;
  if (active.empty()) {
    return {
        ErrorCode::not_permitted,
        {name.zh + "没有启用任何政策包，不能记账：请先运行 yidan init（核查并启用全部），或 yidan policy activate " +
             std::to_string(pool) + " --on 日期",
         "no packs were put into force in " + name.en +
             ", nothing can be booked: run yidan init (audits and activates "
             "all), or yidan policy activate " +
             std::to_string(pool) + " --on DAY"},
        "$"};
  }
  const std::string first = to_text(std::ranges::min(active, {}, &ActivePacks::from).from);
  const std::string asked = day ? to_text(*day) : std::string();
  return {ErrorCode::not_permitted,
          {name.zh + "的政策包自 " + first + " 起启用，" + asked + " 的事项不能记账",
           "the packs of " + name.en + " are in force from " + first + " on: nothing of " + asked + " can be booked"},
          "$"};
}

}  // namespace

Result<std::unique_ptr<Desk>> Desk::open(store::Store& store, const policy::Policy& policy, const policy::Source& packs,
                                         std::string engine, Purpose purpose) {
  const std::string archive = policy::archive_of(packs);
  std::unique_ptr<Desk> desk(new Desk(store, std::move(engine)));
  desk->packs_ = {0, &policy, sha256(archive)};
  if (purpose == Purpose::writing) {
    const auto number = store.put_policy(desk->packs_.digest, archive);
    if (!number) return std::unexpected(number.error());
    desk->packs_.number = *number;
  }
  const auto drafts = store.setting(kDrafts);
  if (!drafts) return std::unexpected(drafts.error());
  desk->drafts_ = *drafts == kAllowed;
  desk->source_ = packs;
  const auto gate = store.setting(kGate);
  if (!gate) return std::unexpected(gate.error());
  desk->ungated_ = *gate == kNoGate;
  if (auto read = desk->refresh(); !read) return std::unexpected(std::move(read.error()));
  return desk;
}

void Desk::note_registers_touched(std::string_view key) {
  const std::lock_guard lock(touched_mutex_);
  providers_.forget();
  std::string mark = sha256(key);
  // Where it cannot be kept the act is done all the same; other desks then hear of it by the next one.
  if (store_.set(kRegistersTouched, mark)) registers_touched_ = std::move(mark);
}

Result<void> Desk::forget_what_others_touched() {
  auto mark = store_.setting(kRegistersTouched);
  if (!mark) return std::unexpected(std::move(mark.error()));
  const std::lock_guard lock(touched_mutex_);
  if (mark->value_or("") == registers_touched_) return {};
  registers_touched_ = mark->value_or("");
  providers_.forget();
  return {};
}

Result<void> Desk::refresh() {
  if (auto forgotten = forget_what_others_touched(); !forgotten) return forgotten;
  auto active = std::make_shared<Active>();
  std::map<std::int32_t, std::string> own;  // what of this desk's packs is a pool's
  store::RowQuery query{.table = std::string(kActivationTable)};
  do {
    auto page = store_.rows(query);
    if (!page) return std::unexpected(std::move(page.error()));
    for (const auto& [subject, row] : page->rows) {
      const auto events = store_.events(subject);
      if (!events) return std::unexpected(events.error());
      const auto put = std::ranges::find(*events, code(DecisionAct::activate), &store::Event::kind);
      const auto day = parse_date(row.day);
      if (put == events->end() || !day) continue;
      const policy::Pool* pool = packs_.policy->find(Region(subject.pool));
      const auto [digest, fresh] = own.try_emplace(subject.pool);
      if (fresh && pool != nullptr) digest->second = policy::digest_of_pool(source_, pool->folders);
      const bool ours = digest->second == row.state;
      const auto until = parse_date(row.due);
      (*active)[subject.pool].push_back({.from = *day,
                                         .until = until ? std::optional(*until) : std::nullopt,
                                         .number = put->policy,
                                         .digest = row.state,
                                         .decision = subject.id,
                                         .recorded = put->recorded,
                                         .are_ours = ours});
    }
    query.after = page->next;
  } while (!query.after.empty());
  for (auto& [pool, list] : *active) std::ranges::stable_sort(list, {}, &ActivePacks::recorded);
  active_ = std::shared_ptr<const Active>(std::move(active));
  return {};
}

std::vector<ActivePacks> Desk::active_packs(std::int32_t pool) const {
  const auto active = active_.load();
  const auto found = active->find(pool);
  return found == active->end() ? std::vector<ActivePacks>() : found->second;
}

Result<books::PolicyInUse> Desk::packs_for(std::int32_t pool, std::optional<Date> day) {
  if (ungated_) return packs_;
  const auto active = active_.load();
  const auto found = active->find(pool);
  if (found == active->end()) return std::unexpected(none_in_force(*packs_.policy, pool, day, {}));
  const auto& list = found->second;
  const auto of_day = std::find_if(list.rbegin(), list.rend(),
                                   [&](const ActivePacks& each) { return day ? each.count_on(*day) : !each.until; });
  if (of_day == list.rend()) return std::unexpected(none_in_force(*packs_.policy, pool, day, list));
  if (of_day->are_ours) return packs_;
  return earlier(of_day->number);
}

const policy::DecisionRules& Desk::decision_rules() {
  std::call_once(rules_read_, [this] { rules_ = policy::read_decision_rules(source_); });
  return rules_;
}

const policy::Registers& Desk::registers() {
  std::call_once(registers_read_, [this] { registers_ = policy::read_registers(source_); });
  return registers_;
}

const policy::Tasks& Desk::tasks() {
  std::call_once(tasks_read_, [this] { tasks_ = policy::read_tasks(source_); });
  return tasks_;
}

Result<void> Desk::remove_gate() {
  ungated_ = true;
  return store_.set(kGate, kNoGate);
}

books::PolicyOf Desk::policy_of() {
  return [this](std::int64_t number) -> Result<books::PolicyInUse> {
    return number == packs_.number ? Result<books::PolicyInUse>(packs_) : earlier(number);
  };
}

Result<books::PolicyInUse> Desk::earlier(std::int64_t number) {
  const std::lock_guard lock(earlier_mutex_);
  if (same_.contains(number)) return books::PolicyInUse{number, packs_.policy, packs_.digest};
  auto found = earlier_.find(number);
  if (found == earlier_.end()) {
    auto kept = store_.policy(number);
    if (!kept) return std::unexpected(std::move(kept.error()));
    if (sha256(kept->archive) != kept->digest) return std::unexpected(packs_changed(number));
    if (kept->digest == packs_.digest) {
      same_.insert(number);
      return books::PolicyInUse{number, packs_.policy, packs_.digest};
    }
    auto policy = compile(kept->archive);
    if (!policy) return std::unexpected(std::move(policy.error()));
    auto known = std::make_unique<Earlier>(Earlier{std::move(*policy), std::move(kept->digest)});
    found = earlier_.emplace(number, std::move(known)).first;
  }
  return books::PolicyInUse{number, &found->second->policy, found->second->digest};
}

Result<void> Desk::let_drafts_move_money(bool allowed) {
  drafts_ = allowed;
  return store_.set(kDrafts, allowed ? kAllowed : "refused");
}

ledger::Routes Desk::routes(std::int32_t pool, Date day) {
  ledger::Routes routes;
  const auto packs = packs_for(pool, day);
  const policy::Pool* found = (packs ? packs->policy : packs_.policy)->find(Region(pool));
  if (found == nullptr) return routes;
  for (const policy::FundRoute& each : found->fund_routes_on(day))
    routes.permit({each.route, each.payer, each.receiver});
  return routes;
}

std::unique_lock<std::mutex> Desk::turn(const store::Subject& file) {
  const std::size_t place = std::hash<std::string>{}(file.id) ^ static_cast<std::size_t>(file.pool);
  return std::unique_lock(turns_[place % turns_.size()]);
}

}  // namespace yidan::operations
