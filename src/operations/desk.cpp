#include "operations/desk.h"

#include "base/digest.h"
#include "policy/load.h"

namespace yidan::operations {
namespace {

constexpr std::string_view kDrafts = kSettings[0];
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
  return desk;
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

ledger::Routes Desk::routes(std::int32_t pool, Date day) const {
  ledger::Routes routes;
  const policy::Pool* found = packs_.policy->find(Region(pool));
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
