// What every operation works with: the store, the packs in force, what the operator has set, and the queue at the
// counter (requests about one person wait for each other, those about different persons do not).
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "books/asked.h"
#include "ledger/check.h"
#include "operations/provider_histories.h"
#include "policy/decision_rules.h"
#include "policy/register_definition.h"
#include "policy/source.h"
#include "policy/task.h"
#include "store/store.h"

namespace yidan::operations {

// The names of what an operator can set; a backup keeps them.
inline constexpr std::array<std::string_view, 2> kSettings{"drafts", "gate"};

// Packs that were put into force in a pool, from a day on; for a time only, where they have an end. Of several that
// count for a day the one recorded last does.
struct ActivePacks {
  Date from;
  std::optional<Date> until{};  // the first day for which they no longer count
  std::int64_t number = 0;      // in the store
  std::string digest;           // of what of them is the pool's (`digest_of_pool`)
  std::string decision;         // by which
  std::int64_t recorded = 0;
  bool are_ours = false;  // the packs of this desk say the same of the pool

  [[nodiscard]] bool count_on(Date day) const { return from <= day && (!until || day < *until); }
};

class Desk {
 public:
  // A desk that only reads leaves the store as it is; `perform` is not for it.
  enum class Purpose : std::uint8_t { reading, writing };

  // Keeps the packs from which `policy` was compiled in the store. `policy` and `store` outlive the desk. `engine` is
  // the program's version.
  [[nodiscard]] static Result<std::unique_ptr<Desk>> open(store::Store& store, const policy::Policy& policy,
                                                          const policy::Source& packs, std::string engine,
                                                          Purpose purpose);

  [[nodiscard]] store::Store& store() { return store_; }
  [[nodiscard]] const books::PolicyInUse& packs() const { return packs_; }
  [[nodiscard]] const std::string& engine() const { return engine_; }
  // Packs of earlier events too; they are compiled when first asked for. Valid as long as the desk.
  [[nodiscard]] books::PolicyOf policy_of();

  // The packs by which something of that day is settled in a pool: those that were put into force for it; the latest of
  // them where there is no day. Looked up in memory. Of books without a gate those of this desk. Errors:
  // `not_permitted`: none were.
  [[nodiscard]] Result<books::PolicyInUse> packs_for(std::int32_t pool, std::optional<Date> day);
  // Those of a pool, in the order in which they were recorded.
  [[nodiscard]] std::vector<ActivePacks> active_packs(std::int32_t pool) const;
  // Reads again what was put into force, and what registers say, perhaps by another program.
  [[nodiscard]] Result<void> refresh();

  // Whether the books settle by whatever packs there are (`yidan init --ungated`).
  [[nodiscard]] bool is_ungated() const { return ungated_; }
  [[nodiscard]] Result<void> remove_gate();

  // The files from which the packs were compiled.
  [[nodiscard]] const policy::Source& source() const { return source_; }

  // What they say of decisions; read when first asked for.
  [[nodiscard]] const policy::DecisionRules& decision_rules();

  // The registers that they define; read when first asked for.
  [[nodiscard]] const policy::Registers& registers();
  // And the tasks.
  [[nodiscard]] const policy::Tasks& tasks();

  // What registers say of the institutions that encounters name.
  [[nodiscard]] ProviderHistories& providers() { return providers_; }
  // An entry of a register was touched, by the request with that key: what is known of providers is looked up anew,
  // here at once, at other desks as they refresh.
  void note_registers_touched(std::string_view key);

  // Whether rules that are not in force yet may move money (B9).
  [[nodiscard]] bool drafts_move_money() const { return drafts_; }
  [[nodiscard]] Result<void> let_drafts_move_money(bool allowed);

  // The permitted routes between funds of a pool on a day (K2).
  [[nodiscard]] ledger::Routes routes(std::int32_t pool, Date day);

  // Held while a request about this file is decided and written.
  [[nodiscard]] std::unique_lock<std::mutex> turn(const store::Subject& file);

 private:
  Desk(store::Store& store, std::string engine) : store_(store), engine_(std::move(engine)) {}
  Result<books::PolicyInUse> earlier(std::int64_t number);
  Result<void> forget_what_others_touched();

  struct Earlier {
    policy::Policy policy;
    std::string digest;
  };

  store::Store& store_;
  std::string engine_;
  books::PolicyInUse packs_;
  using Active = std::map<std::int32_t, std::vector<ActivePacks>>;  // by pool, in the order of recording

  policy::Source source_;
  std::atomic<bool> drafts_{false};
  std::atomic<bool> ungated_{false};
  std::atomic<std::shared_ptr<const Active>> active_ = std::make_shared<const Active>();
  std::mutex earlier_mutex_;
  std::map<std::int64_t, std::unique_ptr<Earlier>> earlier_;
  std::once_flag rules_read_;
  policy::DecisionRules rules_;
  std::once_flag registers_read_;
  policy::Registers registers_;
  std::once_flag tasks_read_;
  policy::Tasks tasks_;
  ProviderHistories providers_;
  std::mutex touched_mutex_;
  std::string registers_touched_;  // by which request, as the store had it
  std::set<std::int64_t> same_;    // numbers under which the packs in force are kept
  std::array<std::mutex, 1024> turns_;
};

}  // namespace yidan::operations
